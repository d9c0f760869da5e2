import type { Vault } from '../vault/vault';
import { drain, type Rest } from './drain';
import { drainFixes } from './fixes';
import { poster } from './post';

/** Locks are shared by every tab and the worker of this site on this tablet, and end with whoever held them. */
const LOCK = 'crew-send';

/** Presses before positions before photos: the case before the map before the pictures. */
export async function sendAll(vault: Vault, language: () => string): Promise<Rest> {
  const unitId = (await vault.read('crew'))?.unitId;
  if (!unitId) return 'signIn';
  const post = poster(vault, language);
  const [acts, photos] = await Promise.all([
    alone('acts', () => drain(vault, 'acts', unitId, post)).then(async (rest) => {
      if (rest !== 'empty') return rest;
      return alone('positions', () => drainFixes(vault, unitId));
    }),
    alone('photos', () => drain(vault, 'photos', unitId, post)),
  ]);
  if (acts === 'signIn' || photos === 'signIn') return 'signIn';
  return acts === 'later' || photos === 'later' ? 'later' : 'empty';
}

/** One sender at a time for each kind. Without locks (an old browser) the server still counts each number once. */
async function alone(what: string, send: () => Promise<Rest>): Promise<Rest> {
  return navigator.locks ? await navigator.locks.request(`${LOCK} ${what}`, send) : send();
}

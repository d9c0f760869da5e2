import type { Vault } from '../vault/vault';
import type { Rest } from './drain';
import { call } from './post';
import { verdict } from './verdict';

/** The contract takes 500 in a call and 64 KiB in a body; a full position takes up to 170 bytes. */
const BATCH_MAX = 300;
const TIMEOUT_MS = 20_000;

/** Sends the kept positions, oldest first. A batch that is refused is of no use to anybody and is let go. */
export async function drainFixes(vault: Vault, unitId: string): Promise<Rest> {
  for (let batch = await vault.fixes(BATCH_MAX); batch.fixes.length > 0; batch = await vault.fixes(BATCH_MAX)) {
    const path = `/units/${encodeURIComponent(unitId)}/positions`;
    const answer = await call(vault, 'vi', 'POST', path, batch.fixes, TIMEOUT_MS, true);
    const said = verdict(answer, 0);
    if (said === 'signIn') return 'signIn';
    if (said === 'later' || said === 'fault') return 'later';
    await vault.removeFixes(batch.keys);
  }
  return 'empty';
}

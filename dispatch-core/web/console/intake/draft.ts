import { batch, effect, signal } from '@preact/signals';
import type { AlertRequest } from '../../shared/api/types';
import { panel } from '../state/panel';
import { EMPTY_PLACE, toldPlace, type TypedPlace } from './place';

/** An alert as far as it has been written down. Every field may stay empty but the place. */
export interface Draft {
  /** One for each alert: sent twice, or again after a fault, it is still one. */
  key: string;
  place: TypedPlace;
  kind: string;
  injured: string;
  dead: string;
  trapped: string;
  description: string;
  phone: string;
}

const STORED_AS = 'draft.alert';

export const draft = signal<Draft>(stored() ?? blank());

/** In the tab's own storage at every letter: an ended session, a reload, a dead server cost nothing that was typed. */
effect(() => {
  if (typeof sessionStorage !== 'undefined') sessionStorage.setItem(STORED_AS, JSON.stringify(draft.value));
});

export function write(part: Partial<Draft>): void {
  draft.value = { ...draft.value, ...part };
}

export function clearDraft(): void {
  draft.value = blank();
}

export function isBlank(it: Draft): boolean {
  const { key, kind, place, ...texts } = it;
  return place.text === '' && place.found === null && Object.values(texts).every((text) => text === '');
}

/** Opens the form with a place typed for it already. */
export function startAlert(place: string): void {
  batch(() => {
    if (place) write({ place: { text: place, found: null } });
    panel.value = 'alert';
  });
}

/** As it is sent: what nobody said is not said. */
export function toAlert(it: Draft): AlertRequest {
  const count = (text: string) => (/^\d{1,5}$/.test(text.trim()) ? Number(text) : null);
  return {
    source: 'PHONE',
    kind: it.kind,
    ...(toldPlace(it.place) ?? {}),
    injured: count(it.injured),
    dead: count(it.dead),
    trapped: count(it.trapped),
    description: it.description.trim().normalize('NFC') || null,
    reporterPhone: it.phone.trim() || null,
  };
}

function blank(): Draft {
  return {
    key: crypto.randomUUID(),
    place: EMPTY_PLACE,
    kind: 'TRAFFIC_COLLISION',
    injured: '',
    dead: '',
    trapped: '',
    description: '',
    phone: '',
  };
}

function stored(): Draft | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(STORED_AS) ?? 'null') as Partial<Draft> | null;
    return kept?.key ? { ...blank(), ...kept } : null;
  } catch {
    return null;
  }
}

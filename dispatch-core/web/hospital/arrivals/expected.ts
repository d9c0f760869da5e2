import type { components } from '../../shared/api/contract';

type Schemas = components['schemas'];
export type Incoming = Schemas['Incoming'];
export type Gone = Schemas['GoneNotice'];

/** What an arrival's clock says. Seconds count down by themselves between two answers of the server. */
export type Clock =
  | { state: 'here' }
  /** Nobody knows: the roads are cut, or it was never reckoned. */
  | { state: 'unknown' }
  | { state: 'coming'; p50S: number; p90S: number }
  /** Half of such drives have arrived by now. */
  | { state: 'any'; p90S: number }
  | { state: 'late'; lateS: number };

const HERE = new Set(['AT_DESTINATION', 'HANDED_OVER', 'IN_SERVICE']);

/**
 * By the server's clock, which the answer came with, and by how long ago it came: the ward's own may be wrong.
 *
 * @param asOf the server's time in the answer
 * @param sinceS seconds since the answer came
 */
export function clockOf(incoming: Incoming, asOf: string, sinceS: number): Clock {
  if (HERE.has(incoming.status)) return { state: 'here' };
  if (incoming.cutOff || !incoming.etaAt) return { state: 'unknown' };
  const nowS = Date.parse(asOf) / 1000 + sinceS;
  const p50S = Date.parse(incoming.etaAt) / 1000 - nowS;
  const p90S = Date.parse(incoming.etaP90At ?? incoming.etaAt) / 1000 - nowS;
  if (p50S > 0) return { state: 'coming', p50S, p90S: Math.max(p50S, p90S) };
  return p90S > 0 ? { state: 'any', p90S } : { state: 'late', lateS: -p90S };
}

/** What of a notice a ward has prepared for: what differs from it later is pointed out until somebody has seen that. */
export interface Prepared {
  etaAt: string | null;
  cutOff: boolean;
  priority: string;
  /** The colours, worst first. */
  patients: string;
}

export type Change =
  | { what: 'eta'; before: string; laterS: number }
  | { what: 'cutOff' }
  | { what: 'open' }
  | { what: 'priority'; before: string }
  | { what: 'patients'; before: string };

/** Less than this is the usual unrest of an estimate. */
const WORTH_SAYING_S = 5 * 60;

const COLOURS = ['RED', 'YELLOW', 'GREEN', 'BLACK'];

export function preparedFor(incoming: Incoming): Prepared {
  return {
    etaAt: incoming.etaAt ?? null,
    cutOff: incoming.cutOff ?? false,
    priority: incoming.priority,
    patients: COLOURS.flatMap((colour) => {
      const count = incoming.patients.filter((patient) => patient.triage === colour).length;
      return count > 0 ? [`${count} ${colour}`] : [];
    }).join(' '),
  };
}

export function changesSince(before: Prepared, incoming: Incoming): Change[] {
  const now = preparedFor(incoming);
  const changes: Change[] = [];
  if (now.cutOff && !before.cutOff) changes.push({ what: 'cutOff' });
  if (!now.cutOff && before.cutOff) changes.push({ what: 'open' });
  if (now.etaAt && before.etaAt && !HERE.has(incoming.status)) {
    const laterS = (Date.parse(now.etaAt) - Date.parse(before.etaAt)) / 1000;
    if (Math.abs(laterS) >= WORTH_SAYING_S) changes.push({ what: 'eta', before: before.etaAt, laterS });
  }
  if (now.priority !== before.priority) changes.push({ what: 'priority', before: before.priority });
  if (now.patients !== before.patients) changes.push({ what: 'patients', before: before.patients });
  return changes;
}

/** Whether somebody is hurt worse than this ward has prepared for: more in red than were told, or a graver case. */
export function isWorse(before: Prepared, incoming: Incoming): boolean {
  const now = preparedFor(incoming);
  return reds(now) > reds(before) || now.priority < before.priority; // P1 is the gravest
}

function reds({ patients }: Prepared): number {
  return Number(/(\d+) RED/.exec(patients)?.[1] ?? 0);
}

/**
 * The order on the page. While somebody's hand is there nothing moves under it: what is new comes at the end, and is put in
 * its place when the hand is gone.
 */
export function stableOrder(shown: readonly string[], wanted: readonly string[], handIsThere: boolean): string[] {
  if (!handIsThere) return [...wanted];
  const kept = shown.filter((id) => wanted.includes(id));
  return [...kept, ...wanted.filter((id) => !kept.includes(id))];
}

import type { Assignment, IncidentSummary, Priority } from '../../shared/api/types';

/** The only things worth a sound: each wants somebody at the desk to do something now (EEMUA 191). */
export type AlarmKind = 'new' | 'cutOff' | 'declined' | 'destinationAsked' | 'notAcknowledged';

export interface Alarm {
  /** The same thing keeps its key; when it happens again it has another. */
  key: string;
  kind: AlarmKind;
  incidentId: string;
  priority: Priority;
  sinceMs: number;
}

/** Who sits here. The first hears everything at once; the others only what was left ringing. */
export type Seat = '1' | '2' | 'supervisor';
export const SEATS: readonly Seat[] = ['1', '2', 'supervisor'];

const HEARS_AFTER_MS: Record<Seat, number> = { '1': 0, '2': 30_000, supervisor: 60_000 };

/** An order that nobody on the unit has taken notice of for so long is asked after by radio. */
const CREW_SILENT_MS = 60_000;

/**
 * Everything that rings now, most urgent first, then longest.
 *
 * @param ringsSince when an incident began to ring, where that was later than its opening
 */
export function alarmsOf(
  open: readonly IncidentSummary[],
  nowMs: number,
  ringsSince: ReadonlyMap<string, number>,
): Alarm[] {
  return open
    .flatMap((it) => [...fresh(it, ringsSince.get(it.id)), ...it.assignments.flatMap((one) => onTheWay(it, one, nowMs))])
    .sort((a, b) => a.priority.localeCompare(b.priority) || a.sinceMs - b.sinceMs);
}

function fresh(it: IncidentSummary, since: number | undefined): Alarm[] {
  const sinceMs = since ?? Date.parse(it.openedAt);
  return it.acknowledged ? [] : [alarm('new', it, '', sinceMs)];
}

function onTheWay(it: IncidentSummary, one: Assignment, nowMs: number): Alarm[] {
  const found: Alarm[] = [];
  const cut = one.routes?.find((told) => told.cutOff);
  if (one.cutOff) found.push(alarm('cutOff', it, one.id, Date.parse(cut?.at ?? '') || 0));
  if (one.needsDestination && one.preArrival?.answer === 'DECLINE') {
    found.push(alarm('declined', it, one.id, Date.parse(one.preArrival.at)));
  }
  if (one.destinationAsked) found.push(alarm('destinationAsked', it, one.id, Date.parse(one.destinationAsked.at)));
  const silentFrom = Date.parse(one.milestones.notified ?? '') + CREW_SILENT_MS;
  if (one.status === 'NOTIFIED' && silentFrom <= nowMs) found.push(alarm('notAcknowledged', it, one.id, silentFrom));
  return found;
}

function alarm(kind: AlarmKind, it: IncidentSummary, assignmentId: string, sinceMs: number): Alarm {
  return { key: [kind, it.id, assignmentId, sinceMs].join(' '), kind, incidentId: it.id, priority: it.priority, sinceMs };
}

/** What this seat hears: not what it has acknowledged, and not yet what a desk before it should answer first. */
export function audible(
  alarms: readonly Alarm[],
  seat: Seat,
  silenced: ReadonlySet<string>,
  nowMs: number,
): Alarm[] {
  return alarms.filter((one) => !silenced.has(one.key) && nowMs - one.sinceMs >= HEARS_AFTER_MS[seat]);
}

export interface Tone {
  priority: Priority;
  /** How long until it sounds again. */
  everyMs: number;
}

const EVERY_MS: Record<Priority, number> = { P1: 4_000, P2: 7_000, P3: 12_000, P4: 12_000 };

/** One tone, the most urgent one's, however many ring: a storm is a number on the page and no noise in the room. */
export function toneOf(heard: readonly Alarm[]): Tone | null {
  const first = heard[0];
  return first ? { priority: first.priority, everyMs: EVERY_MS[first.priority] } : null;
}

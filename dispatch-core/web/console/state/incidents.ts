import { computed } from '@preact/signals';
import type { Assignment, Incident, IncidentSummary, Unit } from '../../shared/api/types';
import { now } from '../../shared/now';
import { Keyed } from './keyed';

/** Most urgent first, then oldest first: as the server lists them. */
export const incidents = new Keyed<IncidentSummary>(
  (one, other) =>
    one.priority.localeCompare(other.priority) ||
    Date.parse(one.openedAt) - Date.parse(other.openedAt) ||
    one.number.localeCompare(other.number),
);

/** So many that have ended are remembered, to be named in the command line and opened again. */
const REMEMBERED = 30;

/** Which open incident each assignment belongs to: the board of units knows the assignments only. */
const byAssignment = computed(
  () => new Map(incidents.all().flatMap((it) => it.assignments.map((one) => [one.id, it.id] as const))),
);

export function incidentOfUnit(unit: Unit): IncidentSummary | undefined {
  return incidents.get(unit.incidentId ?? byAssignment.value.get(unit.assignmentId ?? ''));
}

/** What was open a moment ago, newest first. */
export const ended: IncidentSummary[] = [];

const ENDED = new Set(['CANCELLED', 'HANDED_OVER', 'IN_SERVICE']);

export function isActive(assignment: Assignment): boolean {
  return !ENDED.has(assignment.status);
}

export function activeOf(one: { assignments: Assignment[] }): Assignment[] {
  return one.assignments.filter(isActive);
}

export function isUnassigned(one: { assignments: Assignment[] }): boolean {
  return !one.assignments.some((assignment) => assignment.status !== 'CANCELLED');
}

export function isTransporting(assignment: Assignment): boolean {
  return assignment.hospitalId !== null && ['AT_PATIENT', 'LEFT_SCENE', 'AT_DESTINATION'].includes(assignment.status);
}

/** When each was read, in this machine's milliseconds: what is left of a drive is counted from there. */
const readAt = new Map<string, number>();

/** Seconds that are left of a time that the server gave with the incident. */
export function leftS(incidentId: string, seconds: number): number {
  return seconds - Math.max(0, now.value - (readAt.get(incidentId) ?? now.value)) / 1000;
}

/** An incident as it was read just now: in the queue while it is open. */
export function keep(read: Incident | IncidentSummary): void {
  readAt.set(read.id, Date.now());
  if (read.status === 'OPEN') incidents.put(summary(read));
  else forget(read.id, summary(read));
}

export function forget(id: string, last = incidents.get(id)): void {
  if (last) {
    const others = ended.filter((one) => one.id !== id);
    ended.splice(0, ended.length, last, ...others.slice(0, REMEMBERED - 1));
  }
  incidents.remove(id);
  readAt.set(id, Date.now());
}

/** The whole queue as it was when it was asked for; what was read alone since then is newer and stays. */
export function keepAll(list: readonly IncidentSummary[], askedAt: number): void {
  const newer = (id: string) => (readAt.get(id) ?? 0) > askedAt;
  const listed = new Set(list.map((one) => one.id));
  const kept = incidents.ids.filter((id) => newer(id));
  incidents.ids.filter((id) => !listed.has(id) && !newer(id)).forEach((id) => forget(id));
  const taken = list.filter((one) => !newer(one.id));
  taken.forEach((one) => readAt.set(one.id, askedAt));
  incidents.replace([...taken, ...kept.flatMap((id) => incidents.get(id) ?? [])]);
}

/** A whole incident without what only the detail pane shows, so that both forms compare as equal. */
function summary(read: Incident | IncidentSummary): IncidentSummary {
  const { timeline, alerts, closedAt, disposition, mergedInto, ...rest } = read as Incident;
  return rest;
}

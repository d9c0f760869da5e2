import { computed, signal } from '@preact/signals';
import { getIncident, getRoute, listOpenIncidents } from '../../shared/api/calls';
import type { Assignment, Incident, Route } from '../../shared/api/types';
import { hearServerTime } from './clock';
import { activeOf, incidents, isTransporting, isUnassigned, keep, keepAll } from './incidents';
import { paced } from './paced';
import { panel, selectedId } from './panel';
import { quietly } from './read';

/** The incident in the detail pane, whole; null until it is read. */
export const incident = signal<Incident | null>(null);
export const route = signal<{ assignmentId: string; route: Route } | null>(null);
/** The operator asked for one more unit. */
export const wantsMore = signal(false);

/** More changed at once than is worth being asked for one by one. */
const ONE_BY_ONE = 6;
const LIST_GAP_MS = 500;
const ONES_GAP_MS = 60;
const ROUTE_GAP_MS = 400;

/** The unit that is on its way without knowing where to: its hospital declined, or none was chosen. */
export const waiting = computed(() => {
  const it = incident.value;
  // Nobody to carry, nowhere to go: such a unit waits for nothing.
  return it?.needs.bed ? activeOf(it).find((one) => one.needsDestination) : undefined;
});

/** The incident that is just being closed or merged away: of it nothing is asked any more. */
export const ending = signal<string | null>(null);

/** Whether the detail pane recommends now: nobody is on it yet, a hospital is missing, or one more is asked for. */
export const recommends = computed(() => {
  const it = incident.value;
  if (it === null || it.id === ending.value) return false;
  return it.status === 'OPEN' && (isUnassigned(it) || wantsMore.value || waiting.value !== undefined);
});

export const refreshIncidents = paced(() => quietly(readOpen), LIST_GAP_MS);

export async function readOpen(): Promise<void> {
  const askedAt = Date.now();
  const page = await listOpenIncidents();
  if (!page.old) hearServerTime(page.asOf);
  keepAll(page.incidents, askedAt);
}

const changed = new Set<string>();
const readChanged = paced(() => quietly(readThem), ONES_GAP_MS);

/** Reads these again, each alone; a storm of them as one list. */
export function refreshIncident(...ids: (string | null)[]): void {
  ids.forEach((id) => id && changed.add(id));
  readChanged();
}

async function readThem(): Promise<void> {
  const ids = [...changed];
  changed.clear();
  const alone = ids.length > ONE_BY_ONE ? ids.filter((id) => id === selectedId.value) : ids;
  await Promise.all([...alone.map(readOne), ...(ids.length > ONE_BY_ONE ? [readOpen()] : [])]);
}

async function readOne(id: string): Promise<void> {
  show(await getIncident(id));
}

/** What the server has just said of an incident, to its row and to the detail pane. */
export function show(read: Incident): void {
  const known = incidents.get(read.id);
  if (known && known.version > read.version) return; // overtaken by a newer answer
  keep(read);
  if (selectedId.peek() !== read.id) return;
  if ((incident.peek()?.version ?? 0) > read.version && incident.peek()?.id === read.id) return;
  incident.value = read;
  refreshRoute();
}

export function select(id: string): void {
  if (selectedId.value !== id) {
    selectedId.value = id;
    incident.value = null;
    route.value = null;
    wantsMore.value = false;
  }
  panel.value = 'incident';
  refreshIncident(id);
}

/** Also moves the focus there: after choosing an incident the keys act on what is recommended for it. */
export function open(id: string): void {
  select(id);
  document.getElementById('detail')?.focus({ preventScroll: true });
}

export function selectBy(step: number): void {
  const list = incidents.ids;
  const at = list.indexOf(selectedId.value ?? '');
  const next = list[Math.min(list.length - 1, Math.max(0, at + step))];
  if (next) select(next);
}

export const refreshRoute = paced(() => quietly(readRoute), ROUTE_GAP_MS);

async function readRoute(): Promise<void> {
  const active = incident.value ? activeOf(incident.value)[0] : undefined;
  if (!active) {
    route.value = null;
    return;
  }
  const read = await wayOf(active);
  route.value = read && selectedId.value === active.incidentId ? { assignmentId: active.id, route: read } : null;
}

/** None while it waits for a destination: the way to the scene is behind it. */
async function wayOf(one: Assignment): Promise<Route | null> {
  if (['LEFT_SCENE', 'AT_DESTINATION'].includes(one.status) && !one.hospitalId) return null;
  return getRoute(one.id, isTransporting(one) ? 'HOSPITAL' : 'SCENE');
}

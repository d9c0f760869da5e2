import { computed, effect, signal } from '@preact/signals';
import * as api from '../shared/api/calls';
import { Refused, sentence } from '../shared/api/client';
import type {
  CutOffPlace,
  Assignment,
  DispatchOption,
  Hospital,
  Incident,
  IncidentSummary,
  MapInfo,
  Recommendation,
  RoadClosure,
  Route,
  Unit,
} from '../shared/api/types';
import { coalesced } from '../shared/coalesce';
import { t } from '../shared/i18n';
import { heardAt, type LiveEvent } from '../shared/live';

/** What the right pane shows besides an incident. */
export type Panel = 'none' | 'incident' | 'alert' | 'closure' | 'board' | 'keys';

export const incidents = signal<IncidentSummary[] | null>(null);
export const units = signal<Unit[]>([]);
export const hospitals = signal<Hospital[]>([]);
export const closures = signal<RoadClosure[]>([]);
export const cutOff = signal<CutOffPlace[]>([]);
/** Which map is in force, and what driving times rest on. */
export const mapInfo = signal<MapInfo | null>(null);
/** When the boards were read, in this machine's milliseconds: their ages go on counting from there. */
export const boardsReadAt = signal(0);

export const panel = signal<Panel>('none');
export const selectedId = signal<string | null>(null);
export const incident = signal<Incident | null>(null);
export const route = signal<{ assignmentId: string; route: Route } | null>(null);

/** Why the last read in the background failed; empty while the server answers. */
export const readFailure = signal('');

/** One line at the foot of the queue: the last thing done, or why it could not be done. */
export const notice = signal<{ kind: 'done' | 'failed'; text: string } | null>(null);

export const recommendation = signal<Recommendation | null>(null);
export const recommendationFailure = signal('');
/** The operator asked for one more unit. */
export const wantsMore = signal(false);

const ENDED = new Set(['CANCELLED', 'HANDED_OVER', 'IN_SERVICE']);

export function isActive(assignment: Assignment): boolean {
  return !ENDED.has(assignment.status);
}

export function isUnassigned(one: { assignments: Assignment[] }): boolean {
  return !one.assignments.some((assignment) => assignment.status !== 'CANCELLED');
}

/** The unit that is on its way without knowing where to: its hospital declined, or none was chosen. */
export const waiting = computed(() => {
  const needs = incident.value?.needs as { bed?: string | null } | undefined;
  // Nobody to carry, nowhere to go: such a unit waits for nothing.
  return needs?.bed ? incident.value?.assignments.find((one) => one.needsDestination && isActive(one)) : undefined;
});

/** Whether the detail pane recommends now: nobody is on it yet, a hospital is missing, or one more is asked for. */
export const recommends = computed(() => {
  const it = incident.value;
  return it !== null && it.status === 'OPEN' && (isUnassigned(it) || wantsMore.value || waiting.value !== undefined);
});

export async function attempt(act: () => Promise<string | void>): Promise<boolean> {
  try {
    const done = await act();
    notice.value = done ? { kind: 'done', text: done } : null;
    return true;
  } catch (failure) {
    notice.value = { kind: 'failed', text: sentence(failure) };
    return false;
  }
}

export const refreshIncidents = coalesced(() =>
  quietly(async () => {
    incidents.value = (await api.listOpenIncidents()).incidents;
  }),
);

async function readBoards(): Promise<void> {
  const [u, h] = await Promise.all([api.listUnits(), api.listHospitals()]);
  units.value = u.units;
  hospitals.value = h.hospitals;
  boardsReadAt.value = Date.now();
}

export const refreshBoards = coalesced(() => quietly(readBoards));

/** Positions come by the dozen and change little: the eye is content with one look every two seconds. */
const refreshPositions = coalesced(() => quietly(readBoards), 2000);

export const refreshClosures = coalesced(() =>
  quietly(async () => {
    const list = await api.listRoadClosures();
    closures.value = list.roadClosures;
    cutOff.value = list.cutOff ?? [];
  }),
);

export const refreshRoads = coalesced(() =>
  quietly(async () => {
    mapInfo.value = await api.getMapInfo();
  }),
);

export const refreshIncident = coalesced(() => quietly(readIncident), 50);

export const refreshRecommendation = coalesced(() => quietly(readRecommendation), 50);

export const refreshRoute = coalesced(() => quietly(readRoute), 50);

export function refreshAll(): void {
  refreshIncidents();
  refreshBoards();
  refreshClosures();
  refreshRoads();
  refreshIncident();
}

export function select(id: string): void {
  if (selectedId.value !== id) {
    selectedId.value = id;
    incident.value = null;
    recommendation.value = null;
    recommendationFailure.value = '';
    route.value = null;
    wantsMore.value = false;
    refreshIncident();
  }
  panel.value = 'incident';
}

/** The changed thing itself is not taken from the event: what is shown is always what the server answers now. */
export function onLive(event: LiveEvent): void {
  switch (event.type) {
    case 'incident':
      refreshIncidents();
      refreshBoards();
      if (isSelected(event)) refreshIncident();
      break;
    case 'unit':
    case 'hospital':
      refreshBoards();
      refreshRecommendation();
      break;
    case 'position':
      refreshPositions();
      break;
    case 'cut-off':
      refreshClosures();
      break;
    case 'road-closure':
      refreshClosures();
      refreshRoads();
      refreshRoute();
      refreshRecommendation();
      break;
    default:
      refreshAll();
  }
}

function isSelected(event: LiveEvent): boolean {
  const id = (event['data'] as { id?: unknown } | undefined)?.id;
  return id === undefined || id === selectedId.value;
}

/** The option that a person would confirm now, by who and where, not by its place in the list. */
export const chosen = signal<{ unitId: string; hospitalId: string | null } | null>(null);
/** Until then nothing is confirmed: the choice was changed by the server and not by the person. */
export const lockedUntil = signal(0);
const LOCK_MS = 1000;

export function lockConfirmation(): void {
  lockedUntil.value = Date.now() + LOCK_MS;
}

export function isChosen(option: DispatchOption): boolean {
  return chosen.value?.unitId === option.unitId && chosen.value.hospitalId === option.hospitalId;
}

export function choose(option: DispatchOption): void {
  chosen.value = { unitId: option.unitId, hospitalId: option.hospitalId };
}

export function chooseBy(step: number): void {
  const options = recommendation.value?.options ?? [];
  const at = options.findIndex(isChosen);
  const next = options[Math.min(options.length - 1, Math.max(0, at + step))];
  if (next) choose(next);
}

async function readIncident(): Promise<void> {
  const id = selectedId.value;
  if (id === null) return;
  const read = await api.getIncident(id);
  if (selectedId.value !== id) return;
  const changed = incident.value?.version !== read.version;
  incident.value = read;
  if (recommends.value && (changed || recommendation.value === null)) refreshRecommendation();
  if (!recommends.value) recommendation.value = null;
  refreshRoute();
}

let asking = new AbortController();

async function readRecommendation(): Promise<void> {
  const id = selectedId.value;
  if (id === null || !recommends.value) return;
  asking.abort();
  asking = new AbortController();
  try {
    const read = await api.recommend(id, asking.signal);
    if (selectedId.value !== id || !recommends.value) return;
    recommendation.value = read;
    recommendationFailure.value = '';
    keepChoice(read);
  } catch (failure) {
    if (!(failure instanceof Refused)) throw failure;
    if (selectedId.value === id) recommendationFailure.value = sentence(failure);
  }
}

function keepChoice(read: Recommendation): void {
  if (read.options.some(isChosen)) return;
  if (chosen.value !== null && chosenFor === selectedId.value) lockConfirmation();
  chosenFor = selectedId.value;
  const best = read.options[0];
  chosen.value = best ? { unitId: best.unitId, hospitalId: best.hospitalId } : null;
}

let chosenFor: string | null = null;

async function readRoute(): Promise<void> {
  const active = incident.value?.assignments.find(isActive);
  if (!active) {
    route.value = null;
    return;
  }
  const leg = isTransporting(active) ? 'HOSPITAL' : 'SCENE';
  try {
    const read = await api.getRoute(active.id, leg);
    route.value = { assignmentId: active.id, route: read };
  } catch (failure) {
    route.value = null;
    throw failure;
  }
}

export function isTransporting(assignment: Assignment): boolean {
  return assignment.hospitalId !== null && ['AT_PATIENT', 'LEFT_SCENE', 'AT_DESTINATION'].includes(assignment.status);
}

/** A background read that fails changes nothing on the page but a line that says so; what is shown keeps its age. */
async function quietly(read: () => Promise<void>): Promise<void> {
  try {
    await read();
    heardAt.value = Date.now();
    readFailure.value = '';
  } catch (failure) {
    if (failure instanceof DOMException) return; // given up by ourselves, for a newer question
    if (!(failure instanceof Refused)) throw failure;
    readFailure.value = failure.status === 0 ? t('error.stale') : failure.message;
  }
}

export async function isServerThere(): Promise<boolean> {
  const before = heardAt.value;
  await quietly(async () => {
    incidents.value = (await api.listOpenIncidents()).incidents;
  });
  return heardAt.value !== before;
}

effect(() => {
  if (wantsMore.value && incident.value) refreshRecommendation();
});

import { batch } from '@preact/signals';
import { heardAt, type LiveEvent, liveState } from '../../shared/live';
import { moved, type Position, refreshHospitals, refreshUnits } from './boards';
import { refreshPlan } from './plan';
import { refreshRecommendation } from './recommendation';
import { incidents } from './incidents';
import { refreshClosures, refreshRoads } from './roads';
import { incident, readOpen, recommends, refreshIncident, refreshIncidents, refreshRoute } from './selected';
import { quietly } from './read';
import { refreshTrouble, refreshWaiting } from './waiting';

type Board = 'units' | 'hospitals';

/**
 * Which boards an incident's event says something new about: fifty desks hear each, and what cannot have changed is not
 * asked for. An event that is not known here touches all.
 */
const TOUCHES: Record<string, readonly Board[]> = {
  IncidentOpened: [],
  AlertJoined: [],
  IncidentRevised: [],
  IncidentAcknowledged: [],
  NoteAdded: [],
  IncidentReopened: [],
  IncidentClosed: [],
  MergedInto: [],
  IncidentAbsorbed: [],
  MergeUndone: [],
  RouteChanged: [],
  UnitCutOff: [],
  UnitAssigned: ['units', 'hospitals'],
  UnitStatusRecorded: ['units', 'hospitals'],
  PreArrivalAnswered: ['hospitals'],
  DestinationChanged: ['hospitals'],
  DestinationChangeAsked: [],
  DestinationKept: [],
  PhotoAdded: [],
  PatientRecorded: [],
  HoldExpired: ['hospitals'],
};

interface Told {
  id?: string;
  version?: number;
  event?: string;
}

/** The changed thing itself is not taken from the event, but read; a position is the event itself. */
export function onLive(event: LiveEvent): void {
  const told = (event['data'] ?? {}) as Told;
  switch (event.type) {
    case 'incident':
      onIncident(told);
      break;
    case 'unit':
      refreshUnits();
      refreshRecommendation();
      refreshPlan();
      break;
    case 'hospital':
      refreshHospitals();
      refreshRecommendation();
      refreshPlan();
      break;
    case 'position':
      moved(positionsOf(event));
      break;
    case 'cut-off':
      refreshClosures();
      break;
    case 'road-closure':
      refreshClosures();
      refreshRoads();
      refreshRoute();
      refreshRecommendation();
      refreshPlan();
      break;
    case 'waiting-alerts':
      refreshWaiting();
      break;
    case 'trouble':
      refreshTrouble();
      break;
    default:
      refreshAll();
  }
}

function onIncident({ id, version, event }: Told): void {
  if (id === undefined) {
    refreshIncidents();
  } else if (version === undefined || (incidents.get(id)?.version ?? 0) < version) {
    refreshIncident(id); // our own act is known before the event comes
  }
  const touched = TOUCHES[event ?? ''] ?? ['units', 'hospitals'];
  if (touched.includes('units')) refreshUnits();
  if (touched.includes('hospitals')) refreshHospitals();
  if (touched.length > 0 && recommends.peek() && incident.peek()?.id !== id) refreshRecommendation();
  if (touched.length > 0) refreshPlan();
}

/** One, or a batch of them. */
export function positionsOf(event: LiveEvent): Position[] {
  const data = event['data'] as { positions?: unknown } | undefined;
  const list = Array.isArray(data?.positions) ? data.positions : [data];
  return list.flatMap((one: unknown) => {
    const { unitId, lat, lon, at } = (one ?? {}) as Record<string, unknown>;
    return typeof unitId === 'string' && typeof lat === 'number' && typeof lon === 'number' && typeof at === 'string'
      ? [{ id: unitId, lat, lon, at }]
      : [];
  });
}

export function refreshAll(): void {
  batch(() => {
    refreshIncidents();
    refreshUnits();
    refreshHospitals();
    refreshClosures();
    refreshRoads();
    refreshWaiting();
    refreshTrouble();
    if (incident.peek()) refreshIncident(incident.peek()?.id ?? null);
    refreshRecommendation();
    refreshPlan();
  });
}

export async function isServerThere(): Promise<boolean> {
  const before = heardAt.value;
  await quietly(readOpen);
  if (liveState.value === 'lost') {
    // Nobody tells of changes now: the boards are looked at as often as the line is tried.
    refreshUnits();
    refreshHospitals();
  }
  return heardAt.value !== before;
}

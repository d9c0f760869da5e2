import type { Disposition, Hospital, IncidentChange, RoadClosure, RoadClosureRequest } from '../../shared/api/types';
import type { CapacityReport } from '../calls';

/** What was done, with all that is needed to take it back. */
export type Done =
  | { act: 'assigned'; incidentId: string; assignmentId: string }
  | { act: 'stoodDown'; incidentId: string; unitId: string; hospitalId: string | null }
  | { act: 'diverted'; incidentId: string; assignmentId: string; from: string | null }
  | { act: 'revised'; incidentId: string; before: IncidentChange }
  | { act: 'merged'; incidentId: string; into: string }
  | { act: 'unmerged'; incidentId: string; from: string }
  | { act: 'incidentClosed'; incidentId: string }
  | { act: 'incidentReopened'; incidentId: string; disposition: Disposition }
  | { act: 'roadClosed'; roadClosureId: string }
  | { act: 'roadOpened'; was: RoadClosureRequest[] }
  | { act: 'dutySet'; unitId: string; before: boolean }
  | { act: 'capacityReported'; hospitalId: string; before: CapacityReport };

export type Act = Done['act'];

/** One call to the server, as data: what undoing means is decided here, and done elsewhere. */
export type Step =
  | { does: 'standDown'; assignmentId: string }
  | { does: 'assign'; incidentId: string; unitId: string; hospitalId: string | null }
  | { does: 'divert'; assignmentId: string; hospitalId: string }
  | { does: 'revise'; incidentId: string; change: IncidentChange }
  | { does: 'unmerge'; incidentId: string; other: string }
  | { does: 'merge'; incidentId: string; into: string }
  | { does: 'reopen'; incidentId: string }
  | { does: 'close'; incidentId: string; disposition: Disposition }
  | { does: 'openRoad'; roadClosureId: string }
  | { does: 'closeRoad'; request: RoadClosureRequest }
  | { does: 'setDuty'; unitId: string; onDuty: boolean }
  | { does: 'reportCapacity'; hospitalId: string; report: CapacityReport };

/**
 * What takes each act back. Nothing is ever deleted: the record then holds both, and the second says that it was undone. An
 * act that nothing takes back (a status that the crew reached, a note, an acknowledgement) is not in the list of acts.
 */
export const UNDO: { readonly [A in Act]: (done: Extract<Done, { act: A }>) => Step[] } = {
  assigned: ({ assignmentId }) => [{ does: 'standDown', assignmentId }],
  stoodDown: ({ incidentId, unitId, hospitalId }) => [{ does: 'assign', incidentId, unitId, hospitalId }],
  diverted: ({ assignmentId, from }) => (from === null ? [] : [{ does: 'divert', assignmentId, hospitalId: from }]),
  revised: ({ incidentId, before }) => [{ does: 'revise', incidentId, change: before }],
  merged: ({ incidentId, into }) => [{ does: 'unmerge', incidentId, other: into }],
  unmerged: ({ incidentId, from }) => [{ does: 'merge', incidentId, into: from }],
  incidentClosed: ({ incidentId }) => [{ does: 'reopen', incidentId }],
  incidentReopened: ({ incidentId, disposition }) => [{ does: 'close', incidentId, disposition }],
  roadClosed: ({ roadClosureId }) => [{ does: 'openRoad', roadClosureId }],
  roadOpened: ({ was }) => was.map((request) => ({ does: 'closeRoad', request })),
  dutySet: ({ unitId, before }) => [{ does: 'setDuty', unitId, onDuty: before }],
  capacityReported: ({ hospitalId, before }) => [{ does: 'reportCapacity', hospitalId, report: before }],
};

export function undoSteps(done: Done): Step[] {
  return (UNDO[done.act] as (done: Done) => Step[])(done);
}

/** The same road closure asked for again; more than one when its roads lie apart. */
export function askedAgain(was: RoadClosure): RoadClosureRequest[] {
  const rest: RoadClosureRequest = {
    reason: was.reason,
    effect: was.effect,
    passableFor: was.passableFor,
    ...given('delayS', was.delayS),
    ...given('maxWeightT', was.maxWeightT),
    ...given('maxWidthM', was.maxWidthM),
    ...given('factor', was.factor),
    ...given('until', was.until),
    ...given('season', was.season),
    ...given('hours', was.hours),
  };
  if (was.road && typeof was.fromKm === 'number') {
    return [{ ...rest, road: was.road, fromKm: was.fromKm, toKm: was.toKm ?? was.fromKm }];
  }
  if (was.point) return [{ ...rest, point: was.point as unknown as { lat: number; lon: number } }];
  if (was.fords) return [{ ...rest, fords: true }];
  if (was.roadClasses?.length) return [{ ...rest, roadClasses: was.roadClasses }];
  return lines(was.line).map((coordinates) => ({ ...rest, line: { type: 'LineString', coordinates } }));
}

/** The hospital's own words before the desk wrote down others: only what was changed. */
export function capacityBefore(hospital: Hospital, report: CapacityReport): CapacityReport {
  const beds = Object.keys(report.beds ?? {}).flatMap((kind) => {
    const was = hospital.beds[kind];
    return was ? [[kind, { available: was.available }]] : [];
  });
  return {
    ...(beds.length > 0 ? { beds: Object.fromEntries(beds) as CapacityReport['beds'] } : {}),
    ...(report.emsTraffic ? { emsTraffic: hospital.emsTraffic } : {}),
  };
}

/** What nobody set is left out: the contract takes no null for most of it. */
function given<K extends string, V>(name: K, value: V | null | undefined): Partial<Record<K, V>> {
  return value === null || value === undefined ? {} : ({ [name]: value } as Partial<Record<K, V>>);
}

function lines(geometry: RoadClosure['line']): number[][][] {
  const it = geometry as unknown as GeoJSON.Geometry | null;
  if (it?.type === 'LineString') return [it.coordinates];
  return it?.type === 'MultiLineString' ? it.coordinates : [];
}

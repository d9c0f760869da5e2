import type { Assignment, Hospital, IncidentSummary, RoadClosure, Unit } from '../../shared/api/types';
import { shortNumber, shortUnit } from '../state/words';
import { fold } from './fold';

/** What a line can speak of at this moment. */
export interface World {
  now: Date;
  selectedId: string | null;
  incidents: readonly IncidentSummary[];
  /** What has ended a moment ago: it can be opened again, or taken out of a merge. */
  ended: readonly IncidentSummary[];
  units: readonly Unit[];
  hospitals: readonly Hospital[];
  closures: readonly RoadClosure[];
}

export function selected(world: World): IncidentSummary | undefined {
  return world.incidents.find((it) => it.id === world.selectedId);
}

/** "I12", "V12", "#12" or the whole number; never a bare figure: "5 người kẹt" is no incident. */
export function findIncident(list: readonly IncidentSummary[], typed: string): IncidentSummary | undefined {
  const number = /^[iv#](\d{1,6})$/.exec(typed)?.[1];
  return list.find((it) => (number ? shortNumber(it) === `I${Number(number)}` : fold(it.number) === typed));
}

/** "U7", its id, or its call sign without marks. */
export function findUnit(world: World, typed: string): Unit | undefined {
  const short = typed.replace(/^u0+(?=\d)/, 'u');
  return world.units.find(
    (unit) => fold(shortUnit(unit.id)) === short || fold(unit.id) === typed || fold(unit.callSign) === typed,
  );
}

export function findHospital(world: World, typed: string): Hospital | undefined {
  return world.hospitals.find((one) => fold(one.id) === typed || fold(one.name) === typed);
}

/** The assignment that a unit is on now, with the incident that it belongs to. */
export function assignmentOf(
  world: World,
  unit: Unit,
): { assignment: Assignment; incident: IncidentSummary } | undefined {
  for (const incident of world.incidents) {
    const assignment = incident.assignments.find((one) => one.id === unit.assignmentId);
    if (assignment) return { assignment, incident };
  }
  return undefined;
}

/** The thing whose words these are, whole. */
export function meant<K extends string>(table: Partial<Record<K, readonly string[]>>, typed: string): K | undefined {
  return (Object.keys(table) as K[]).find((key) => table[key]?.some((word) => fold(word) === typed));
}

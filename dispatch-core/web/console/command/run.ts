import { signal } from '@preact/signals';
import { sentence } from '../../shared/api/client';
import type { Assignment } from '../../shared/api/types';
import { recommend } from '../../shared/api/calls';
import { t } from '../../shared/i18n';
import { writeCapacity, changeDuty } from '../acts/boards';
import { assignUnit, divertTo, reportStatus, standDown } from '../acts/dispatch';
import { close, mergeInto, reopenIt, setPriority, unmergeIt, writeNote } from '../acts/incidents';
import { closeRoad, openRoad } from '../acts/roads';
import { searchPlaces } from '../calls';
import { startAlert } from '../intake/draft';
import { acknowledgeOf } from '../sound/alarms';
import { hospitals, units } from '../state/boards';
import { ended, incidents } from '../state/incidents';
import { selectedId, showHospital, showUnit } from '../state/panel';
import { complain, tell } from '../state/read';
import { recommendation } from '../state/recommendation';
import { closures } from '../state/roads';
import { open, refreshIncident } from '../state/selected';
import { shortNumber } from '../state/words';
import { showPlace } from '../map/view';
import { fold } from './fold';
import { type Command, read, type Reading } from './read';
import { findHospital, findIncident, findUnit, type World } from './world';

/** The boards as they are now, for a line to be read against. */
export function worldNow(): World {
  return {
    now: new Date(),
    selectedId: selectedId.value,
    incidents: incidents.all(),
    ended,
    units: units.all(),
    hospitals: hospitals.all(),
    closures: closures.value,
  };
}

export const readNow = (line: string): Reading => read(line, worldNow());

/** Told by `t`: where the map went, so that the intake form can take it over. */
export const wentTo = signal<{ label: string; lat: number; lon: number } | null>(null);

export async function run(command: Command): Promise<void> {
  switch (command.does) {
    case 'assign':
      await assignAs(command);
      break;
    case 'status':
      await withAssignment(command, (one) => reportStatus(one, command.status));
      break;
    case 'standDown':
      await withAssignment(command, (one) => standDown(one, command.reason));
      break;
    case 'divert':
      await withAssignment(command, (one) => divertTo(one, command.hospitalId, command.reason));
      break;
    case 'priority':
      await withIncident(command.incidentId, (it) => setPriority(it, command.priority));
      break;
    case 'acknowledge':
      acknowledgeOf(command.incidentId);
      break;
    case 'merge':
      await withIncident(command.incidentId, (from) => withIncident(command.into, (into) => mergeInto(from, into)));
      break;
    case 'unmerge':
      await unmergeEnded(command.incidentId);
      break;
    case 'closeRoad':
      await closeRoad(command.request);
      break;
    case 'openRoad': {
      const one = closures.value.find((each) => each.id === command.roadClosureId);
      if (one) await openRoad(one);
      break;
    }
    case 'goto':
      await goTo(command.query);
      break;
    case 'closeIncident':
      await withIncident(command.incidentId, (it) => close(it, command.disposition, command.reason));
      break;
    case 'reopen': {
      const it = ended.find((one) => one.id === command.incidentId);
      if (it) await reopenIt(it, command.reason);
      break;
    }
    case 'note':
      await withIncident(command.incidentId, (it) => writeNote(it, command.text));
      break;
    case 'duty': {
      const unit = units.get(command.unitId);
      if (unit) await changeDuty(unit, command.onDuty);
      break;
    }
    case 'capacity': {
      const hospital = hospitals.get(command.hospitalId);
      if (hospital) await writeCapacity(hospital, command.report);
      break;
    }
    case 'alert':
      startAlert(command.place);
      break;
  }
}

/** Where nobody said where to: as the recommendation has it for this unit, else as for the best one. */
async function assignAs({ incidentId, unitId, hospitalId, reason }: Extract<Command, { does: 'assign' }>): Promise<void> {
  try {
    const to = hospitalId ?? (await hospitalFor(incidentId, unitId));
    await assignUnit(incidentId, { unitId, hospitalId: to }, reason);
    open(incidentId);
  } catch (failure) {
    complain(sentence(failure));
  }
  refreshIncident(incidentId);
}

export async function hospitalFor(incidentId: string, unitId: string): Promise<string | null> {
  const known = selectedId.peek() === incidentId ? recommendation.peek() : null;
  const found = known ?? (await recommend(incidentId, new AbortController().signal));
  const option = found.options.find((one) => one.unitId === unitId) ?? found.options[0];
  return option?.hospitalId ?? null;
}

async function withIncident(
  id: string,
  then: (it: NonNullable<ReturnType<typeof incidents.get>>) => Promise<unknown>,
): Promise<void> {
  const it = incidents.get(id);
  if (it) await then(it);
}

async function withAssignment(
  { incidentId, assignmentId }: { incidentId: string; assignmentId: string },
  then: (one: Assignment) => Promise<unknown>,
): Promise<void> {
  const one = incidents.get(incidentId)?.assignments.find((each) => each.id === assignmentId);
  if (one) await then({ ...one, incidentId });
}

async function unmergeEnded(id: string): Promise<void> {
  const it = ended.find((one) => one.id === id);
  const into = (it as { mergedInto?: string | null } | undefined)?.mergedInto;
  if (it) await unmergeIt(it.id, shortNumber(it), into ?? '');
}

/** To an incident, a unit or a hospital that is named so, else to the best place of that name. */
async function goTo(query: string): Promise<void> {
  const typed = fold(query);
  const world = worldNow();
  const it = findIncident(world.incidents, typed);
  if (it) return open(it.id);
  const unit = findUnit(world, typed);
  if (unit) return showUnit(unit.id);
  const hospital = findHospital(world, typed);
  if (hospital) return showHospital(hospital.id);
  try {
    const [place] = await searchPlaces(query, 1, new AbortController().signal);
    if (!place) return complain(t('desk.goto.nothing', { place: query }));
    wentTo.value = place;
    showPlace(place);
    tell(t('desk.goto.there', { place: place.label }));
  } catch (failure) {
    complain(sentence(failure));
  }
}

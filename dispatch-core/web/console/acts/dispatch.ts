import { signal } from '@preact/signals';
import { assign, recordStatus } from '../../shared/api/calls';
import { Refused, sentence } from '../../shared/api/client';
import type { Assignment, AssignmentStatus, ContestedProblem } from '../../shared/api/types';
import { t, word } from '../../shared/i18n';
import { divert } from '../calls';
import { hospitals, refreshHospitals, refreshUnits } from '../state/boards';
import { incidents } from '../state/incidents';
import { selectedId, showsIncident } from '../state/panel';
import { attempt, complain, tell } from '../state/read';
import {
  choose,
  chosen,
  chosenOption,
  isLocked,
  lockConfirmation,
  type Pair,
  refreshRecommendation,
} from '../state/recommendation';
import { incident, recommends, refreshIncident, waiting, wantsMore } from '../state/selected';
import { shortName, shortNumber } from '../state/words';
import { offerUndo } from '../undo/undo';

export const confirming = signal(false);
/** Why the last confirmation was refused, and what the server would do instead. */
export const contested = signal<{ incidentId: string; pair: Pair; problem: ContestedProblem } | null>(null);
export const overrideReason = signal('');
/** Who else agrees to fill a ward beyond its beds, name and post. */
export const agreedBy = signal('');
/** The incident for which the chosen house was said to be full; empty when none was. */
export const fullFor = signal('');
const FULL = new Set(['no-bed', 'second-person-missing']);

const RULES = new Set<string>(['unit-not-eligible', 'hospital-not-eligible', 'unit-unfit', 'no-bed', 'transfer-not-accepted', 'second-person-missing']);

/** Whether a rule spoke against this pair when it was sent: then it is sent again with a reason, or not at all. */
export function wantsReason(pair: Pair): boolean {
  const last = contested.value;
  return (
    last?.incidentId === selectedId.value &&
    last?.pair.unitId === pair.unitId &&
    last.pair.hospitalId === pair.hospitalId &&
    RULES.has(last.problem.code)
  );
}

/** Sends the chosen unit. Asked for twice, or right after the list changed under the hand, it does nothing. */
export async function confirm(): Promise<void> {
  const pair = chosen.value;
  if (!pair || !showsIncident.value || !recommends.value || !chosenOption()) return;
  if (isLocked()) {
    complain(t('rec.changed'));
    return;
  }
  await send(pair);
}

/** For a unit that waits for a destination the choice is only where to. */
export async function send({ unitId, hospitalId }: Pair): Promise<void> {
  const incidentId = selectedId.value;
  if (!incidentId || confirming.value) return;
  const reason = overrideReason.value.trim();
  confirming.value = true;
  contested.value = null;
  try {
    const under = waiting.value;
    if (under?.unitId === unitId && hospitalId !== null) await divertUnit(under, hospitalId, reason);
    else await assignUnit(incidentId, { unitId, hospitalId }, reason);
    overrideReason.value = '';
    settled();
    wantsMore.value = false;
  } catch (failure) {
    refused(incidentId, { unitId, hospitalId }, failure);
  } finally {
    confirming.value = false;
    lookAgain(incidentId);
  }
}

/** As {@link send} for any incident; a refusal is the caller's to show. */
export async function assignUnit(incidentId: string, { unitId, hospitalId }: Pair, reason: string): Promise<void> {
  const made = await assign(incidentId, unitId, hospitalId, reason, agreedBy.value.trim());
  const it = incidents.get(incidentId);
  const says = t('desk.did.assigned', { callSign: made.callSign, number: it ? shortNumber(it) : '' });
  offerUndo({ act: 'assigned', incidentId, assignmentId: made.id }, says);
  tell(says);
}

async function divertUnit(one: Assignment, hospitalId: string, reason: string): Promise<void> {
  await divert(one.id, hospitalId, reason, reason, agreedBy.value.trim());
  const name = shortName(hospitals.get(hospitalId)?.name ?? hospitalId);
  const says = t('desk.did.diverted', { callSign: one.callSign, hospital: name });
  const from = one.preArrival?.answer === 'DECLINE' ? null : one.hospitalId;
  offerUndo({ act: 'diverted', incidentId: incidentOf(one), assignmentId: one.id, from }, says);
  tell(says);
}

export async function divertTo(one: Assignment, hospitalId: string, reason: string): Promise<boolean> {
  let done = true;
  try {
    await divertUnit(one, hospitalId, reason);
    settled();
  } catch (failure) {
    if (failure instanceof Refused && FULL.has(failure.code)) fullFor.value = incidentOf(one);
    complain(sentence(failure));
    done = false;
  }
  lookAgain(incidentOf(one));
  return done;
}

export async function standDown(one: Assignment, reason: string): Promise<boolean> {
  const says = t('desk.did.stoodDown', { callSign: one.callSign });
  const { unitId, hospitalId } = one;
  const done = await attempt(async () => {
    await recordStatus(one.id, 'CANCELLED', reason);
    offerUndo({ act: 'stoodDown', incidentId: incidentOf(one), unitId, hospitalId }, says);
    return says;
  });
  lookAgain(incidentOf(one));
  return done;
}

/** A step of the crew's, told by radio. */
export async function reportStatus(one: Assignment, status: AssignmentStatus): Promise<boolean> {
  if (status === 'CANCELLED') return standDown(one, t('desk.standDown.told'));
  const done = await attempt(async () => {
    await recordStatus(one.id, status, '');
    return t('desk.did.status', { callSign: one.callSign, status: word('status', status) });
  });
  lookAgain(incidentOf(one));
  return done;
}

function refused(incidentId: string, pair: Pair, failure: unknown): void {
  if (!(failure instanceof Refused) || failure.status !== 409) {
    complain(sentence(failure));
    return;
  }
  const problem = failure.problem as ContestedProblem;
  contested.value = { incidentId, pair, problem };
  if (FULL.has(problem.code)) fullFor.value = incidentId;
  if (!RULES.has(problem.code)) {
    // Another desk was faster. A rule, on the contrary, can be set aside: there the choice stays, and a reason is asked for.
    if (problem.nextBest) choose(problem.nextBest);
    lockConfirmation();
  }
  refreshRecommendation();
}

/** What was asked for a full ward was for that one. */
function settled(): void {
  agreedBy.value = '';
  fullFor.value = '';
}

function lookAgain(incidentId: string): void {
  refreshIncident(incidentId);
  refreshUnits();
  refreshHospitals();
}

function incidentOf(one: Assignment): string {
  return one.incidentId ?? incident.value?.id ?? '';
}

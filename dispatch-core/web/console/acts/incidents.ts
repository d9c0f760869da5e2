import { closeIncident } from '../../shared/api/calls';
import { sentence } from '../../shared/api/client';
import type { Disposition, Incident, IncidentChange, IncidentSummary, Priority } from '../../shared/api/types';
import { t, word } from '../../shared/i18n';
import { acknowledge, change, merge, note, type Patient, reopen, unmerge } from '../calls';
import { mergeOrder } from '../queue/duplicates';
import { activeOf, forget } from '../state/incidents';
import { attempt, complain } from '../state/read';
import { ending, incident, refreshIncident, select, show } from '../state/selected';
import { placed } from '../state/told';
import { shortNumber } from '../state/words';
import { offerUndo } from '../undo/undo';

/** Everything that the desk does to an incident: each says what it did, and offers to take it back where one can. */

export async function setPriority(it: IncidentSummary, priority: Priority): Promise<void> {
  if (it.priority === priority) return;
  await revise(it, { priority }, { priority: it.priority }, t('desk.did.priority', { number: shortNumber(it), priority }));
}

export async function setPatients(it: Incident, patients: Patient[]): Promise<void> {
  await revise(it, { patients }, { patients: it.patients }, t('desk.did.patients', { number: shortNumber(it) }));
}

export async function setPlace(it: Incident, place: NonNullable<IncidentChange['place']>): Promise<boolean> {
  return revise(it, { place }, placed(it), t('desk.did.place', { number: shortNumber(it) }));
}

async function revise(
  it: IncidentSummary,
  to: IncidentChange,
  before: IncidentChange | null,
  says: string,
): Promise<boolean> {
  const done = await attempt(async () => {
    show(await change(it.id, it.version, to));
    if (before) offerUndo({ act: 'revised', incidentId: it.id, before }, says);
    return says;
  });
  if (!done) refreshIncident(it.id); // somebody else was first: his version is shown beside the refusal
  return done;
}

/** Which of the two goes on follows from who is out: the server merges nobody's unit away. */
export async function mergeWith(one: IncidentSummary, other: IncidentSummary): Promise<void> {
  const { from, into } = mergeOrder(one, other);
  await mergeInto(from, into);
}

export async function mergeInto(from: IncidentSummary, into: IncidentSummary): Promise<void> {
  const says = t('desk.did.merged', { from: shortNumber(from), into: shortNumber(into) });
  await endingIt(from.id, async () => {
    await merge(from.id, into.id);
    offerUndo({ act: 'merged', incidentId: from.id, into: into.id }, says);
    forget(from.id);
    select(into.id);
    return says;
  });
  refreshIncident(from.id, into.id);
}

async function endingIt(id: string, act: () => Promise<string>): Promise<boolean> {
  ending.value = id;
  const done = await attempt(act);
  ending.value = null;
  return done;
}

export async function unmergeIt(id: string, number: string, from: string): Promise<void> {
  const says = t('desk.did.unmerged', { number });
  await attempt(async () => {
    show(await unmerge(id));
    offerUndo({ act: 'unmerged', incidentId: id, from }, says);
    return says;
  });
  refreshIncident(from);
}

export async function close(it: IncidentSummary, disposition: Disposition, why: string): Promise<boolean> {
  const says = t('desk.did.closed', { number: shortNumber(it), disposition: word('disposition', disposition) });
  const stillOut = activeOf(it).map((one) => one.callSign);
  if (stillOut.length > 0) {
    complain(t('desk.close.stillOut', { callSigns: stillOut.join(', ') }));
    return false;
  }
  return endingIt(it.id, async () => {
    show(await closeIncident(it.id, disposition, why));
    offerUndo({ act: 'incidentClosed', incidentId: it.id }, says);
    return says;
  });
}

export async function reopenIt(it: IncidentSummary, reason: string): Promise<void> {
  const disposition = (incident.value?.id === it.id && incident.value.disposition) || 'CANCELLED';
  const says = t('desk.did.reopened', { number: shortNumber(it) });
  await attempt(async () => {
    show(await reopen(it.id, reason));
    offerUndo({ act: 'incidentReopened', incidentId: it.id, disposition }, says);
    select(it.id);
    return says;
  });
}

export async function writeNote(it: IncidentSummary, text: string): Promise<boolean> {
  return attempt(async () => {
    show(await note(it.id, text));
    return t('desk.did.note', { number: shortNumber(it) });
  });
}

/** Without a word: the alarm falls silent, and that says it. Only a refusal is told. */
export async function takeNotice(id: string): Promise<void> {
  try {
    show(await acknowledge(id));
  } catch (failure) {
    complain(sentence(failure));
  }
}

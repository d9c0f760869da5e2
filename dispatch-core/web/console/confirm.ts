import { signal } from '@preact/signals';
import { assign, divert } from '../shared/api/calls';
import { Refused, sentence } from '../shared/api/client';
import type { ContestedProblem } from '../shared/api/types';
import { t } from '../shared/i18n';
import {
  choose,
  chosen,
  lockConfirmation,
  lockedUntil,
  notice,
  panel,
  recommendation,
  recommends,
  refreshBoards,
  refreshIncident,
  refreshIncidents,
  refreshRecommendation,
  selectedId,
  waiting,
  wantsMore,
} from './store';

export const confirming = signal(false);
/** Why the last confirmation was refused, and what the server would do instead. */
export const contested = signal<{ incidentId: string; problem: ContestedProblem } | null>(null);
export const overrideReason = signal('');

/** Sends the chosen unit. Asked for twice, or right after the list changed under the hand, it does nothing. */
export async function confirm(): Promise<void> {
  const incidentId = selectedId.value;
  const pair = chosen.value;
  if (!incidentId || !pair || !recommends.value || panel.value !== 'incident' || confirming.value) return;
  if (!recommendation.value?.options.some((o) => o.unitId === pair.unitId && o.hospitalId === pair.hospitalId)) return;
  if (Date.now() < lockedUntil.value) {
    notice.value = { kind: 'failed', text: t('rec.changed') };
    return;
  }
  confirming.value = true;
  contested.value = null;
  try {
    const made = await send(incidentId, pair);
    notice.value = { kind: 'done', text: t('rec.assigned', { callSign: made.callSign }) };
    overrideReason.value = '';
    wantsMore.value = false;
  } catch (failure) {
    refused(incidentId, failure);
  } finally {
    confirming.value = false;
    refreshIncident();
    refreshIncidents();
    refreshBoards();
  }
}

/** For a unit that waits for a destination the choice is only where to. */
function send(incidentId: string, { unitId, hospitalId }: { unitId: string; hospitalId: string | null }) {
  const under = waiting.value;
  return under?.unitId === unitId && hospitalId !== null
    ? divert(under.id, hospitalId, overrideReason.value)
    : assign(incidentId, unitId, hospitalId, overrideReason.value);
}

function refused(incidentId: string, failure: unknown): void {
  if (failure instanceof Refused && failure.status === 409) {
    const problem = failure.problem as ContestedProblem;
    contested.value = { incidentId, problem };
    if (problem.nextBest) choose(problem.nextBest);
    lockConfirmation();
    refreshRecommendation();
  } else {
    notice.value = { kind: 'failed', text: sentence(failure) };
  }
}

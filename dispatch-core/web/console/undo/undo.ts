import { computed, signal } from '@preact/signals';
import { assign, closeIncident, recordStatus, reopenRoad } from '../../shared/api/calls';
import { t } from '../../shared/i18n';
import { now } from '../../shared/now';
import { change, divert, enterRoadClosure, merge, reopen, reportCapacity, setDuty, unmerge } from '../calls';
import { refreshHospitals, refreshUnits } from '../state/boards';
import { incidents } from '../state/incidents';
import { attempt } from '../state/read';
import { refreshRecommendation } from '../state/recommendation';
import { refreshClosures } from '../state/roads';
import { refreshIncident, select, show } from '../state/selected';
import { type Done, type Step, undoSteps } from './table';

/** As long as a person needs to see that it was the wrong one. */
export const UNDO_MS = 10_000;
/** More than these nobody remembers in ten seconds. */
const KEPT = 5;

interface Offer {
  done: Done;
  says: string;
  until: number;
}

const offers = signal<readonly Offer[]>([]);

/** What `z` would take back now: the last act whose time has not run out. */
export const offered = computed(() => offers.value.filter((offer) => offer.until > now.value).at(-1));

export const secondsLeft = computed(() =>
  offered.value ? Math.max(1, Math.ceil((offered.value.until - now.value) / 1000)) : 0,
);

/** After an act: offers to take it back. */
export function offerUndo(done: Done, says: string): void {
  if (undoSteps(done).length === 0) return;
  offers.value = [...offers.value.slice(1 - KEPT), { done, says, until: Date.now() + UNDO_MS }];
}

export async function undo(): Promise<void> {
  const offer = offered.peek();
  if (!offer || offer.until < Date.now()) return;
  offers.value = offers.value.filter((other) => other !== offer);
  await attempt(async () => {
    for (const step of undoSteps(offer.done)) await run(step);
    return t('desk.undo.done', { what: offer.says });
  });
  afterwards(offer.done);
}

async function run(step: Step): Promise<void> {
  const why = t('desk.undo.reason');
  switch (step.does) {
    case 'standDown':
      await recordStatus(step.assignmentId, 'CANCELLED', why);
      break;
    case 'assign':
      await assign(step.incidentId, step.unitId, step.hospitalId, why, '');
      break;
    case 'divert':
      await divert(step.assignmentId, step.hospitalId, why, why, '');
      break;
    case 'revise':
      show(await change(step.incidentId, incidents.get(step.incidentId)?.version ?? 0, step.change));
      break;
    case 'unmerge':
      show(await unmerge(step.incidentId));
      refreshIncident(step.other);
      break;
    case 'merge':
      await merge(step.incidentId, step.into);
      refreshIncident(step.into);
      break;
    case 'reopen':
      show(await reopen(step.incidentId, why));
      select(step.incidentId);
      break;
    case 'close':
      show(await closeIncident(step.incidentId, step.disposition, why));
      break;
    case 'openRoad':
      await reopenRoad(step.roadClosureId);
      break;
    case 'closeRoad':
      await enterRoadClosure(step.request);
      break;
    case 'setDuty':
      await setDuty(step.unitId, step.onDuty);
      break;
    case 'reportCapacity':
      await reportCapacity(step.hospitalId, step.report);
      break;
  }
}

function afterwards(done: Done): void {
  if ('incidentId' in done) refreshIncident(done.incidentId);
  refreshUnits();
  refreshHospitals();
  refreshClosures();
  refreshRecommendation();
}

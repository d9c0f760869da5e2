import { signal } from '@preact/signals';
import { assignFor } from '../../shared/api/calls';
import { Refused, sentence } from '../../shared/api/client';
import { t } from '../../shared/i18n';
import type { PlannedRide } from '../calls';
import { refreshHospitals, refreshUnits } from '../state/boards';
import { incidents } from '../state/incidents';
import { panel, selectedId } from '../state/panel';
import { justChanged, planning, refreshPlan } from '../state/plan';
import { complain, tell } from '../state/read';
import { incident, refreshIncident } from '../state/selected';
import { shortNumber } from '../state/words';
import { offerUndo } from '../undo/undo';

/** The unit that is just being sent. */
export const sending = signal<string | null>(null);

export function togglePlan(): void {
  panel.value = 'incident';
  planning.value = !planning.value;
}

/** One ride, as it is proposed; the next are planned again from what is then. */
export async function sendRide(ride: PlannedRide): Promise<void> {
  const incidentId = selectedId.value;
  const it = incident.value;
  if (!incidentId || !it || sending.value !== null) return;
  if (justChanged()) {
    complain(t('desk.plan.changed'));
    return;
  }
  sending.value = ride.unitId;
  try {
    const made = await assignFor(incidentId, ride.unitId, ride.hospitalId, ride.carries);
    const row = incidents.get(incidentId);
    const says = t('desk.did.assigned', { callSign: made.callSign, number: row ? shortNumber(row) : '' });
    offerUndo({ act: 'assigned', incidentId, assignmentId: made.id }, says);
    tell(says);
  } catch (failure) {
    if (!(failure instanceof Refused)) throw failure;
    complain(sentence(failure)); // somebody was faster, or a bed has gone: the plan below is made again
  } finally {
    sending.value = null;
    refreshIncident(incidentId);
    refreshUnits();
    refreshHospitals();
    refreshPlan();
  }
}

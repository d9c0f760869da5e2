import type { Hospital, Unit } from '../../shared/api/types';
import { t } from '../../shared/i18n';
import { type CapacityReport, confirmCapacity, reportCapacity, setDuty } from '../calls';
import { refreshHospitals, refreshUnits } from '../state/boards';
import { attempt } from '../state/read';
import { shortName } from '../state/words';
import { capacityBefore } from '../undo/table';
import { offerUndo } from '../undo/undo';

export async function changeDuty(unit: Unit, onDuty: boolean): Promise<void> {
  const says = t(onDuty ? 'desk.did.onDuty' : 'desk.did.offDuty', { callSign: unit.callSign });
  await attempt(async () => {
    await setDuty(unit.id, onDuty);
    offerUndo({ act: 'dutySet', unitId: unit.id, before: unit.onDuty }, says);
    return says;
  });
  refreshUnits();
}

/** What a hospital said on the telephone. */
export async function writeCapacity(hospital: Hospital, report: CapacityReport): Promise<boolean> {
  const says = t('desk.did.capacity', { hospital: shortName(hospital.name) });
  const before = capacityBefore(hospital, report);
  const done = await attempt(async () => {
    await reportCapacity(hospital.id, report);
    if (Object.keys(before).length > 0) offerUndo({ act: 'capacityReported', hospitalId: hospital.id, before }, says);
    return says;
  });
  refreshHospitals();
  return done;
}

export async function nothingChanged(hospital: Hospital): Promise<void> {
  await attempt(async () => {
    await confirmCapacity(hospital.id);
    return t('desk.did.confirmed', { hospital: shortName(hospital.name) });
  });
  refreshHospitals();
}

import { computed, effect } from '@preact/signals';
import { Refused } from '../../shared/api/client';
import type { SoftHold } from '../../shared/api/types';
import { chooseHospital } from '../calls';
import { hospitals } from './boards';
import { serverNow } from './clock';
import { selectedId, showsIncident } from './panel';
import { chosen } from './recommendation';
import { recommends } from './selected';

/** A hand that walks down the list has chosen nothing yet. */
const SETTLES_MS = 400;

/** The incident that is being decided, and the hospital looked at for it; empty while nobody decides. */
const looksAt = computed(() => {
  const pair = chosen.value;
  const deciding = recommends.value && showsIncident.value && pair?.incidentId === selectedId.value;
  return deciding && pair?.hospitalId ? `${selectedId.value} ${pair.hospitalId}` : '';
});

/** For which incident a bed is being kept, as far as this desk knows. */
let keptFor: string | undefined;
let settling: ReturnType<typeof setTimeout> | undefined;

effect(() => {
  const look = looksAt.value;
  clearTimeout(settling);
  if (look !== '' || keptFor !== undefined) settling = setTimeout(() => void tellOthers(look), SETTLES_MS);
});

/** The bed is this desk's for a minute and a half; a choice that is made anew begins them anew. */
async function tellOthers(look: string): Promise<void> {
  const [incidentId, hospitalId] = look.split(' ');
  if (keptFor && keptFor !== incidentId) await choose(keptFor, null);
  keptFor = incidentId || undefined;
  if (incidentId && hospitalId) await choose(incidentId, hospitalId);
}

/** A courtesy among desks: where it cannot be told nothing is lost, and whoever decides first has the bed as ever. */
async function choose(incidentId: string, hospitalId: string | null): Promise<void> {
  try {
    await chooseHospital(incidentId, hospitalId);
  } catch (failure) {
    if (!(failure instanceof Refused)) throw failure;
  }
}

/** Who else is choosing a bed of that hospital at this moment; of any kind when none is named. */
export function othersChoosing(hospitalId: string, kind?: string | null): SoftHold[] {
  return (hospitals.get(hospitalId)?.choosing ?? []).filter(
    (hold) =>
      hold.incidentId !== selectedId.value &&
      (kind === undefined || hold.kind === kind) &&
      Date.parse(hold.until) > serverNow.value,
  );
}

import { batch, computed, effect, signal } from '@preact/signals';
import { Refused, sentence } from '../../shared/api/client';
import { weigh, type WeighedPair } from '../calls';
import { panel, selectedId } from '../state/panel';
import { chosenOption, recommendation } from '../state/recommendation';
import { incident, wantsMore } from '../state/selected';

/** A pair of the person's own choice, beside those that are recommended. */
export const whatIf = signal<{ unitId: string | null; hospitalId: string | null } | null>(null);
export const weighed = signal<WeighedPair | null>(null);
export const weighFailure = signal('');

const PAUSE_MS = 150;

/** Opens the comparison, with this unit where one is named, and the best hospital so far. */
export function weighUnit(unitId: string | null): void {
  batch(() => {
    if (panel.value === 'incident' && whatIf.value && !unitId) {
      whatIf.value = null;
      return;
    }
    panel.value = 'incident';
    if (incident.value && incident.value.assignments.length > 0 && !recommendation.value) wantsMore.value = true;
    whatIf.value = { unitId: unitId ?? chosenOption()?.unitId ?? null, hospitalId: chosenOption()?.hospitalId ?? null };
  });
}

export function shutWhatIf(): void {
  whatIf.value = null;
  document.getElementById('detail')?.focus({ preventScroll: true });
}

/** Another incident, another comparison; and weighed again whenever the recommendation was reckoned again. */
const question = computed(() => {
  const pair = whatIf.value;
  const id = selectedId.value;
  return pair?.unitId && id ? { id, unitId: pair.unitId, hospitalId: pair.hospitalId, after: recommendation.value } : null;
});

let of: string | null = null;
effect(() => {
  if (selectedId.value !== of) whatIf.value = null;
  of = selectedId.value;
});

let asking = new AbortController();
let timer: ReturnType<typeof setTimeout> | undefined;
effect(() => {
  const asked = question.value;
  clearTimeout(timer);
  asking.abort();
  if (!asked) {
    weighed.value = null;
    return;
  }
  timer = setTimeout(() => {
    asking = new AbortController();
    void ask(asked, asking.signal);
  }, PAUSE_MS);
});

async function ask(asked: { id: string; unitId: string; hospitalId: string | null }, signal: AbortSignal): Promise<void> {
  try {
    const found = await weigh(asked.id, asked.unitId, asked.hospitalId, signal);
    if (signal.aborted) return;
    weighed.value = found;
    weighFailure.value = '';
  } catch (failure) {
    if (signal.aborted) return;
    weighed.value = null;
    weighFailure.value = failure instanceof Refused ? sentence(failure) : String(failure);
  }
}

import { computed, effect, signal } from '@preact/signals';
import { Refused, sentence } from '../../shared/api/client';
import type { Incident } from '../../shared/api/types';
import { type CasualtyPlan, planCasualties } from '../calls';
import { paced } from './paced';
import { selectedId } from './panel';
import { quietly } from './read';
import { incident } from './selected';

/** A plan may take the server a second: it is not asked for more often than it can be read. */
const GAP_MS = 1500;

/** Whether the plan for many is looked at; it is asked for only then. */
export const planning = signal(false);

const asked = signal<{ incidentId: string; plan: CasualtyPlan } | null>(null);
export const planFailure = signal('');

export const casualtyPlan = computed(() =>
  planning.value && asked.value?.incidentId === selectedId.value ? asked.value.plan : null,
);

/** How many may still need a vehicle, by cards and by what callers say. */
export function countHurt(it: Incident): number {
  return Math.max(it.injured ?? 0, it.patients.filter((patient) => patient.triage !== 'BLACK').length);
}

/** For one patient the recommendation is the plan. */
export function isForMany(it: Incident): boolean {
  return it.status === 'OPEN' && countHurt(it) > 1;
}

/** After the rides changed under the hand, for so long none is sent. */
const LOCK_MS = 1000;
let changedAt = 0;

export function justChanged(): boolean {
  return Date.now() < changedAt + LOCK_MS;
}

function ridesOf(plan: CasualtyPlan | undefined): string {
  return (plan?.rides ?? []).map((ride) => `${ride.unitId} ${ride.hospitalId} ${ride.carries.join()}`).join(';');
}

export const refreshPlan = paced(() => quietly(read), GAP_MS);

let asking = new AbortController();

async function read(): Promise<void> {
  const id = selectedId.value;
  if (id === null || !planning.value) return;
  asking.abort();
  asking = new AbortController();
  const { signal: stopped } = asking;
  try {
    const plan = await planCasualties(id, stopped);
    if (stopped.aborted || selectedId.value !== id) return;
    if (asked.peek()?.incidentId === id && ridesOf(asked.peek()?.plan) !== ridesOf(plan)) changedAt = Date.now();
    asked.value = { incidentId: id, plan };
    planFailure.value = '';
  } catch (failure) {
    if (stopped.aborted) return;
    if (!(failure instanceof Refused)) throw failure;
    if (selectedId.value === id) planFailure.value = sentence(failure);
  }
}

/** Another incident, another plan; another version of it is another question. */
let of: string | null = null;
effect(() => {
  if (selectedId.value !== of) planning.value = false;
  of = selectedId.value;
});

const question = computed(() => (planning.value && incident.value ? `${incident.value.id} ${incident.value.version}` : ''));

effect(() => {
  if (question.value === '') asking.abort();
  else refreshPlan();
});

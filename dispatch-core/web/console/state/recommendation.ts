import { batch, computed, effect, signal } from '@preact/signals';
import { recommend } from '../../shared/api/calls';
import { Refused, sentence } from '../../shared/api/client';
import type { DispatchOption, Recommendation } from '../../shared/api/types';
import { paced } from './paced';
import { selectedId } from './panel';
import { quietly } from './read';
import { incident, recommends } from './selected';

const GAP_MS = 250;
/** After the list changed under the hand, for so long nothing is sent. */
const LOCK_MS = 1000;

interface Asked {
  incidentId: string;
  found: Recommendation;
  /** What each pair took before, where the answer before this one said otherwise. */
  before: ReadonlyMap<string, number>;
}

const asked = signal<Asked | null>(null);

export const recommendation = computed(() =>
  recommends.value && asked.value?.incidentId === selectedId.value ? asked.value.found : null,
);
export const recommendationFailure = signal('');

/** The option that a person would confirm now, by who and where, not by its place in the list. */
export interface Pair {
  unitId: string;
  hospitalId: string | null;
}
export const chosen = signal<(Pair & { incidentId: string | null }) | null>(null);

/** Until then nothing is confirmed: the choice was changed by the server and not by the person. */
let lockedUntil = 0;

export function lockConfirmation(): void {
  lockedUntil = Date.now() + LOCK_MS;
}

export function isLocked(): boolean {
  return Date.now() < lockedUntil;
}

export function isChosen(option: Pair): boolean {
  return chosen.value?.unitId === option.unitId && chosen.value.hospitalId === option.hospitalId;
}

export function choose({ unitId, hospitalId }: Pair): void {
  chosen.value = { unitId, hospitalId, incidentId: selectedId.value };
}

export function chosenOption(): DispatchOption | undefined {
  return recommendation.value?.options.find(isChosen);
}

export function chooseBy(step: number): void {
  const options = recommendation.value?.options ?? [];
  const at = options.findIndex(isChosen);
  const next = options[Math.min(options.length - 1, Math.max(0, at + step))];
  if (next) choose(next);
}

/** What this pair took in the answer before, when that was told otherwise. */
export function beforeS(option: Pair): number | undefined {
  return asked.value?.before.get(keyOf(option));
}

export const refreshRecommendation = paced(() => quietly(read), GAP_MS);

let asking = new AbortController();

async function read(): Promise<void> {
  const id = selectedId.value;
  if (id === null || !recommends.value) return;
  asking.abort();
  asking = new AbortController();
  try {
    const found = await recommend(id, asking.signal);
    if (selectedId.value === id && recommends.value) take(id, found);
  } catch (failure) {
    if (!(failure instanceof Refused)) throw failure;
    if (selectedId.value === id) recommendationFailure.value = sentence(failure);
  }
}

function take(incidentId: string, found: Recommendation): void {
  batch(() => {
    asked.value = { incidentId, found, before: changes(incidentId, found) };
    recommendationFailure.value = '';
    keepChoice(found);
  });
}

/** A minute is the least that a person would act upon. */
const NOTICED_S = 60;

function changes(incidentId: string, found: Recommendation): Map<string, number> {
  const old = asked.peek()?.incidentId === incidentId ? (asked.peek()?.found.options ?? []) : [];
  const took = new Map(old.map((option) => [keyOf(option), option.timeToCareS]));
  return new Map(
    found.options.flatMap((option) => {
      const was = took.get(keyOf(option));
      return was !== undefined && Math.abs(was - option.timeToCareS) >= NOTICED_S ? [[keyOf(option), was]] : [];
    }),
  );
}

function keepChoice(found: Recommendation): void {
  const mine = chosen.value?.incidentId === selectedId.value;
  if (mine && found.options.some(isChosen)) return;
  if (mine) lockConfirmation();
  const best = found.options[0];
  if (best) choose(best);
  else chosen.value = null;
}

function keyOf(pair: Pair): string {
  return `${pair.unitId} ${pair.hospitalId}`;
}

/** Asked whenever one is wanted of an incident as it stands: another version is another question. */
const question = computed(() => {
  const it = incident.value;
  return recommends.value && it ? `${it.id} ${it.version}` : '';
});

effect(() => {
  if (question.value === '') asking.abort();
  else refreshRecommendation();
});

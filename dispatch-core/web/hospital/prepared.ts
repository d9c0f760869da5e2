import { signal } from '@preact/signals';
import { type Change, changesSince, type Incoming, isWorse, type Prepared, preparedFor } from './arrivals/expected';
import { hospitalId } from './store';

/** What this ward has prepared for, by assignment; kept over a reload, so that a change is not lost with it. */
const prepared = signal<Record<string, Prepared>>({});

export function openPrepared(): void {
  try {
    prepared.value = JSON.parse(localStorage.getItem(storageKey()) ?? '{}') as Record<string, Prepared>;
  } catch {
    prepared.value = {};
  }
}

/** Whoever is on the list for the first time is expected as he is; who has left it is forgotten. */
export function meet(incoming: readonly Incoming[]): void {
  const next = Object.fromEntries(
    incoming.map((one) => [one.assignmentId, prepared.peek()[one.assignmentId] ?? preparedFor(one)] as const),
  );
  if (JSON.stringify(next) !== JSON.stringify(prepared.peek())) keep(next);
}

export function changesOf(incoming: Incoming): Change[] {
  const before = prepared.value[incoming.assignmentId];
  return before ? changesSince(before, incoming) : [];
}

/** Worse than this ward has prepared for, and nobody has seen that yet. */
export function isUnexpectedlyBad(incoming: Incoming): boolean {
  const before = prepared.value[incoming.assignmentId];
  return before !== undefined && isWorse(before, incoming);
}

/** Somebody has seen how it is now. */
export function prepareFor(incoming: Incoming): void {
  keep({ ...prepared.peek(), [incoming.assignmentId]: preparedFor(incoming) });
}

function keep(next: Record<string, Prepared>): void {
  prepared.value = next;
  try {
    localStorage.setItem(storageKey(), JSON.stringify(next));
  } catch {
    // Without a store a change is pointed out until the page is closed.
  }
}

function storageKey(): string {
  return `hospital.prepared.${hospitalId()}`;
}

import { computed, signal } from '@preact/signals';
import { Refused, sentence } from '../shared/api/client';
import type { Hospital } from '../shared/api/types';
import { newKey } from '../shared/key';
import { session } from '../shared/session';
import * as calls from './calls';
import * as box from './outbox';
import { adopt, hospitalId, refreshAll, refreshArrivals, refreshBoard } from './store';

/** Soon enough for a ward, seldom enough for a server that has just come back. */
const TRY_AGAIN_MS = 4000;

/** What was pressed here and has not reached the server; kept over a reload, a crash and an expired session. */
export const outbox = signal<box.Outbox>([]);
/** The entry that is under way. */
export const inFlight = signal<string | null>(null);
/** When the last report reached the server, by this machine; 0 = not since the page was opened. */
export const lastSentAt = signal(0);
/** The number that the server gave to each report sent from here. */
const numbers = new Map<string, number>();

export const unsent = computed(() => box.waiting(outbox.value));
export const conflict = computed(() => box.conflict(outbox.value));
export const refusals = computed(() => outbox.value.filter((entry) => entry.refused));

let retry: ReturnType<typeof setTimeout> | undefined;

/** Whose presses these are; still known when the session has just ended, so that the last of them are not lost with it. */
let owner = '';

/** Takes up what was left unsent on this machine for this hospital. */
export function openOutbox(): () => void {
  owner = hospitalId();
  outbox.value = stored();
  const otherTab = (event: StorageEvent) => {
    if (event.key === storageKey()) outbox.value = stored();
  };
  addEventListener('storage', otherTab);
  addEventListener('online', send);
  send();
  return () => {
    removeEventListener('storage', otherTab);
    removeEventListener('online', send);
    clearTimeout(retry);
  };
}

export function put(entry: box.Entry): void {
  keep(box.add(outbox.value, entry));
  send();
}

export function answer(assignmentId: string, callSign: string, said: box.Answer, reason: string | null): void {
  put({ kind: 'answer', key: newKey(), at: Date.now(), assignmentId, callSign, answer: said, reason });
}

export function see(assignmentId: string): void {
  put({ kind: 'seen', key: newKey(), at: Date.now(), assignmentId });
}

/** The number under which the server keeps what was sent by that press, once it does. */
export function numberOf(key: string): number | undefined {
  return numbers.get(key);
}

export function drop(key: string): void {
  keep(box.dropped(outbox.value, key));
}

export function resolve(whose: 'mine' | 'theirs'): void {
  const newest = conflict.value?.newest;
  if (!newest) return;
  keep(whose === 'mine' ? box.mineAreRight(outbox.value, newest.id) : box.theirsAreRight(outbox.value));
  send();
}

/** Sends what may be sent, one after the other; called as often as anybody likes. */
export function send(): void {
  clearTimeout(retry);
  const entry = box.next(outbox.value);
  if (!entry || inFlight.value || !session.value) return;
  inFlight.value = entry.key;
  keep(box.tried(outbox.value, entry.key));
  void deliver(entry).then((goOn) => {
    inFlight.value = null;
    if (goOn) send();
    else retry = setTimeout(send, TRY_AGAIN_MS);
  });
}

/** Whether the next may follow at once; not when the line or the server is away. */
async function deliver(entry: box.Entry): Promise<boolean> {
  try {
    await tell(entry);
    return true;
  } catch (failure) {
    return failed(entry, failure);
  }
}

async function tell(entry: box.Entry): Promise<void> {
  if (box.isCapacity(entry)) {
    const said = await (entry.kind === 'report' ? calls.report(hospitalId(), entry) : calls.confirm(hospitalId(), entry));
    arrived(entry, said);
    refreshBoard();
    return;
  }
  if (entry.kind === 'answer') await calls.answer(hospitalId(), entry.assignmentId, entry.answer, entry.reason);
  else await calls.see(hospitalId(), entry.assignmentId);
  keep(box.arrived(outbox.value, entry.key, null));
  refreshAll();
}

function arrived(entry: box.CapacityEntry, said: Hospital): void {
  const id = said.capacity.reportId ?? null;
  if (id !== null) numbers.set(entry.key, id);
  adopt(said);
  lastSentAt.value = Date.now();
  keep(box.arrived(outbox.value, entry.key, id));
}

function failed(entry: box.Entry, failure: unknown): boolean {
  if (!(failure instanceof Refused) || failure.status === 0 || failure.status >= 500 || failure.status === 401 || failure.status === 429) {
    return false;
  }
  const newest = (failure.problem as { newest?: box.Newest }).newest;
  if (failure.code === 'stale' && newest) {
    keep(box.outdated(outbox.value, entry.key, newest));
    refreshBoard();
  } else {
    keep(box.refused(outbox.value, entry.key, sentence(failure)));
    refreshArrivals();
  }
  return true;
}

function keep(next: box.Outbox): void {
  outbox.value = next;
  try {
    localStorage.setItem(storageKey(), JSON.stringify(next));
  } catch {
    // A full or forbidden store: what is pressed is then kept for as long as the page is open.
  }
}

function stored(): box.Outbox {
  try {
    return JSON.parse(localStorage.getItem(storageKey()) ?? '[]') as box.Outbox;
  } catch {
    return [];
  }
}

function storageKey(): string {
  return `hospital.outbox.${owner}`;
}

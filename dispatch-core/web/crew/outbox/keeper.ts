import { signal } from '@preact/signals';
import { language } from '../../shared/i18n';
import { liveState } from '../../shared/live';
import { end, session } from '../../shared/session';
import { changed, crew, vault, waiting } from '../store';
import type { Bodies, Draft, Item, Kind } from './item';
import { sendAll } from './sender';
import { refreshOrder } from '../order/follow';
import { dropTiles } from '../route/tiles';

const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 30_000;
/** Asks the browser to wake the worker when there is network again, page or no page. */
const SYNC_TAG = 'crew-outbox';

/** Whether somebody must sign in before anything can be sent. */
export const signInNeeded = signal(false);

let sending: Promise<void> | undefined;
let again = false;
let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Whether the last report could not be kept: the one thing that the crew must do again, by radio if need be. */
export const notKept = signal(false);

/** Keeps a report on the tablet; from here on it is the tablet's to deliver. Throws when the tablet has no room even so. */
export async function report<K extends Kind>(kind: K, body: Bodies[K], assignmentId: string | null): Promise<void> {
  const unitId = crew.value?.unitId;
  if (!unitId) return;
  const draft = { kind, body, unitId, assignmentId, at: new Date().toISOString() } as Draft;
  try {
    await keep(draft);
    notKept.value = false;
  } catch (cause) {
    notKept.value = true;
    throw cause;
  }
  await changed();
  send();
}

/** On a full disk the map gives way: it can be had again, a press cannot. */
async function keep(draft: Draft): Promise<void> {
  const kept = await vault;
  await kept.add(draft).catch(async () => {
    await dropTiles();
    await kept.add(draft);
  });
}

/** A refusal that the crew has read: it stays in the list, and asks for nothing any more. */
export async function markSeen(item: Item): Promise<void> {
  if (item.refused) await (await vault).put({ ...item, refused: { ...item.refused, seen: true } });
  await changed();
}

/** The same report once more, with the number it had: should it have counted after all, it counts once. */
export async function tryAgain(item: Item): Promise<void> {
  await (await vault).put({ ...item, refused: null, faults: 0 });
  await changed();
  send();
}

/** Sends what waits, soon; asked for during a sending, once more after it. */
export function send(): void {
  clearTimeout(timer);
  if (sending) {
    again = true;
    return;
  }
  sending = sendOnce().finally(() => {
    sending = undefined;
    if (again) {
      again = false;
      send();
    }
  });
}

async function sendOnce(): Promise<void> {
  const before = waiting.value.length;
  const rest = await sendAll(await vault, () => language.value).catch(() => 'later' as const);
  await changed();
  signInNeeded.value = rest === 'signIn' && crew.value !== null;
  if (rest === 'signIn' && session.value) end(true);
  if (rest === 'later') {
    const wait = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures);
    failures += 1;
    timer = setTimeout(send, wait);
    void askForSync();
  } else {
    failures = 0;
    // Whatever was counted or refused, the case may be another now.
    if (before > 0) refreshOrder();
  }
}

/** Everything that may mean that the network is back. */
export function startSending(): () => void {
  const now = () => {
    failures = 0;
    send();
  };
  const visible = () => document.visibilityState === 'visible' && now();
  addEventListener('online', now);
  document.addEventListener('visibilitychange', visible);
  const stop = liveState.subscribe((state) => {
    if (state === 'connected') now();
  });
  now();
  return () => {
    stop();
    clearTimeout(timer);
    removeEventListener('online', now);
    document.removeEventListener('visibilitychange', visible);
  };
}

async function askForSync(): Promise<void> {
  try {
    const registration = (await navigator.serviceWorker?.getRegistration()) as
      | (ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } })
      | undefined;
    await registration?.sync?.register(SYNC_TAG);
  } catch {
    // Not there, or not allowed: the timer and the events above remain.
  }
}

import { effect, signal } from '@preact/signals';
import { current } from '../store';

/** Whether the browser has promised not to throw the tablet's memory away when the disk is full. */
export const isStored = signal(false);

const WORKER = '/crew-worker.js';
const SCOPE = '/crew';
/** A shift's length between two looks for a new version is enough. */
const LOOK_EVERY_MS = 3_600_000;

const newer = signal<ServiceWorker | null>(null);

/** Puts the page on the tablet. Without it everything works while there is network. */
export async function install(): Promise<void> {
  void keepStorage();
  // While developing there is no worker: the pages are not built.
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  try {
    const registration = await navigator.serviceWorker.register(WORKER, { scope: SCOPE, updateViaCache: 'none' });
    watch(registration);
    setInterval(() => void registration.update().catch(() => undefined), LOOK_EVERY_MS);
  } catch {
    // Not over https, or the disk is full: the page says what is not kept.
  }
}

/** A new version takes the place of this one when there is no order: never in the middle of a case. */
export function updateWhenFree(): () => void {
  return effect(() => {
    if (newer.value && !current.value) newer.value.postMessage('take over');
  });
}

function watch(registration: ServiceWorkerRegistration): void {
  const take = (worker: ServiceWorker | null) => {
    // The very first version replaces nothing.
    if (worker && navigator.serviceWorker.controller) newer.value = worker;
  };
  take(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => worker.state === 'installed' && take(worker));
  });
  let hasOne = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (hasOne) location.reload();
    hasOne = true;
  });
}

async function keepStorage(): Promise<void> {
  try {
    isStored.value = (await navigator.storage.persisted()) || (await navigator.storage.persist());
  } catch {
    isStored.value = false;
  }
}

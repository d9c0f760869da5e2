/// <reference lib="webworker" />
import { openVault } from '../vault/indexed';
import { sendAll } from '../outbox/sender';

/**
 * Answers for the crew page when nobody else does: the page's own files as they were built together, tiles that the page
 * has put on the tablet, and what the server last said of itself. Orders and reports are none of its business: they are in
 * the vault; it only sends what waits there when the browser wakes it.
 */
declare const self: ServiceWorkerGlobalScope;

/** Put in by the build: what this version of the page consists of, and a name for just that. */
declare const SHELL_FILES: readonly string[];
declare const SHELL_VERSION: string;

const SHELL = `crew-shell-${SHELL_VERSION}`;
const SHELLS = 'crew-shell-';
const ANSWERS = 'crew-answers';
const PAGE = '/crew';
const TILES = '/api/v1/map/tiles/';
/** Answers that do no harm when they are old, and without which the page cannot draw or say what it is; not for `?now`. */
const KEPT_ANSWERS = new Set(['/api/v1/about', '/api/v1/map/info']);
/** A line that is half dead is given up for the copy after this. */
const PATIENCE_MS = 4_000;

interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(SHELL).then((shell) => shell.addAll(SHELL_FILES.map(freshly))));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOldShells().then(() => self.clients.claim()));
});

/** A new version waits until the page says that there is no order. */
self.addEventListener('message', (event) => {
  if (event.data === 'take over') void self.skipWaiting();
});

self.addEventListener('sync', (event) => {
  if ((event as SyncEvent).tag === 'crew-outbox') (event as SyncEvent).waitUntil(sendWaiting());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    if (url.pathname === PAGE) event.respondWith(fromShell(PAGE, request));
  } else if (url.pathname.startsWith(TILES)) {
    event.respondWith(tile(url.pathname, request));
  } else if (KEPT_ANSWERS.has(url.pathname) && url.search === '') {
    event.respondWith(lastAnswer(url.pathname, request));
  } else if (SHELL_FILES.includes(url.pathname)) {
    event.respondWith(fromShell(url.pathname, request));
  }
});

/** What has a hash in its name is not sent twice; the rest must be of this build and not of the one before. */
function freshly(file: string): Request {
  return new Request(file, { cache: file.startsWith('/assets/') ? 'default' : 'no-cache' });
}

/** All files of one page come from one build; what is not there, as on a full disk, from the server. */
async function fromShell(path: string, request: Request): Promise<Response> {
  const shell = await caches.open(SHELL);
  return (await shell.match(path, { ignoreVary: true })) ?? fetch(request);
}

/** Its address changes with the map, so a tile that is on the tablet is the right one. */
async function tile(path: string, request: Request): Promise<Response> {
  return (await caches.match(path, { ignoreVary: true })) ?? fetch(request).catch(() => Response.error());
}

async function lastAnswer(path: string, request: Request): Promise<Response> {
  const answers = await caches.open(ANSWERS);
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (response.ok) await answers.put(path, response.clone());
    return response;
  } catch (cause) {
    const kept = await answers.match(path);
    if (kept) return kept;
    throw cause;
  }
}

async function dropOldShells(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(SHELLS) && name !== SHELL).map((name) => caches.delete(name)));
}

/** Fails when something is left, so that the browser wakes the worker again later. */
async function sendWaiting(): Promise<void> {
  const rest = await sendAll(await openVault(), () => 'vi');
  new BroadcastChannel('crew').postMessage('changed');
  if (rest === 'later') throw new Error('not all was sent');
}

import { sendAll } from './outbox';
import { STORE, storedAs } from './store';

/** On one bar of signal a page may take this long; then the one on the phone is better than none. */
const PATIENCE_MS = 8_000;

/** A phone follows few reports. */
const TRACKED_MAX = 10;

/** The parts of a service worker's world that are used here; the compiler's own description cannot stand beside the page's. */
interface Waiting extends Event {
  waitUntil(done: Promise<unknown>): void;
}
interface Fetching extends Waiting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Syncing extends Waiting {
  readonly tag: string;
}
interface Worker {
  addEventListener(type: 'install' | 'activate', act: (event: Waiting) => void): void;
  addEventListener(type: 'fetch', act: (event: Fetching) => void): void;
  addEventListener(type: 'sync', act: (event: Syncing) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
}
const worker = self as unknown as Worker;

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(freshPage(request));
  else if (pathname.startsWith('/assets/') || pathname === '/icon.svg') event.respondWith(keptFile(request));
});

/** The page was closed with a report on the phone, and there is a network again. */
worker.addEventListener('sync', (event) => {
  if (event.tag === 'unsent') event.waitUntil(sendAll());
});

/** From the server as long as it answers in time, so that nobody reads an old page for a new one; else from the phone. */
async function freshPage(request: Request): Promise<Response> {
  const kept = findPage(request);
  const asked = fetch(request).then(async (answer) => {
    if (answer.ok && answer.type === 'basic') await keepPage(request, answer.clone());
    return answer;
  });
  const late = new Promise<'late'>((tell) => setTimeout(() => tell('late'), PATIENCE_MS));
  const first = await Promise.race([asked.catch(() => 'lost' as const), late]);
  if (first instanceof Response && first.status < 500) return first;
  return (await kept) ?? (first instanceof Response ? first : asked);
}

async function findPage(request: Request): Promise<Response | undefined> {
  const store = await caches.open(STORE);
  return (
    (await store.match(storedAs(request.url), { ignoreVary: true })) ??
    (await store.match(new URL(request.url).pathname, { ignoreSearch: true, ignoreVary: true }))
  );
}

async function keepPage(request: Request, answer: Response): Promise<void> {
  const store = await caches.open(STORE);
  await store.put(storedAs(request.url), answer);
  const tracked = (await store.keys()).filter((one) => new URL(one.url).pathname.startsWith('/track/'));
  await Promise.all(tracked.slice(0, Math.max(0, tracked.length - TRACKED_MAX)).map((one) => store.delete(one)));
}

async function keptFile(request: Request): Promise<Response> {
  return (await (await caches.open(STORE)).match(request)) ?? fetch(request);
}

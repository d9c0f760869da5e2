import { languageQuery } from './phrases';
import { STORE } from './store';

/** The worker answers for these when there is no network. */
const SCOPES = ['/report', '/track/'];

/** Keeps the form, the advice and what they are drawn with on the phone, once the page itself is there. */
export async function keepPages(): Promise<void> {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return;
  try {
    await Promise.all(SCOPES.map((scope) => navigator.serviceWorker.register('/report-worker.js', { scope })));
    const store = await caches.open(STORE);
    const files = ownFiles();
    const missing = await missingFrom(store, files);
    await eachKept(store, [`/report${languageQuery()}`, ...missing, `/report/first-aid${languageQuery()}`]);
    await forgetOthers(store, files);
  } catch {
    // No room, or no network already: the page works without.
  }
}

/**
 * One after the other, the form first: on one bar of signal all at once may end with nothing, and a form without its style is better
 * than none. The error of the first that cannot be had ends it; what came before stays.
 */
async function eachKept(store: Cache, addresses: string[]): Promise<void> {
  for (const address of addresses) await store.add(address);
}

/** Named with a hash: what is there is right. */
async function missingFrom(store: Cache, files: string[]): Promise<string[]> {
  const there = await Promise.all(files.map((file) => store.match(file)));
  return files.filter((_, i) => !there[i]);
}

async function forgetOthers(store: Cache, files: string[]): Promise<void> {
  const old = (await store.keys())
    .map((request) => new URL(request.url).pathname)
    .filter((path) => path.startsWith('/assets/') && !files.includes(path));
  await Promise.all(old.map((path) => store.delete(path)));
}

/** Everything that this document was drawn with. */
function ownFiles(): string[] {
  const named = Array.from(document.querySelectorAll('link[rel=stylesheet], link[rel=icon], script[src], svg.pic use'), (one) => {
    const address = one.getAttribute('href') ?? one.getAttribute('src') ?? '';
    return address.replace(/#.*/, '');
  });
  return Array.from(new Set(named.filter((address) => address.startsWith('/'))));
}

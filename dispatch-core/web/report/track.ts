import { phrase } from './phrases';

/** Often enough to see a unit set out; each time costs a kilobyte. */
const REFRESH_MS = 15_000;

/** What is older is shown as old. */
const STALE_S = 60;

/** Reads the state again and again, and says at any time how old it is. */
export function startTracking(): void {
  setInterval(showAge, 1000);
  setInterval(() => {
    if (!document.hidden) void refresh();
  }, REFRESH_MS);
  addEventListener('online', () => void refresh());
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void refresh();
  });
  showAge();
  void refresh();
}

async function refresh(): Promise<void> {
  const now = document.getElementById('state');
  if (!now) return;
  const address = new URL(location.href);
  address.searchParams.set('part', 'state');
  try {
    const answer = await fetch(address);
    if (!answer.ok) return;
    // Written and escaped by our server; parsed apart, where no script runs.
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('state');
    if (!fresh) return;
    replace(now, document.importNode(fresh, true));
    showAge();
  } catch {
    // The age tells.
  }
}

/** What has not changed stays, so that a screen reader does not repeat it. */
function replace(now: HTMLElement, fresh: HTMLElement): void {
  now.dataset['at'] = fresh.dataset['at'];
  const same = textOf(now) === textOf(fresh);
  if (same) {
    const updated = now.querySelector('.updated');
    const next = fresh.querySelector('.updated');
    if (updated && next) updated.replaceWith(next);
  } else {
    now.replaceWith(fresh);
  }
}

function textOf(state: HTMLElement): string {
  const copy = state.cloneNode(true) as HTMLElement;
  copy.querySelector('.updated')?.remove();
  return copy.textContent?.replace(/\s+/g, ' ') ?? '';
}

function showAge(): void {
  const state = document.getElementById('state');
  const place = document.getElementById('age');
  const at = Date.parse(state?.dataset['at'] ?? '');
  if (!state || !place || Number.isNaN(at)) return;
  const seconds = Math.max(0, Math.floor((Date.now() - at) / 1000));
  place.textContent = phrase('report.track.age', { age: spoken(seconds) });
  state.classList.toggle('stale', seconds > STALE_S);
}

export function spoken(seconds: number): string {
  if (seconds < 120) return phrase('report.track.seconds', { n: seconds });
  if (seconds < 7200) return phrase('report.track.minutes', { n: Math.floor(seconds / 60) });
  return phrase('report.track.hours', { n: Math.floor(seconds / 3600) });
}

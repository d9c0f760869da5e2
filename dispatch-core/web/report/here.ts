import { phrase } from './phrases';

/** Coarser than this a crew does not find anybody by it. */
const FAR_M = 500;

/** Good enough to stop looking for better. */
const FINE_M = 30;

/** A receiver that was asleep needs some time in a valley. */
const LOOK_FOR_MS = 20_000;

const RING_FINE = 10;
const RING_FAR = 30;

/** "Send my location": asks the phone, shows how sure it is, and keeps the best answer in the form. */
export function offerLocation(form: HTMLFormElement): void {
  const box = form.querySelector<HTMLElement>('#here');
  const ask = form.querySelector<HTMLButtonElement>('#here-ask');
  const drop = form.querySelector<HTMLButtonElement>('#here-drop');
  if (!box || !ask || !drop || !('geolocation' in navigator)) return;
  box.hidden = false;
  ask.hidden = false;
  drop.hidden = !field(form, 'lat').value;
  let stop = () => {};
  ask.addEventListener('click', () => {
    stop();
    stop = look(form);
  });
  drop.addEventListener('click', () => {
    stop();
    for (const name of ['lat', 'lon', 'accuracy']) field(form, name).value = '';
    say(form, '', 'none');
    ring(form, null);
    drop.hidden = true;
    ask.focus();
  });
}

/** Watches until the place is fine or the time is over; every better answer is kept at once. */
function look(form: HTMLFormElement): () => void {
  say(form, phrase('report.here.looking'), 'looking');
  let best = Infinity;
  const stop = () => {
    navigator.geolocation.clearWatch(watch);
    clearTimeout(timer);
  };
  const watch = navigator.geolocation.watchPosition(
    ({ coords }) => {
      if (coords.accuracy >= best) return;
      best = coords.accuracy;
      keep(form, coords);
      if (best <= FINE_M) stop();
    },
    (fault) => {
      const denied = fault.code === fault.PERMISSION_DENIED;
      if (best === Infinity) say(form, phrase(denied ? 'report.here.denied' : 'report.here.failed'), 'failed');
      if (denied) stop(); // a receiver that has lost its satellites finds them again
    },
    { enableHighAccuracy: true, timeout: LOOK_FOR_MS, maximumAge: 10_000 },
  );
  const timer = setTimeout(stop, LOOK_FOR_MS);
  return stop;
}

function keep(form: HTMLFormElement, coords: GeolocationCoordinates): void {
  const m = Math.max(1, Math.round(coords.accuracy));
  field(form, 'lat').value = coords.latitude.toFixed(6);
  field(form, 'lon').value = coords.longitude.toFixed(6);
  field(form, 'accuracy').value = String(m);
  const far = m > FAR_M;
  say(form, phrase(far ? 'report.here.far' : 'report.here.found', { m: rounded(m) }), far ? 'far' : 'found');
  ring(form, m);
  form.dispatchEvent(new Event('change'));
  const drop = form.querySelector<HTMLElement>('#here-drop');
  if (drop) drop.hidden = false;
  form.querySelector('#here')?.scrollIntoView({ block: 'nearest' });
  void nameOf(form, coords);
}

/** Nobody believes the last digit. */
function rounded(m: number): number {
  const step = m < 100 ? 5 : m < 1000 ? 10 : 100;
  return Math.max(step, Math.round(m / step) * step);
}

/** Says which post or commune that is, where the network lets us ask: whoever stands there sees whether it is right. */
async function nameOf(form: HTMLFormElement, { latitude, longitude }: GeolocationCoordinates): Promise<void> {
  try {
    const answer = await fetch(`/api/v1/places/at?lat=${latitude.toFixed(6)}&lon=${longitude.toFixed(6)}`);
    if (!answer.ok || field(form, 'lat').value !== latitude.toFixed(6)) return;
    const { label } = (await answer.json()) as { label?: string };
    const status = form.querySelector('#here-status');
    if (label && status) status.textContent = `${status.textContent} ${phrase('report.here.near', { label })}.`;
  } catch {
    // It is a courtesy.
  }
}

/** The circle grows with the error; it is no map, the metres stand beside it in words. */
function ring(form: HTMLFormElement, m: number | null): void {
  const drawn = form.querySelector<SVGElement>('#here-ring');
  if (!drawn) return;
  drawn.toggleAttribute('hidden', m === null);
  if (m === null) return;
  const share = Math.min(1, Math.log10(Math.max(1, m / FINE_M)) / Math.log10(FAR_M / FINE_M));
  drawn.querySelector('.ring-area')?.setAttribute('r', (RING_FINE + share * (RING_FAR - RING_FINE)).toFixed(1));
}

function say(form: HTMLFormElement, text: string, state: string): void {
  const status = form.querySelector<HTMLElement>('#here-status');
  if (!status) return;
  status.textContent = text;
  status.dataset['state'] = state;
}

export function field(form: HTMLFormElement, name: string): HTMLInputElement {
  return form.elements.namedItem(name) as HTMLInputElement;
}

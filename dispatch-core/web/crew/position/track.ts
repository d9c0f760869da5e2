import { computed, effect, signal } from '@preact/signals';
import { send } from '../outbox/keeper';
import { guideOf, progress } from '../route/guide';
import { askFromHere } from '../route/routes';
import { current, routeAhead, vault } from '../store';
import type { Fix } from '../vault/vault';
import { FIXES_MAX, isWorthKeeping, thin } from './thin';

/** none: not asked yet. denied: the person or the machine does not allow it. lost: allowed, but nothing is received. */
export type Receiver = 'none' | 'there' | 'lost' | 'denied' | 'missing';

export const receiver = signal<Receiver>('none');
/** Where the tablet is now, as measured. */
export const here = signal<Fix | null>(null);

/** Longer without a position the receiver counts as lost: in a gorge that is a matter of minutes. */
const LOST_AFTER_MS = 180_000;
/** Without an order the receiver sleeps between two looks. */
const IDLE_EVERY_MS = 60_000;
/** With an order a receiver that says nothing because nothing moves is asked that often. */
const STILL_EVERY_MS = 120_000;
/** Without an order nobody watches the mark move; positions go in one batch a minute. */
const IDLE_BATCH_MS = 60_000;

const EXACT: PositionOptions = { enableHighAccuracy: true, maximumAge: 5_000, timeout: 30_000 };

let lastKept: Fix | null = null;
let sentAt = 0;
let alongM = 0;
let alongOf: unknown = null;

const guide = computed(() => (routeAhead.value ? guideOf(routeAhead.value.route) : null));

/** Where the crew is on its way; null without a route or a position. */
export const way = computed(() => {
  const route = guide.value;
  const at = here.value;
  if (!route || !at) return null;
  if (alongOf !== route) {
    alongOf = route;
    alongM = 0;
  }
  const now = progress(route, at, at.accuracyM ?? 0, alongM);
  if (now && !now.isOff) alongM = now.on.alongM;
  return now;
});

/** Watches closely while there is an order, and looks once a minute while there is none. */
export function watchPosition(): () => void {
  if (!navigator.geolocation) {
    receiver.value = 'missing';
    return () => undefined;
  }
  const onOrder = computed(() => current.value !== null);
  let stopReceiver = () => {};
  const stopModes = effect(() => {
    const close = onOrder.value;
    stopReceiver();
    stopReceiver = receive(close);
  });
  const stopAsking = way.subscribe((now) => {
    if (now?.isOff && navigator.onLine) void askFromHere();
  });
  return () => {
    stopModes();
    stopReceiver();
    stopAsking();
  };
}

function receive(closely: boolean): () => void {
  const { geolocation } = navigator;
  const id = closely ? geolocation.watchPosition(onPosition, onFailure, EXACT) : undefined;
  const look = () => geolocation.getCurrentPosition(onPosition, onFailure, EXACT);
  if (!closely) look();
  const timer = setInterval(look, closely ? STILL_EVERY_MS : IDLE_EVERY_MS);
  return () => {
    clearInterval(timer);
    if (id !== undefined) geolocation.clearWatch(id);
  };
}

function onPosition(position: GeolocationPosition): void {
  receiver.value = 'there';
  void take(fixOf(position));
}

function onFailure(failure: GeolocationPositionError): void {
  if (failure.code === failure.PERMISSION_DENIED) receiver.value = 'denied';
  else if (!here.value || Date.now() - Date.parse(here.value.at) > LOST_AFTER_MS) receiver.value = 'lost';
}

async function take(fix: Fix): Promise<void> {
  here.value = fix;
  if (!isWorthKeeping(lastKept, fix)) return;
  lastKept = fix;
  await (await vault).addFix(fix, FIXES_MAX, thin);
  if (current.value || Date.now() - sentAt >= IDLE_BATCH_MS) {
    sentAt = Date.now();
    send();
  }
}

function fixOf({ coords, timestamp }: GeolocationPosition): Fix {
  return {
    at: new Date(timestamp).toISOString(),
    lat: coords.latitude,
    lon: coords.longitude,
    speedMps: coords.speed,
    headingDeg: Number.isFinite(coords.heading) ? coords.heading : null,
    accuracyM: coords.accuracy,
  };
}

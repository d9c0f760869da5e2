import { computed, signal } from '@preact/signals';
import { legAhead } from './order/lifecycle';
import { asPressed } from './order/asPressed';
import type { Notice } from './order/news';
import type { Item } from './outbox/item';
import { openVault } from './vault/indexed';
import type { Kept, KeptCrew, KeptOrder, KeptRoutes, Vault } from './vault/vault';

/**
 * What the page shows is what the tablet remembers: every change goes into the vault first and is read back from there,
 * so that a reload, another tab and the worker that sends in the background all see the same case.
 */
export const vault: Promise<Vault> = openVault();

export const durable = signal(true);
export const loaded = signal(false);
export const crew = signal<KeptCrew | null>(null);
export const keptOrder = signal<KeptOrder | null>(null);
export const keptRoutes = signal<KeptRoutes | null>(null);
export const notices = signal<Notice[]>([]);
export const items = signal<Item[]>([]);
export const closures = signal<NonNullable<Kept['closures']>>([]);
export const lastOrder = signal<Kept['lastOrder'] | null>(null);

const mine = computed(() => items.value.filter((item) => item.unitId === crew.value?.unitId));
/** Not answered for yet: the number that is always on the page. */
export const waiting = computed(() => mine.value.filter((item) => !item.refused));
/** Refused by the server and not yet read by the crew. */
export const refusals = computed(() => mine.value.filter((item) => item.refused && !item.refused.seen));

/** The case as the server told it last, whether or not it is over by the crew's own presses. */
export const toldOrder = computed(() => keptOrder.value?.answer.order ?? null);

/** The same with the presses that wait; null when there is no case, or the crew has ended it. */
export const current = computed(() => {
  const order = toldOrder.value;
  if (!order) return null;
  const pressed = asPressed(order.assignment, items.value);
  return pressed.status === 'IN_SERVICE' || pressed.status === 'CANCELLED' ? null : { order, ...pressed };
});

/** The route of the leg that is driven, or driven next. */
export const routeAhead = computed(() => {
  const now = current.value;
  const kept = keptRoutes.value;
  const leg = now && legAhead(now.status);
  return leg && kept?.assignmentId === now.order.assignment.id ? kept[leg] : null;
});

const others = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('crew');

/** Reads everything back from the vault. */
export async function reload(): Promise<void> {
  const kept = await vault;
  const [who, order, routes, told, waits, roads, last] = await Promise.all([
    kept.read('crew'),
    kept.read('order'),
    kept.read('routes'),
    kept.read('notices'),
    kept.items(),
    kept.read('closures'),
    kept.read('lastOrder'),
  ]);
  durable.value = kept.durable;
  crew.value = who ?? null;
  keptOrder.value = order ?? null;
  keptRoutes.value = routes ?? null;
  notices.value = told ?? [];
  items.value = waits;
  closures.value = roads ?? [];
  lastOrder.value = last ?? null;
  loaded.value = true;
}

/** After a change of the vault: here, in the other tabs, and from the worker. */
export async function changed(): Promise<void> {
  others?.postMessage('changed');
  await reload();
}

export function listenToOthers(): void {
  if (others) others.onmessage = () => void reload();
}

import { computed, effect, signal } from '@preact/signals';
import { now } from '../../shared/now';
import { arrivals } from '../store';
import { stableOrder } from './expected';

/** A finger that has just pressed is about to press again. */
const HAND_RESTS_MS = 5000;

const inside = signal(false);
const touchedAt = signal(0);

/** What a list tells us of the hand over it. */
export const handOver = {
  onPointerEnter: (event: PointerEvent) => {
    inside.value = event.pointerType === 'mouse';
  },
  onPointerLeave: () => {
    inside.value = false;
  },
  onPointerDown: touched,
  onKeyDown: touched,
};

function touched(): void {
  touchedAt.value = Date.now();
}

const handIsThere = computed(() => inside.value || now.value - touchedAt.value < HAND_RESTS_MS);

/** By assignment: who comes, soonest first, then who does not come any more. Nothing moves under a hand. */
export const order = signal<string[]>([]);

effect(() => {
  const list = arrivals.value;
  const wanted = [...(list?.incoming ?? []), ...(list?.gone ?? [])].map((one) => one.assignmentId);
  const next = stableOrder(order.peek(), wanted, handIsThere.value);
  if (next.join() !== order.peek().join()) order.value = next;
});

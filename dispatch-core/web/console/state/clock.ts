import { computed, signal } from '@preact/signals';
import { secondsSince } from '../../shared/age';
import { now } from '../../shared/now';

/** Less than this is the line's delay and no difference between two clocks. */
const NOTICED_MS = 2_000;

const aheadMs = signal(0);

/** The server's clock, reckoned on by this machine: ages are right even where the desk's own clock is wrong. */
export const serverNow = computed(() => now.value + aheadMs.value);

export function hearServerTime(instant: string): void {
  const ahead = Date.parse(instant) - Date.now();
  if (Math.abs(ahead - aheadMs.peek()) > NOTICED_MS) aheadMs.value = ahead;
}

/** Seconds since an instant of the server; for ever when there is none. */
export function ageS(instant: string | null | undefined): number {
  return instant ? secondsSince(instant, serverNow.value) : Infinity;
}

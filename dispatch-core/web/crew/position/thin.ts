import { distanceM } from '../route/line';
import type { Fix } from '../vault/vault';

/** As often as a dispatcher looks at a moving mark. */
const MOVING_MS = 15_000;
/** A unit that stands still says only that it is still there. */
const STILL_MS = 120_000;
/** Nearer than this to the last one, a position is the same place measured again. */
const SAME_PLACE_M = 25;
/** Worse than this a position is a guess of the network's, not a measurement. */
const USELESS_M = 1_000;

/** A shift of eight hours on the move; beyond it the oldest are thinned. */
export const FIXES_MAX = 2_000;

/** Whether a position is worth keeping after the last one that was kept. */
export function isWorthKeeping(last: Fix | null, fix: Fix): boolean {
  if ((fix.accuracyM ?? 0) > USELESS_M) return false;
  if (!last) return true;
  const age = Date.parse(fix.at) - Date.parse(last.at);
  if (age <= 0) return false;
  const moved = distanceM(last, fix) > Math.max(SAME_PLACE_M, fix.accuracyM ?? 0);
  return age >= (moved ? MOVING_MS : STILL_MS);
}

/** Half of the older half goes, every other one: of yesterday's drive the way matters, not each bend. */
export function thin(fixes: readonly Fix[]): Fix[] {
  const recent = Math.floor(fixes.length / 2);
  return fixes.filter((_, i) => i >= recent || i % 2 === 0);
}

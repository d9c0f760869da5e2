/** How old figures look. After the ranking's own confidence (HIGH < 4 h, MEDIUM ≤ 12 h, LOW). */
export type Freshness = 'fresh' | 'ageing' | 'stale' | 'never';

const HOUR_S = 3600;
export const AGEING_FROM_S = 4 * HOUR_S;
export const STALE_FROM_S = 12 * HOUR_S;

/** Wards hand over twice a day. */
const SHIFT_HOURS = [7, 19];

/** Vietnam has kept one time since 1975, without summer time. */
const OFFSET_S = 7 * HOUR_S;
const DAY_S = 24 * HOUR_S;

export function freshness(ageS: number | null): Freshness {
  if (ageS === null) return 'never';
  if (ageS < AGEING_FROM_S) return 'fresh';
  return ageS <= STALE_FROM_S ? 'ageing' : 'stale';
}

/** What the page asks for: nothing, the count of a new shift, a count at all. */
export type Reminder = 'none' | 'shift' | 'stale' | 'never';

export function reminder(ageS: number | null, nowMs: number): Reminder {
  const level = freshness(ageS);
  if (level === 'never' || level === 'stale' || ageS === null) return level === 'never' ? 'never' : 'stale';
  return ageS > secondsSinceShiftChange(nowMs) ? 'shift' : 'none';
}

/** "07:00" or "19:00": the last shift change by Vietnam's clock. */
export function lastShiftChange(nowMs: number): string {
  const hour = new Date(nowMs + (OFFSET_S - secondsSinceShiftChange(nowMs)) * 1000).getUTCHours();
  return `${String(hour).padStart(2, '0')}:00`;
}

export function secondsSinceShiftChange(nowMs: number): number {
  const secondOfDay = (Math.floor(nowMs / 1000) + OFFSET_S) % DAY_S;
  return Math.min(...SHIFT_HOURS.map((hour) => (secondOfDay - hour * HOUR_S + DAY_S) % DAY_S));
}

/** How an incident that waits for its first unit looks. After NFPA 1221's 64 s and 106 s to process an alarm. */
export type AgeLevel = 'calm' | 'amber' | 'red';

export const AMBER_FROM_S = 60;
export const RED_FROM_S = 106;

export function ageLevel(ageS: number, unassigned: boolean): AgeLevel {
  if (!unassigned || ageS < AMBER_FROM_S) return 'calm';
  return ageS < RED_FROM_S ? 'amber' : 'red';
}

/** Seconds from an instant to now, never negative: two machines' clocks differ a little. */
export function secondsSince(instant: string, nowMs: number): number {
  return Math.max(0, (nowMs - Date.parse(instant)) / 1000);
}

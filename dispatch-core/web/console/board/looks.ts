import type { EmsTraffic, Unit } from './types';

/** What a unit does, as a shape; the colour says the same, the word beside it too. */
const SHAPES: Record<Unit['status'], string> = {
  AVAILABLE: '○',
  DISPATCHED: '◔',
  EN_ROUTE: '▶',
  ON_SCENE: '◆',
  TRANSPORTING: '▷',
  AT_HOSPITAL: 'H',
  OUT_OF_SERVICE: '×',
};

export function unitShape(unit: Unit): string {
  return SHAPES[unit.onDuty ? unit.status : 'OUT_OF_SERVICE'];
}

export const TRAFFIC_SHAPES: Record<EmsTraffic, string> = { NORMAL: '●', ADVISORY: '◆', CLOSED: '×' };

export type Freshness = 'fresh' | 'aging' | 'old';

/** A tablet sends each minute at the least: after five the unit may be anywhere, after half an hour nobody knows. */
export function positionFreshness(ageS: number): Freshness {
  return ageS < 300 ? 'fresh' : ageS < 1800 ? 'aging' : 'old';
}

const HOUR_S = 3600;

/** As everywhere: a report of beds is believed for four hours, and not after twelve. */
export function capacityFreshness(ageS: number): Freshness {
  return ageS < 4 * HOUR_S ? 'fresh' : ageS < 12 * HOUR_S ? 'aging' : 'old';
}

/** Whether a kind of bed is less to be believed than the hospital's newest word, which was about another. */
export function looksOlder(ownAgeS: number, newestAgeS: number): boolean {
  return ownAgeS > newestAgeS && capacityFreshness(ownAgeS) !== capacityFreshness(newestAgeS);
}

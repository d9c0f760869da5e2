import type { IncidentSummary } from '../../shared/api/types';

/** Within so far of a place an open incident may be the same one. */
export const NEAR_M = 500;

const EARTH_M = 6_371_000;

export function metresBetween(one: { lat: number; lon: number }, other: { lat: number; lon: number }): number {
  const rad = Math.PI / 180;
  const dLat = (other.lat - one.lat) * rad;
  const dLon = (other.lon - one.lon) * rad;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(one.lat * rad) * Math.cos(other.lat * rad) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Open incidents near a place, the nearest first. */
export function nearby(
  at: { lat: number; lon: number },
  open: readonly IncidentSummary[],
): { it: IncidentSummary; distanceM: number }[] {
  return open
    .flatMap((it) => (it.place.located ? [{ it, distanceM: metresBetween(at, it.place.located) }] : []))
    .filter(({ distanceM }) => distanceM <= NEAR_M)
    .sort((a, b) => a.distanceM - b.distanceM);
}

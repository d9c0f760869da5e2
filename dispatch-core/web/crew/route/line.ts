/** Geometry along a route, good to a metre over a province: the Earth is flat enough between two points of a road. */

export interface Point {
  lat: number;
  lon: number;
}

/** Metres of a degree of latitude on the mean sphere (6 371 008.8 m). */
const METRES_PER_DEGREE = 111_195;

export function distanceM(a: Point, b: Point): number {
  const [dx, dy] = offsetM(a, b);
  return Math.hypot(dx, dy);
}

/** East and north of `a`, in metres. */
function offsetM(a: Point, b: Point): [number, number] {
  const across = Math.cos(((a.lat + b.lat) / 2) * (Math.PI / 180));
  return [(b.lon - a.lon) * METRES_PER_DEGREE * across, (b.lat - a.lat) * METRES_PER_DEGREE];
}

/** A line with the way driven up to each of its points. */
export interface Line {
  points: Point[];
  /** Metres from the start. */
  along: number[];
}

export function lineOf(coordinates: readonly (readonly number[])[]): Line {
  const points = coordinates.flatMap(([lon, lat]) => (lon === undefined || lat === undefined ? [] : [{ lat, lon }]));
  let sum = 0;
  const along = points.map((point, i) => {
    const before = points[i - 1];
    return (sum += before ? distanceM(before, point) : 0);
  });
  return { points, along };
}

export const lengthOf = (line: Line) => line.along.at(-1) ?? 0;

/** Where on the line a place belongs. */
export interface OnLine {
  at: Point;
  alongM: number;
  /** From the place to the line. */
  offM: number;
}

/**
 * The nearest place of the line, not before `fromM`. Where a line passes one place twice, as hairpins nearly do, the
 * earlier one wins unless a later one is really nearer: a crew drives in order.
 */
export function project(line: Line, place: Point, fromM = 0): OnLine | null {
  let best: OnLine | null = null;
  for (let i = 1; i < line.points.length; i++) {
    const from = line.points[i - 1];
    const to = line.points[i];
    const start = line.along[i - 1] ?? 0;
    const end = line.along[i] ?? start;
    if (!from || !to || end < fromM) continue;
    const [sx, sy] = offsetM(from, to);
    const [px, py] = offsetM(from, place);
    const squared = sx * sx + sy * sy;
    const least = end > start ? Math.max(0, (fromM - start) / (end - start)) : 0;
    const share = Math.min(1, Math.max(least, squared > 0 ? (px * sx + py * sy) / squared : 0));
    const offM = Math.hypot(px - share * sx, py - share * sy);
    if (!best || offM < best.offM - NEARER_M) {
      best = { at: between(from, to, share), alongM: start + share * (end - start), offM };
    }
  }
  const only = line.points[0];
  return best ?? (only && line.points.length === 1 ? { at: only, alongM: 0, offM: distanceM(only, place) } : null);
}

/** Closer than this two pieces of road are the same distance away. */
const NEARER_M = 1;

function between(a: Point, b: Point, share: number): Point {
  return { lat: a.lat + share * (b.lat - a.lat), lon: a.lon + share * (b.lon - a.lon) };
}

/** The rest of a line from a place on it, for the map. */
export function restFrom(line: Line, from: OnLine): [number, number][] {
  const ahead = line.points.filter((_, i) => (line.along[i] ?? 0) > from.alongM);
  return [from.at, ...ahead].map((point) => [point.lon, point.lat]);
}

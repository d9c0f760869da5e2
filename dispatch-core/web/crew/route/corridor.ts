import type { Point } from './line';

/** A tile of the web mercator grid as it stands in its address. */
export interface Tile {
  z: number;
  x: number;
  y: number;
}

type Bounds = readonly [west: number, south: number, east: number, north: number];

/** On both sides of the route: a detour around a landslide is still on the map. */
const BESIDE_M = 2_000;
const STRIDE_M = 300;
const CORRIDOR_ZOOMS = [10, 11, 12, 13, 14, 15] as const;
/** The whole province in outline; deeper while it stays small. */
const PROVINCE_ZOOMS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
const PROVINCE_ALWAYS = 10;

/** A mountain road's tile has 3 KB: so 12 MB at most of a tablet that has many other things to keep. */
export const CORRIDOR_MAX = 3_000;
export const PROVINCE_MAX = 1_000;

const METRES_PER_DEGREE = 111_195;

/** The tiles within two kilometres of the lines, the coarse ones first; the finest zooms are left out if they are too many. */
export function corridorTiles(lines: readonly (readonly Point[])[], maxZoom: number, most = CORRIDOR_MAX): Tile[] {
  const tiles: Tile[] = [];
  for (const z of CORRIDOR_ZOOMS) {
    if (z > maxZoom) break;
    const found = new Map<string, Tile>();
    for (const line of lines) along(line, z, found);
    if (tiles.length + found.size > most) break;
    tiles.push(...found.values());
  }
  return tiles;
}

export function provinceTiles(bounds: Bounds, minZoom: number, maxZoom: number, most = PROVINCE_MAX): Tile[] {
  const tiles: Tile[] = [];
  for (const z of PROVINCE_ZOOMS) {
    if (z < minZoom || z > maxZoom) continue;
    const found = within(bounds, z);
    if (z > PROVINCE_ALWAYS && tiles.length + found.length > most) break;
    tiles.push(...found);
  }
  return tiles;
}

export const addressOf = (template: string, { z, x, y }: Tile) =>
  template.replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y));

/** A bend every twenty metres, or one line of a ferry: walked in even strides, each far shorter than the margin. */
function along(line: readonly Point[], z: number, found: Map<string, Tile>): void {
  let done: Point | null = null;
  line.forEach((point, i) => {
    if (done && i < line.length - 1 && roughM(done, point) < STRIDE_M) return;
    const from = done ?? point;
    const pieces = Math.max(1, Math.ceil(roughM(from, point) / STRIDE_M));
    for (let piece = 1; piece <= pieces; piece++) {
      const share = piece / pieces;
      const at = { lat: from.lat + share * (point.lat - from.lat), lon: from.lon + share * (point.lon - from.lon) };
      around(at, z, found);
    }
    done = point;
  });
}

function around(point: Point, z: number, found: Map<string, Tile>): void {
  const up = BESIDE_M / METRES_PER_DEGREE;
  const aside = up / Math.cos((point.lat * Math.PI) / 180);
  for (const tile of within([point.lon - aside, point.lat - up, point.lon + aside, point.lat + up], z)) {
    found.set(`${tile.x} ${tile.y}`, tile);
  }
}

function within([west, south, east, north]: Bounds, z: number): Tile[] {
  const tiles: Tile[] = [];
  for (let x = column(west, z); x <= column(east, z); x++) {
    for (let y = row(north, z); y <= row(south, z); y++) tiles.push({ z, x, y });
  }
  return tiles;
}

function column(lon: number, z: number): number {
  return inGrid(((lon + 180) / 360) * 2 ** z, z);
}

function row(lat: number, z: number): number {
  const radians = (lat * Math.PI) / 180;
  return inGrid(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** z, z);
}

function inGrid(value: number, z: number): number {
  return Math.min(2 ** z - 1, Math.max(0, Math.floor(value)));
}

function roughM(a: Point, b: Point): number {
  return Math.hypot(a.lat - b.lat, a.lon - b.lon) * METRES_PER_DEGREE;
}

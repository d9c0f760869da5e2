import { describe, expect, test } from 'vitest';
import { addressOf, corridorTiles, provinceTiles, type Tile } from '../../crew/route/corridor';
import { guideOf, progress, tellingDue } from '../../crew/route/guide';
import { distanceM, lengthOf, lineOf, project, restFrom } from '../../crew/route/line';

/** About 103 m of longitude at this latitude, and 111 m of latitude, for each thousandth of a degree. */
const LAT = 22;
const east = (thousandths: number): [number, number] => [103 + thousandths / 1000, LAT];

/** East for 2 km, then north for 1 km. */
const drive = {
  timeS: 300,
  geometry: { type: 'LineString' as const, coordinates: [east(0), east(10), east(20), [103.02, LAT + 0.01]] },
  steps: [
    { lat: LAT, lon: 103, distanceM: 2062, timeS: 200, text: 'Đi về hướng đông' },
    { lat: LAT, lon: 103.02, distanceM: 1112, timeS: 100, text: 'Rẽ trái' },
    { lat: LAT + 0.01, lon: 103.02, distanceM: 0, timeS: 0, text: 'Đến nơi' },
  ],
};
const guide = guideOf(drive);

describe('a place on the route', () => {
  test('a length is good to a metre', () => {
    expect(distanceM({ lat: 22, lon: 103 }, { lat: 22.01, lon: 103 })).toBeCloseTo(1112, 0);
    expect(lengthOf(guide.line)).toBeCloseTo(2062 + 1112, -1);
  });

  test('is the nearest of the line', () => {
    const on = project(guide.line, { lat: LAT + 0.0003, lon: 103.005 });
    expect(on?.alongM).toBeCloseTo(515, -1);
    expect(on?.offM).toBeCloseTo(33, 0);
  });

  test('on the way the next manoeuvre is counted down', () => {
    const at = progress(guide, { lat: LAT, lon: 103.015 }, 10, 0);
    expect(at?.next).toBe(1);
    expect(at?.toNextM).toBeCloseTo(515, -1);
    expect(at?.isOff).toBe(false);
    expect(at?.leftS).toBeCloseTo(100 + 50, -1);
  });

  test('a manoeuvre that is behind is done', () => {
    const at = progress(guide, { lat: LAT + 0.002, lon: 103.02 }, 10, 2000);
    expect(at?.next).toBe(2);
  });

  test('two hundred metres beside the road is off the route, and the next step is that of the nearest place', () => {
    const at = progress(guide, { lat: LAT - 0.002, lon: 103.012 }, 10, 0);
    expect(at?.isOff).toBe(true);
    expect(at?.next).toBe(1);
  });

  test('a bad receiver is not a wrong turn', () => {
    expect(progress(guide, { lat: LAT - 0.001, lon: 103.012 }, 60, 0)?.isOff).toBe(false);
    expect(progress(guide, { lat: LAT - 0.001, lon: 103.012 }, 5, 0)?.isOff).toBe(true);
  });

  test('in a hairpin the piece that is being driven counts, not the one above', () => {
    const hairpin = lineOf([east(0), east(10), [103.01, LAT + 0.0003], [103, LAT + 0.0003]]);
    const between = { lat: LAT + 0.00017, lon: 103.005 };
    expect(project(hairpin, between, 0)?.alongM).toBeGreaterThan(1100);
    const back = guideOf({ ...drive, geometry: { ...drive.geometry, coordinates: [east(0), east(10), [103.01, LAT + 0.0003], [103, LAT + 0.0003]] } });
    expect(progress(back, { lat: LAT, lon: 103.008 }, 10, 700)?.on.alongM).toBeCloseTo(825, -1);
    expect(progress(back, { lat: LAT + 0.0003, lon: 103.008 }, 10, 1200)?.on.alongM).toBeCloseTo(1270, -1);
  });

  test('the rest of the line begins where the crew is', () => {
    const on = project(guide.line, { lat: LAT, lon: 103.015 });
    const rest = on ? restFrom(guide.line, on) : [];
    expect(rest[0]?.[0]).toBeCloseTo(103.015, 4);
    expect(rest).toHaveLength(3);
  });

  test.each([
    [800, ''],
    [450, '1 500'],
    [90, '1 100'],
  ])('%i m before a manoeuvre it is told: %s', (toNextM, due) => {
    expect(tellingDue({ on: { at: { lat: 0, lon: 0 }, alongM: 0, offM: 0 }, isOff: false, next: 1, toNextM, leftM: 0, leftS: 0 })).toBe(due);
  });
});

describe('the tiles of the way', () => {
  const line = lineOf([
    [103.2, 22.3],
    [103.6, 22.45],
  ]).points;
  const tiles = corridorTiles([line], 15);

  test('cover every place within two kilometres of the route, at each zoom', () => {
    for (let share = 0; share <= 1; share += 0.05) {
      const at = { lat: 22.3 + share * 0.15, lon: 103.2 + share * 0.4 };
      for (const [north, east] of [[0, 0], [0.0179, 0], [-0.0179, 0], [0, 0.0193], [0, -0.0193]] as const) {
        for (const z of [10, 12, 14, 15]) expect(tiles).toContainEqual(tileAt(at.lat + north, at.lon + east, z));
      }
    }
  });

  test('are not those of the whole province', () => {
    expect(tiles).not.toContainEqual(tileAt(22.3, 103.6, 15));
    expect(tiles.length).toBeLessThan(800);
  });

  test('are each there once, the coarse ones first', () => {
    const named = tiles.map((tile) => `${tile.z}/${tile.x}/${tile.y}`);
    expect(new Set(named).size).toBe(named.length);
    expect(tiles.map((tile) => tile.z)).toEqual([...tiles.map((tile) => tile.z)].sort((a, b) => a - b));
  });

  test('are bounded: the finest zooms go first', () => {
    const few = corridorTiles([line], 15, 200);
    expect(few.length).toBeLessThanOrEqual(200);
    expect(few).toContainEqual(tileAt(22.3, 103.2, 12));
    expect(few.some((tile) => tile.z === 15)).toBe(false);
  });

  test('of the province go down to a zoom that stays small', () => {
    const bounds = [102.3, 21.6, 103.99, 22.82] as const;
    const all = provinceTiles(bounds, 0, 15);
    expect(all).toContainEqual(tileAt(22.4, 103.4, 12));
    expect(all.length).toBeLessThanOrEqual(1000);
    expect(provinceTiles(bounds, 0, 15, 60).at(-1)?.z).toBe(10);
  });

  test('stand in the address as the server writes it', () => {
    expect(addressOf('/api/v1/map/tiles/7f3a/{z}/{x}/{y}', { z: 12, x: 3222, y: 1789 })).toBe('/api/v1/map/tiles/7f3a/12/3222/1789');
  });
});

/** The formula of the web mercator grid, written here once more and by another way. */
function tileAt(lat: number, lon: number, z: number): Tile {
  const phi = (lat * Math.PI) / 180;
  const y = (1 - Math.log(Math.tan(phi) + 1 / Math.cos(phi)) / Math.PI) / 2;
  return { z, x: Math.floor(((lon + 180) / 360) * 2 ** z), y: Math.floor(y * 2 ** z) };
}

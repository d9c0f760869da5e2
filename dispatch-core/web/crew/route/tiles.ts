import { signal } from '@preact/signals';
import { call } from '../../shared/api/client';
import type { MapInfo } from '../../shared/api/types';
import { keptRoutes, toldOrder, vault } from '../store';
import { addressOf, corridorTiles, provinceTiles } from './corridor';
import { lineOf, type Point } from './line';

/** How much of the map is on the tablet. */
export interface TilesKept {
  done: number;
  wanted: number;
  /** Tiles could not be fetched; tried again when there is network. */
  failed: boolean;
}

export const tilesKept = signal<TilesKept | null>(null);

export const hasAllTiles = () => tilesKept.value !== null && tilesKept.value.done >= tilesKept.value.wanted;

/** One cache for each map and purpose: the corridor of the last case goes when the next one comes. */
const PROVINCE = 'tiles-province-';
const CORRIDOR = 'tiles-corridor-';
/** Few at a time: presses and the route share the line. */
const AT_ONCE = 4;
/** So many in a row that failed mean that there is no network. */
const FAILURES_MAX = 4;

let running = false;
let again = false;

/** Puts the tiles of the province and of the way there on the tablet; those that are there already cost nothing. */
export async function keepTiles(): Promise<void> {
  if (typeof caches === 'undefined') return;
  if (running) {
    again = true;
    return;
  }
  running = true;
  try {
    do {
      again = false;
      await keepOnce();
    } while (again);
  } catch {
    tilesKept.value = { done: 0, wanted: 1, ...tilesKept.value, failed: true };
  } finally {
    running = false;
  }
}

async function keepOnce(): Promise<void> {
  const info = await mapInfo();
  if (!info) return;
  const corridor = addresses(info, corridorTiles(linesAhead(), info.maxZoom ?? 14));
  const province = addresses(info, provinceTiles(info.bounds as [number, number, number, number], info.minZoom ?? 0, info.maxZoom ?? 14));
  await dropOtherMaps(info.version);
  const [near, wide] = await Promise.all([caches.open(CORRIDOR + info.version), caches.open(PROVINCE + info.version)]);
  const progress = { done: 0, wanted: corridor.length + province.length };
  const both = [
    ...(await missing(wide, province, progress)).map((address) => ({ cache: wide, address })),
    ...(await missing(near, corridor, progress)).map((address) => ({ cache: near, address })),
  ];
  tilesKept.value = { ...progress, failed: false };
  const failed = await fetchAll(both, progress);
  tilesKept.value = { ...progress, failed };
  if (toldOrder.value && !failed) await dropOldCorridor(near, corridor);
}

function linesAhead(): Point[][] {
  const order = toldOrder.value;
  const kept = keptRoutes.value;
  if (!order || kept?.assignmentId !== order.assignment.id) return [];
  return [kept.SCENE, kept.HOSPITAL].flatMap((leg) => (leg ? [lineOf(leg.route.geometry.coordinates).points] : []));
}

/** The map as the server describes it now; out of coverage as it did last. */
async function mapInfo(): Promise<MapInfo | undefined> {
  try {
    const info = await call<MapInfo>('GET', '/map/info');
    await (await vault).change('map', () => info);
    return info;
  } catch {
    return (await vault).read('map');
  }
}

const addresses = (info: MapInfo, tiles: ReturnType<typeof corridorTiles>) => tiles.map((tile) => addressOf(info.tiles, tile));

async function missing(cache: Cache, wanted: string[], progress: { done: number }): Promise<string[]> {
  const there = new Set((await cache.keys()).map((request) => new URL(request.url).pathname));
  const lacking = wanted.filter((address) => !there.has(address));
  progress.done += wanted.length - lacking.length;
  return lacking;
}

/** True when the network went away before all were there. */
async function fetchAll(
  wanted: { cache: Cache; address: string }[],
  progress: { done: number; wanted: number },
): Promise<boolean> {
  let next = 0;
  let failures = 0;
  const work = async () => {
    for (let at = next++; at < wanted.length && failures < FAILURES_MAX; at = next++) {
      const one = wanted[at];
      if (!one) return;
      if (await fetchOne(one.cache, one.address)) {
        failures = 0;
        progress.done += 1;
        tilesKept.value = { ...progress, failed: false };
      } else {
        failures += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return progress.done < progress.wanted;
}

/** An empty tile (204) is an answer too, and is kept as one. */
async function fetchOne(cache: Cache, address: string): Promise<boolean> {
  try {
    const response = await fetch(address, { priority: 'low' });
    if (!response.ok) return false;
    await cache.put(address, response);
    return true;
  } catch {
    return false;
  }
}

async function dropOldCorridor(cache: Cache, wanted: string[]): Promise<void> {
  const keep = new Set(wanted);
  for (const request of await cache.keys()) {
    if (!keep.has(new URL(request.url).pathname)) await cache.delete(request);
  }
}

/** Gives their room back. */
export async function dropTiles(): Promise<void> {
  if (typeof caches === 'undefined') return;
  const names = (await caches.keys()).filter(isOfTiles);
  await Promise.all(names.map((name) => caches.delete(name)));
  tilesKept.value = null;
}

const isOfTiles = (name: string) => name.startsWith(PROVINCE) || name.startsWith(CORRIDOR);

async function dropOtherMaps(version: string): Promise<void> {
  const names = (await caches.keys()).filter(isOfTiles);
  await Promise.all(names.filter((name) => !name.endsWith(`-${version}`)).map((name) => caches.delete(name)));
}

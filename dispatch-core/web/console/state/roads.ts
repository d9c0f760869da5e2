import { signal } from '@preact/signals';
import { getMapInfo, listRoadClosures } from '../../shared/api/calls';
import type { CutOffPlace, MapInfo, RoadClosure } from '../../shared/api/types';
import { hearServerTime } from './clock';
import { paced } from './paced';
import { quietly } from './read';

const GAP_MS = 400;

export const closures = signal<RoadClosure[]>([]);
export const cutOff = signal<CutOffPlace[]>([]);
/** Which map is in force, and what driving times rest on. */
export const mapInfo = signal<MapInfo | null>(null);

export const refreshClosures = paced(
  () =>
    quietly(async () => {
      const list = await listRoadClosures();
      if (!list.old) hearServerTime(list.asOf);
      closures.value = list.roadClosures;
      cutOff.value = list.cutOff ?? [];
    }),
  GAP_MS,
);

export const refreshRoads = paced(
  () =>
    quietly(async () => {
      mapInfo.value = await getMapInfo();
    }),
  GAP_MS,
);

import { batch, signal } from '@preact/signals';
import { listHospitals, listUnits } from '../../shared/api/calls';
import type { Hospital, Unit } from '../../shared/api/types';
import { hearServerTime } from './clock';
import { Keyed } from './keyed';
import { paced } from './paced';
import { quietly } from './read';

/** As often as this at most: what a unit does changes in minutes, and fifty desks ask. */
const BOARD_GAP_MS = 400;

const collator = new Intl.Collator('vi', { numeric: true });

export const units = new Keyed<Unit>((one, other) => collator.compare(one.callSign, other.callSign));
export const hospitals = new Keyed<Hospital>((one, other) => collator.compare(one.name, other.name));

/** Where each unit is, apart from what it does: positions come by the dozen each second, all else seldom. */
export interface Position {
  id: string;
  lat: number;
  lon: number;
  at: string;
}

export const positions = new Keyed<Position>((one, other) => (one.id < other.id ? -1 : Number(one.id > other.id)));

/** Told of once for each batch of positions, for what draws all of them. */
export const positionsMoved = signal(0);

export const refreshUnits = paced(() => quietly(readUnits), BOARD_GAP_MS);
export const refreshHospitals = paced(() => quietly(readHospitals), BOARD_GAP_MS);

async function readUnits(): Promise<void> {
  const board = await listUnits();
  if (!board.old) hearServerTime(board.asOf);
  const at = board.units.flatMap(({ id, position }) =>
    position ? [{ id, lat: position.lat, lon: position.lon, at: position.at }] : [],
  );
  moved(at);
  units.replace(board.units.map((unit) => ({ ...unit, position: null })));
}

/** The age of what it reported is reckoned from the time of the report, so that nothing changes while nothing changes. */
async function readHospitals(): Promise<void> {
  const board = await listHospitals();
  if (!board.old) hearServerTime(board.asOf);
  hospitals.replace(board.hospitals.map((one) => ({ ...one, capacity: { ...one.capacity, ageS: null } })));
}

/** The newest position of each counts, in whatever order they come. */
export function moved(fixes: readonly Position[]): void {
  const newer = fixes.filter((fix) => {
    const known = positions.get(fix.id);
    return known === undefined || Date.parse(known.at) <= Date.parse(fix.at);
  });
  if (newer.length === 0) return;
  batch(() => {
    newer.forEach((fix) => positions.put(fix));
    positionsMoved.value++;
  });
}

/** Its last fix, or its station while it has sent none. */
export function standsAt(unit: Unit | undefined): { lat: number; lon: number } | null {
  return unit ? (positions.get(unit.id) ?? unit.station ?? null) : null;
}

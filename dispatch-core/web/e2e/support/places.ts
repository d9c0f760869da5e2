import type { Desk, RoadKm } from './api';

/** Roads of the road book with kilometre posts far enough apart that two neighbours are neither joined nor asked about. */
const ROADS: readonly { road: string; firstKm: number; lastKm: number }[] = [
  { road: 'QL4D', firstKm: 3, lastKm: 96 },
  { road: 'QL32', firstKm: 336, lastKm: 400 },
  { road: 'QL12', firstKm: 4, lastKm: 90 },
  { road: 'QL279', firstKm: 165, lastKm: 205 },
  { road: 'ĐT127', firstKm: 3, lastKm: 100 },
  { road: 'ĐT128', firstKm: 3, lastKm: 52 },
  { road: 'ĐT129', firstKm: 4, lastKm: 34 },
  { road: 'ĐT132', firstKm: 3, lastKm: 64 },
  { road: 'ĐT133', firstKm: 5, lastKm: 112 },
];
const APART_KM = 2;

/** Places for stories, each given away once: no story joins another's incident, on a server of yesterday too. */
export class Places {
  private readonly free: RoadKm[] = [];
  private looked = false;

  constructor(private readonly desk: () => Desk) {
    for (const { road, firstKm, lastKm } of ROADS) {
      for (let km = firstKm; km <= lastKm; km += APART_KM) this.free.push({ road, km: km + 0.25 });
    }
  }

  async take(): Promise<RoadKm> {
    if (!this.looked) await this.leaveOutTaken();
    const place = this.free.shift();
    if (!place) throw new Error('every place has an open incident: close some, or start an empty server');
    return place;
  }

  /** What happened there is over. */
  giveBack(place: RoadKm): void {
    this.free.push(place);
  }

  /** Where something is open already, from a story before or from a person, nothing is put. */
  private async leaveOutTaken(): Promise<void> {
    const open = await this.desk().openIncidents();
    const taken = open.map((one) => one.place.located?.roadKm).filter(isRoadKm);
    const isFree = (place: RoadKm) =>
      !taken.some((other) => other.road === place.road && Math.abs(other.km - place.km) < APART_KM / 2);
    this.free.splice(0, this.free.length, ...this.free.filter(isFree));
    this.looked = true;
  }
}

/** As it is typed into a form: 8.25 → "8+250". */
export function post(km: number): string {
  const metres = Math.round(km * 1000);
  return `${Math.floor(metres / 1000)}+${String(metres % 1000).padStart(3, '0')}`;
}

function isRoadKm(value: unknown): value is RoadKm {
  const it = value as Partial<RoadKm> | null | undefined;
  return typeof it?.road === 'string' && typeof it.km === 'number';
}

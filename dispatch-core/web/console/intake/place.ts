import type { AlertRequest } from '../../shared/api/types';
import { readKm } from '../../shared/format';
import type { Place } from '../calls';
import { takeRoad } from '../command/closure';
import { fold } from '../command/fold';
import { Words } from '../command/words';

/** What was typed into the one field for a place, and which suggestion was taken for it. */
export interface TypedPlace {
  text: string;
  found: Pick<Place, 'lat' | 'lon' | 'kind' | 'road' | 'km'> | null;
}

export const EMPTY_PLACE: TypedPlace = { text: '', found: null };

export type ToldPlace = Pick<AlertRequest, 'location' | 'roadKm' | 'plusCode' | 'placeText'>;

const COORDINATES = /^\s*(-?\d{1,2}\.\d{1,12})[\s,;]+(-?\d{1,3}\.\d{1,12})\s*$/;
const PLUS_CODE = /^\s*[2-9CFGHJMPQRVWX]{4,8}\+[2-9CFGHJMPQRVWX]{0,7}(\s.*)?$/i;

/**
 * The place as it is sent: the words stay as they were said, beside the point that they were taken for. Nothing when
 * nothing was said.
 */
export function toldPlace({ text, found }: TypedPlace): ToldPlace | null {
  const words = text.trim().normalize('NFC');
  const said = words === '' ? {} : { placeText: words };
  if (found?.road && typeof found.km === 'number') return { roadKm: { road: found.road, km: found.km }, ...said };
  if (found) return { location: { lat: found.lat, lon: found.lon }, ...said };
  if (words === '') return null;
  const point = COORDINATES.exec(words);
  if (point) return { location: { lat: Number(point[1]), lon: Number(point[2]) }, ...said };
  const roadKm = readRoadKm(words);
  if (roadKm) return { roadKm, ...said };
  return PLUS_CODE.test(words) ? { plusCode: words, ...said } : said;
}

/** "QL4D 76+650", with anything after it. */
export function readRoadKm(text: string): { road: string; km: number } | undefined {
  const words = new Words(text.replace(/[,;]/g, ' '));
  const road = takeRoad(words);
  const km = readKm(/^km$/i.test(words.peek()) ? words.peek(1) : words.peek());
  return road && km !== undefined ? { road, km } : undefined;
}

/** What is a point by itself, and not one of several of the same name. */
const CERTAIN = new Set(['ROAD_KM', 'COORDINATES', 'PLUS_CODE']);

export function isCertain(place: { kind: string }): boolean {
  return CERTAIN.has(place.kind);
}

/** Larger places first, where the name fits as well: who says "Mường So" means the commune. */
const KINDS = ['COMMUNE', 'CITY', 'TOWN', 'FACILITY', 'VILLAGE', 'HAMLET'];

/** Suggestions in the order in which they are offered; the same place twice is offered once. */
export function rankPlaces(found: readonly Place[], typed: string): Place[] {
  const wanted = fold(typed);
  const kind = (place: Place) => (KINDS.includes(place.kind) ? KINDS.indexOf(place.kind) : KINDS.length);
  const fit = (place: Place) => {
    const name = fold(place.label);
    if (isCertain(place)) return 0;
    return name === wanted || name.startsWith(`${wanted},`) ? 1 : name.startsWith(wanted) ? 2 : 3;
  };
  const seen = new Set<string>();
  return [...found]
    .sort((a, b) => fit(a) - fit(b) || kind(a) - kind(b) || b.score - a.score)
    .filter((place) => {
      const same = `${place.label} ${place.commune} ${place.lat.toFixed(3)} ${place.lon.toFixed(3)}`;
      return !seen.has(same) && seen.add(same);
    });
}

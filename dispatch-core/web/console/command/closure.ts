import type { RoadClosureRequest } from '../../shared/api/types';
import { readKm } from '../../shared/format';
import { fold } from './fold';
import { Words } from './words';

/** What a line says about a road; without a stretch it is none, without a reason it is not finished. */
export type TypedClosure =
  | { read: 'none' }
  | { read: 'noKm'; road: string }
  | { read: 'noReason'; request: RoadClosureRequest }
  | { read: 'whole'; request: RoadClosureRequest };

/** "QL4D", "ĐT.127", "ql", "tl": letters that a road's number follows. */
const ROAD = /^(?![IUV]\d)(\p{L}{1,3})\.?(\d{1,3}\p{L}?)$/iu; // I12 and U7 are ours
const PREFIX = /^(ql|đt|dt|tl|hl|đh|dh|ah|ct)\.?$/i;
const NUMBER = /^\d{1,3}\p{L}?$/u;
/** Between two posts. */
const TO = new Set(['den', 'toi', 'to', '-', '–', '—']);
const RANGE = /^(km\s*)?(\d+(?:[+.,]\d+)?)\s*[-–—]\s*(km\s*)?(\d+(?:[+.,]\d+)?)$/i;

/** Registers write ĐT and ĐH; keyboards often DT and DH. */
const SIGNED: Record<string, string> = { DT: 'ĐT', DH: 'ĐH' };

/** What is said in passing of how bad it is; the first that fits. */
const EFFECTS: readonly [RegExp, Partial<RoadClosureRequest>][] = [
  [/\b(mot|1) lan\b|\bluan phien\b|\bone lane\b/, { effect: 'ONE_LANE' }],
  [/\bchi (cho )?xe may\b|\bmotorbikes? only\b/, { effect: 'CLOSED', passableFor: ['MOTORBIKE'] }],
  [/\bchi (cho )?(xe )?(2 cau|hai cau|4x4|gam cao)\b|\b4x4 only\b/, { effect: 'CLOSED', passableFor: ['FOUR_BY_FOUR', 'MOTORBIKE'] }],
  [/\bdi cham\b|\bslow\b/, { effect: 'SLOW', factor: 1.5 }],
];

const UNTIL = /\b(?:den|toi|until|till) (\d{1,2})(?:h|:|g)(\d{2})?\b/;

/** Reads "QL4D 25+300 26 sạt lở, đến 18:00": road, one or two posts, then the reason as it was typed. */
export function readClosure(line: string, now: Date): TypedClosure {
  const words = new Words(line);
  const road = takeRoad(words);
  if (!road) return { read: 'none' };
  const km = takeKms(words);
  if (!km) return { read: 'noKm', road };
  const reason = words.rest.normalize('NFC');
  const request: RoadClosureRequest = {
    road,
    fromKm: Math.min(...km),
    toKm: Math.max(...km),
    reason,
    ...(EFFECTS.find(([pattern]) => pattern.test(fold(reason)))?.[1] ?? { effect: 'CLOSED' }),
    ...until(fold(reason), now),
  };
  return reason === '' ? { read: 'noReason', request } : { read: 'whole', request };
}

export function takeRoad(words: Words): string | undefined {
  const match = ROAD.exec(words.peek());
  if (match) {
    words.take();
    return signed(match[1] ?? '', match[2] ?? '');
  }
  if (PREFIX.test(words.peek()) && NUMBER.test(words.peek(1))) {
    return signed(words.take().replace('.', ''), words.take());
  }
  return undefined;
}

function signed(letters: string, number: string): string {
  const upper = letters.toUpperCase();
  return (SIGNED[upper] ?? upper) + number.toUpperCase();
}

function takeKms(words: Words): [number] | [number, number] | undefined {
  const range = RANGE.exec(words.peek());
  const both = [readKm(range?.[2] ?? ''), readKm(range?.[4] ?? '')];
  if (both[0] !== undefined && both[1] !== undefined) {
    words.take();
    return [both[0], both[1]];
  }
  const first = takeKm(words);
  if (first === undefined) return undefined;
  const after = /^km$/i.test(words.peek(1)) ? 2 : 1;
  if (TO.has(fold(words.peek())) && readKm(words.peek(after)) !== undefined) words.take();
  const second = takeKm(words);
  return second === undefined ? [first] : [first, second];
}

/** "Km 25+300" is two words. */
function takeKm(words: Words): number | undefined {
  const apart = /^km$/i.test(words.peek()) ? 1 : 0;
  const km = readKm(words.peek(apart));
  if (km !== undefined) words.take(apart + 1);
  return km;
}

/** An hour of today, or of tomorrow when it is past, by the clock of the province. */
function until(folded: string, now: Date): { until?: string } {
  const match = UNTIL.exec(folded);
  const hour = Number(match?.[1]);
  const minute = Number(match?.[2] ?? 0);
  if (!match || hour > 23 || minute > 59) return {};
  const ZONE_MS = 7 * 3600_000;
  const local = new Date(now.getTime() + ZONE_MS);
  local.setUTCHours(hour, minute, 0, 0);
  const at = local.getTime() - ZONE_MS;
  return { until: new Date(at <= now.getTime() ? at + 24 * 3600_000 : at).toISOString() };
}

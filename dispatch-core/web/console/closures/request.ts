import type { RoadClosureRequest } from '../../shared/api/types';
import { readKm } from '../../shared/format';
import type { Point } from '../map/tools';

/** How the form says where. */
export type Where = 'posts' | 'line' | 'fords' | 'classes';

/** What an operator says of a road in one word; the figures are asked for where the word needs one. */
export type State = 'CLOSED' | 'FOUR_BY_FOUR' | 'MOTORBIKE' | 'ONE_LANE' | 'LIMIT' | 'SLOW';

export const STATES: readonly State[] = ['CLOSED', 'FOUR_BY_FOUR', 'MOTORBIKE', 'ONE_LANE', 'LIMIT', 'SLOW'];

/** The form as it stands, every field as typed. */
export interface ClosureForm {
  where: Where;
  road: string;
  fromKm: string;
  toKm: string;
  roadClass: string;
  reason: string;
  state: State;
  delayMin: string;
  weightT: string;
  widthM: string;
  factor: string;
  until: string;
  seasonFirst: string;
  seasonLast: string;
  hoursFirst: string;
  hoursLast: string;
}

export const BLANK: ClosureForm = {
  where: 'posts',
  road: '',
  fromKm: '',
  toKm: '',
  roadClass: 'TRACK',
  reason: '',
  state: 'CLOSED',
  delayMin: '3',
  weightT: '',
  widthM: '',
  factor: '1,5',
  until: '',
  seasonFirst: '',
  seasonLast: '',
  hoursFirst: '',
  hoursLast: '',
};

export type Fault = 'road' | 'km' | 'line' | 'reason' | 'limit' | 'factor' | 'season' | 'hours';

/** What the form asks for, or which field must be mended first. */
export function toRequest(form: ClosureForm, drawn: readonly Point[]): RoadClosureRequest | { fault: Fault } {
  const where = extent(form, drawn);
  if ('fault' in where) return where;
  if (form.reason.trim() === '') return { fault: 'reason' };
  const effect = effectOf(form);
  if ('fault' in effect) return effect;
  const season = both(form.seasonFirst, form.seasonLast, /^\d{2}-\d{2}$/, 'season');
  if (season && 'fault' in season) return season;
  const hours = both(form.hoursFirst, form.hoursLast, /^\d{2}:\d{2}$/, 'hours');
  if (hours && 'fault' in hours) return hours;
  return {
    ...where,
    reason: form.reason.trim().normalize('NFC'),
    ...effect,
    ...(form.until ? { until: new Date(`${form.until}:00+07:00`).toISOString() } : {}),
    ...(season ? { season } : {}),
    ...(hours ? { hours } : {}),
  };
}

function extent(form: ClosureForm, drawn: readonly Point[]): Partial<RoadClosureRequest> | { fault: Fault } {
  switch (form.where) {
    case 'posts': {
      const road = form.road.trim();
      const from = readKm(form.fromKm);
      const to = form.toKm.trim() === '' ? from : readKm(form.toKm);
      if (road === '') return { fault: 'road' };
      if (from === undefined || to === undefined) return { fault: 'km' };
      return { road, fromKm: Math.min(from, to), toKm: Math.max(from, to) };
    }
    case 'line': {
      const [only] = drawn;
      if (!only) return { fault: 'line' };
      if (drawn.length === 1) return { point: { lat: only[1], lon: only[0] } };
      return { line: { type: 'LineString', coordinates: drawn.map(([lon, lat]) => [lon, lat]) } };
    }
    case 'fords':
      return { fords: true };
    case 'classes':
      return { roadClasses: [form.roadClass] as RoadClosureRequest['roadClasses'] };
  }
}

function effectOf(form: ClosureForm): Partial<RoadClosureRequest> | { fault: Fault } {
  switch (form.state) {
    case 'CLOSED':
      return { effect: 'CLOSED' };
    case 'FOUR_BY_FOUR':
      return { effect: 'CLOSED', passableFor: ['FOUR_BY_FOUR', 'MOTORBIKE'] };
    case 'MOTORBIKE':
      return { effect: 'CLOSED', passableFor: ['MOTORBIKE'] };
    case 'ONE_LANE':
      return { effect: 'ONE_LANE', delayS: Math.round((figure(form.delayMin) ?? 3) * 60) };
    case 'LIMIT': {
      const maxWeightT = figure(form.weightT);
      const maxWidthM = figure(form.widthM);
      if (maxWeightT === undefined && maxWidthM === undefined) return { fault: 'limit' };
      return {
        effect: 'LIMIT',
        ...(maxWeightT === undefined ? {} : { maxWeightT }),
        ...(maxWidthM === undefined ? {} : { maxWidthM }),
      };
    }
    case 'SLOW': {
      const factor = figure(form.factor);
      return factor !== undefined && factor > 1 && factor <= 10 ? { effect: 'SLOW', factor } : { fault: 'factor' };
    }
  }
}

/** With a comma or a point, as people write. */
function figure(text: string): number | undefined {
  const plain = text.trim().replace(',', '.');
  return /^\d{1,4}(\.\d{1,3})?$/.test(plain) ? Number(plain) : undefined;
}

function both(
  first: string,
  last: string,
  pattern: RegExp,
  fault: Fault,
): { first: string; last: string } | { fault: Fault } | null {
  if (first === '' && last === '') return null;
  return pattern.test(first) && pattern.test(last) ? { first, last } : { fault };
}

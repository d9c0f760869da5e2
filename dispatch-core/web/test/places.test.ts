import { describe, expect, test } from 'vitest';
import { metresBetween, nearby } from '../console/intake/nearby';
import { rankPlaces, toldPlace } from '../console/intake/place';
import type { Place } from '../console/calls';
import { incident } from './desk';

const place = (label: string, kind: string, score: number, part: Partial<Place> = {}): Place => ({
  label,
  kind,
  lat: 22.4,
  lon: 103.4,
  commune: null,
  formerDistrict: null,
  score,
  ...part,
});

describe('suggestions for a place', () => {
  const labels = (typed: string, ...found: Place[]) => rankPlaces(found, typed).map((one) => `${one.kind} ${one.label}`);

  test('a point by itself comes before any name', () => {
    expect(labels('ql4d 76+650', place('Q', 'TOWN', 0.9), place('QL4D Km76+650', 'ROAD_KM', 0.5))).toEqual([
      'ROAD_KM QL4D Km76+650',
      'TOWN Q',
    ]);
  });

  test('the whole name comes before a beginning, that before a part; marks do not count', () => {
    expect(
      labels(
        'muong so',
        place('Bản Mường So', 'HAMLET', 0.99, { lat: 1 }),
        place('Mường Sòong', 'VILLAGE', 0.9, { lat: 2 }),
        place('Mường So, Phong Thổ', 'VILLAGE', 0.5, { lat: 3 }),
      ),
    ).toEqual(['VILLAGE Mường So, Phong Thổ', 'VILLAGE Mường Sòong', 'HAMLET Bản Mường So']);
  });

  test('of equal fit the larger place, then the better score', () => {
    expect(
      labels(
        'nam tam',
        place('Nậm Tăm', 'HAMLET', 0.9, { lat: 1 }),
        place('Nậm Tăm', 'COMMUNE', 0.5, { lat: 2 }),
        place('Nậm Tăm', 'HAMLET', 0.95, { lat: 3 }),
      ),
    ).toEqual(['COMMUNE Nậm Tăm', 'HAMLET Nậm Tăm', 'HAMLET Nậm Tăm']);
  });

  test('the same place twice is offered once', () => {
    expect(rankPlaces([place('A', 'TOWN', 1), place('A', 'TOWN', 0.9)], 'a')).toHaveLength(1);
  });
});

describe('a place as it is sent', () => {
  test.each<[string, object | null]>([
    ['', null],
    ['   ', null],
    ['QL4D 76+650', { roadKm: { road: 'QL4D', km: 76.65 }, placeText: 'QL4D 76+650' }],
    ['ql 4d km76+650, gần cầu', { roadKm: { road: 'QL4D', km: 76.65 }, placeText: 'ql 4d km76+650, gần cầu' }],
    ['22.38039, 103.48277', { location: { lat: 22.38039, lon: 103.48277 }, placeText: '22.38039, 103.48277' }],
    ['7PP395R6+2X', { plusCode: '7PP395R6+2X', placeText: '7PP395R6+2X' }],
    ['bản Nậm Sập, nhà trưởng bản', { placeText: 'bản Nậm Sập, nhà trưởng bản' }],
  ])('typed only: %s', (text, expected) => {
    expect(toldPlace({ text, found: null })).toEqual(expected);
  });

  test('what was taken from the list is sent as a point, beside the words as they were said', () => {
    expect(toldPlace({ text: 'Mường So', found: place('Mường So', 'VILLAGE', 1) })).toEqual({
      location: { lat: 22.4, lon: 103.4 },
      placeText: 'Mường So',
    });
    expect(toldPlace({ text: 'QL4D Km76+650', found: place('', 'ROAD_KM', 1, { road: 'QL4D', km: 76.65 }) })).toEqual({
      roadKm: { road: 'QL4D', km: 76.65 },
      placeText: 'QL4D Km76+650',
    });
  });
});

describe('what is open near a place', () => {
  const at = { lat: 22.4, lon: 103.4 };
  const open = (number: number, lat: number) =>
    incident(number, { place: { told: [], located: { lat, lon: 103.4, label: '' }, flags: [] } });

  test('within half a kilometre, the nearest first; what has no place is not near', () => {
    const nowhere = incident(9, { place: { told: [], located: null, flags: ['NO_PLACE'] } });
    const found = nearby(at, [open(1, 22.404), open(2, 22.4004), open(3, 22.41), nowhere]);
    expect(found.map(({ it }) => it.id)).toEqual(['id-2', 'id-1']);
  });

  test('a hundredth of a degree of latitude is 1,112 m', () => {
    expect(metresBetween(at, { lat: 22.41, lon: 103.4 })).toBeCloseTo(1112, 0);
  });
});

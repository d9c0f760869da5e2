import { describe, expect, test } from 'vitest';
import { BLANK, toRequest } from '../console/closures/request';
import { readClosure } from '../console/command/closure';
import { NOON } from './desk';

describe('a typed road closure', () => {
  const request = (line: string) => {
    const closure = readClosure(line, NOON);
    return closure.read === 'whole' ? closure.request : closure.read;
  };

  test.each<[string, object]>([
    ['QL4D 25+300 26 sạt lở', { road: 'QL4D', fromKm: 25.3, toKm: 26, reason: 'sạt lở' }],
    ['ql4d km25+300 km26 sạt lở', { road: 'QL4D', fromKm: 25.3, toKm: 26 }],
    ['QL 4D Km 25+300 đến Km 26+100 sạt lở', { road: 'QL4D', fromKm: 25.3, toKm: 26.1 }],
    ['QL4D 25+300-26 sạt lở', { fromKm: 25.3, toKm: 26 }],
    ['QL4D 25+300 – 26 sạt lở', { fromKm: 25.3, toKm: 26 }],
    ['QL4D 26 25+300 sạt lở', { fromKm: 25.3, toKm: 26 }],
    ['QL4D 25,3 đá lăn', { fromKm: 25.3, toKm: 25.3, reason: 'đá lăn' }],
    ['dt130 4 ngập', { road: 'ĐT130', fromKm: 4, toKm: 4 }],
    ['ĐT.130 4 ngập', { road: 'ĐT130' }],
  ])('%s', (line, expected) => {
    expect(request(line)).toMatchObject(expected);
  });

  test.each<[string, object]>([
    ['QL4D 25 26 sạt lở', { effect: 'CLOSED' }],
    ['QL4D 25 26 sụt lún, thông một làn', { effect: 'ONE_LANE' }],
    ['QL4D 25 26 ngập, chỉ xe hai cầu', { effect: 'CLOSED', passableFor: ['FOUR_BY_FOUR', 'MOTORBIKE'] }],
    ['QL4D 25 26 cầu yếu, chỉ xe máy', { effect: 'CLOSED', passableFor: ['MOTORBIKE'] }],
    ['QL4D 25 26 sương mù đi chậm', { effect: 'SLOW', factor: 1.5 }],
    ['QL4D 25 26 one lane only', { effect: 'ONE_LANE' }],
  ])('how bad it is, from the words: %s', (line, expected) => {
    expect(request(line)).toMatchObject(expected);
  });

  test('what only looks like a word of effect stays a reason', () => {
    expect(request('QL4D 25 cây đổ đè xe máy')).toEqual({
      road: 'QL4D',
      fromKm: 25,
      toKm: 25,
      reason: 'cây đổ đè xe máy',
      effect: 'CLOSED',
    });
  });

  test('an hour is today, or tomorrow when it is past, by the clock of the province', () => {
    expect(request('QL4D 25 26 sạt lở, đến 18:00')).toMatchObject({ until: '2026-11-25T11:00:00.000Z' });
    expect(request('QL4D 25 26 sạt lở tới 6h30')).toMatchObject({ until: '2026-11-25T23:30:00.000Z' });
    expect(request('QL4D 25 26 sạt lở, đến 31:00')).not.toHaveProperty('until');
  });

  test.each(['mường tè', 'I12', '25+300 26 sạt lở', ''])('%s is none', (line) => {
    expect(request(line)).toBe('none');
  });

  test('without a post or a reason it is not finished', () => {
    expect(request('QL4D')).toBe('noKm');
    expect(request('QL4D sạt lở')).toBe('noKm');
    expect(request('QL4D 25+300 26')).toBe('noReason');
  });
});

describe('the form of a road closure', () => {
  const form = { ...BLANK, road: 'QL4D', fromKm: '26', toKm: '25+300', reason: 'sạt lở' };

  test('two posts in either order, one post alone', () => {
    expect(toRequest(form, [])).toEqual({ road: 'QL4D', fromKm: 25.3, toKm: 26, reason: 'sạt lở', effect: 'CLOSED' });
    expect(toRequest({ ...form, toKm: '' }, [])).toMatchObject({ fromKm: 26, toKm: 26 });
  });

  test('a line of two points and more, a single point as a point', () => {
    const line = { ...form, where: 'line' as const };
    expect(toRequest(line, [[103.4, 22.4], [103.5, 22.5]])).toMatchObject({
      line: { type: 'LineString', coordinates: [[103.4, 22.4], [103.5, 22.5]] },
    });
    expect(toRequest(line, [[103.4, 22.4]])).toMatchObject({ point: { lat: 22.4, lon: 103.4 } });
  });

  test('fords, classes, hours, season and an end by the clock of the province', () => {
    expect(toRequest({ ...form, where: 'fords' }, [])).toMatchObject({ fords: true });
    expect(toRequest({ ...form, where: 'classes', roadClass: 'TRACK' }, [])).toMatchObject({ roadClasses: ['TRACK'] });
    expect(
      toRequest({ ...form, until: '2026-11-25T18:00', hoursFirst: '18:00', hoursLast: '06:00', seasonFirst: '05-01', seasonLast: '10-31' }, []),
    ).toMatchObject({
      until: '2026-11-25T11:00:00.000Z',
      hours: { first: '18:00', last: '06:00' },
      season: { first: '05-01', last: '10-31' },
    });
  });

  test.each([
    [{ road: '' }, 'road'],
    [{ fromKm: 'hai lăm' }, 'km'],
    [{ where: 'line' as const }, 'line'],
    [{ reason: ' ' }, 'reason'],
    [{ state: 'LIMIT' as const }, 'limit'],
    [{ state: 'SLOW' as const, factor: '1' }, 'factor'],
    [{ hoursFirst: '18:00' }, 'hours'],
    [{ seasonFirst: '1 tháng 5', seasonLast: '10-31' }, 'season'],
  ])('%o must be mended: %s', (part, fault) => {
    expect(toRequest({ ...form, ...part }, [])).toEqual({ fault });
  });

  test.each([
    [{ state: 'ONE_LANE' as const, delayMin: '5' }, { effect: 'ONE_LANE', delayS: 300 }],
    [{ state: 'SLOW' as const, factor: '1,5' }, { effect: 'SLOW', factor: 1.5 }],
    [{ state: 'LIMIT' as const, weightT: '3,5' }, { effect: 'LIMIT', maxWeightT: 3.5 }],
    [{ state: 'MOTORBIKE' as const }, { effect: 'CLOSED', passableFor: ['MOTORBIKE'] }],
  ])('%o', (part, effect) => {
    expect(toRequest({ ...form, ...part }, [])).toMatchObject(effect);
  });
});

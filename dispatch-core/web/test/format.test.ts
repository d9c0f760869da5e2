import { describe, expect, test } from 'vitest';
import { ageLevel, secondsSince } from '../shared/age';
import { ageWords, clock, kmPost, minuteRange, minutes, readKm, roadPost, timeOfDay } from '../shared/format';
import { retryDelay } from '../shared/live';

describe('a kilometre post', () => {
  test.each([
    [76.65, 'Km76+650'],
    [0, 'Km0+000'],
    [25.3, 'Km25+300'],
    [12.9996, 'Km13+000'],
    [7.005, 'Km7+005'],
  ])('%d is written %s', (km, written) => expect(kmPost(km)).toBe(written));

  test.each([
    ['76+650', 76.65],
    ['Km76+650', 76.65],
    ['km 76 + 650', 76.65],
    ['76,65', 76.65],
    ['76.65', 76.65],
    [' 8 ', 8],
    ['0', 0],
  ])('"%s" is read as %d', (text, km) => expect(readKm(text)).toBeCloseTo(km, 6));

  test.each(['', 'abc', '-1', '76+', '7 6', '1e3', '76+6500', '76,6,5'])('"%s" is not a post', (text) => {
    expect(readKm(text)).toBeUndefined();
  });

  test('what is written can be read again', () => {
    for (let metres = 0; metres <= 130_000; metres += 137) {
      expect(readKm(kmPost(metres / 1000))).toBeCloseTo(metres / 1000, 6);
    }
  });

  test('stands after its road', () => expect(roadPost('QL4D', 76.65)).toBe('QL4D Km76+650'));
});

describe('an incident that waits', () => {
  test.each([
    [0, true, 'calm'],
    [59.9, true, 'calm'],
    [60, true, 'amber'],
    [105.9, true, 'amber'],
    [106, true, 'red'],
    [4000, true, 'red'],
    [4000, false, 'calm'],
  ] as const)('%d s, unassigned %s: %s', (age, unassigned, level) => {
    expect(ageLevel(age, unassigned)).toBe(level);
  });

  test('is never younger than nothing', () => {
    expect(secondsSince('2026-07-02T09:30:10Z', Date.parse('2026-07-02T09:30:00Z'))).toBe(0);
    expect(secondsSince('2026-07-02T09:30:00Z', Date.parse('2026-07-02T09:31:15Z'))).toBe(75);
  });
});

describe('times', () => {
  test.each([
    [0, '0:00'],
    [75, '1:15'],
    [600, '10:00'],
    [3675, '1:01:15'],
    [-5, '0:00'],
  ])('%d s on the clock is %s', (seconds, shown) => expect(clock(seconds)).toBe(shown));

  test.each([
    [0, '0 giây'],
    [89, '89 giây'],
    [90, '2 phút'],
    [7200, '2 giờ'],
    [200_000, '2 ngày'],
    [null, 'không rõ'],
  ])('an age of %s s is "%s"', (seconds, words) => expect(ageWords(seconds)).toBe(words));

  test('minutes are never rounded down', () => {
    expect(minutes(60)).toBe(1);
    expect(minutes(61)).toBe(2);
  });

  test.each([
    [1900, 2460, '32–41'],
    [1900, 1915, '32'],
    [1900, 1900, '32'],
    [1900, undefined, '32'],
    [0, 0, '0'],
  ])('%s s that may become %s s are "%s" minutes', (p50, p90, shown) => expect(minuteRange(p50, p90)).toBe(shown));

  test('are of Vietnam, with 24 hours', () => expect(timeOfDay('2026-07-02T17:30:05Z')).toBe('00:30:05'));
});

test('a lost line is tried again ever more slowly, but never too slowly', () => {
  const delays = [0, 1, 2, 3, 4, 5, 20].map((attempt) => retryDelay(attempt, 0));
  expect(delays).toEqual([500, 1000, 2000, 4000, 8000, 15000, 15000]);
  expect(retryDelay(20, 1)).toBe(18750);
});

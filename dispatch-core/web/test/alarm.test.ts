import { describe, expect, test } from 'vitest';
import { alarmsOf, audible, type Seat, toneOf } from '../console/sound/rule';
import { assignment, incident } from './desk';

const AT = Date.parse('2026-11-25T05:00:00Z');
const NOBODY: ReadonlyMap<string, number> = new Map();
const ago = (seconds: number) => new Date(AT - seconds * 1000).toISOString();
const ringing = (seconds: number, priority: 'P1' | 'P2' | 'P3' = 'P2', number = 1) =>
  incident(number, { acknowledged: null, openedAt: ago(seconds), priority });
const kinds = (...open: ReturnType<typeof incident>[]) => alarmsOf(open, AT, NOBODY).map((one) => one.kind);

describe('only what somebody must act upon rings', () => {
  test('a new incident until somebody has taken notice', () => {
    expect(kinds(ringing(5))).toEqual(['new']);
    expect(kinds(incident(1))).toEqual([]);
  });

  test('a crew cut off, a hospital that declined, a crew that asks for another', () => {
    const on = (part: object) => incident(1, { assignments: [assignment({ id: 'a', unitId: 'LC-01', ...part })] });
    expect(kinds(on({ cutOff: true }))).toEqual(['cutOff']);
    const declined = { answer: 'DECLINE' as const, reason: 'hết giường', at: ago(10) };
    expect(kinds(on({ needsDestination: true, preArrival: declined }))).toEqual(['declined']);
    expect(kinds(on({ destinationAsked: { at: ago(10), reason: 'gần hơn', hospitalId: null } }))).toEqual(['destinationAsked']);
    expect(kinds(on({}))).toEqual([]);
  });

  test('an order that the crew has not acknowledged for a minute, and not before', () => {
    const told = (seconds: number) =>
      incident(1, {
        assignments: [assignment({ id: 'a', unitId: 'LC-01', status: 'NOTIFIED', milestones: { notified: ago(seconds) } })],
      });
    expect(kinds(told(59))).toEqual([]);
    expect(kinds(told(60))).toEqual(['notAcknowledged']);
  });

  test('the most urgent comes first, then what has rung longest', () => {
    const all = alarmsOf([ringing(5, 'P2', 1), ringing(50, 'P2', 2), ringing(1, 'P1', 3)], AT, NOBODY);
    expect(all.map((one) => one.incidentId)).toEqual(['id-3', 'id-2', 'id-1']);
  });

  test('the same thing keeps its key from second to second; rung again it has another', () => {
    const [now] = alarmsOf([ringing(5)], AT, NOBODY);
    const [later] = alarmsOf([ringing(5)], AT + 1000, NOBODY);
    const [again] = alarmsOf([ringing(5)], AT, new Map([['id-1', AT]]));
    expect(later?.key).toBe(now?.key);
    expect(again?.key).not.toBe(now?.key);
  });
});

describe('who hears it, and when', () => {
  const heard = (seconds: number, seat: Seat, silenced: string[] = []) =>
    audible(alarmsOf([ringing(seconds)], AT, NOBODY), seat, new Set(silenced), AT).length;

  test.each<[Seat, number]>([
    ['1', 0],
    ['2', 30],
    ['supervisor', 60],
  ])('desk %s after %i s', (seat, seconds) => {
    if (seconds > 0) expect(heard(seconds - 1, seat)).toBe(0);
    expect(heard(seconds, seat)).toBe(1);
  });

  test('what was acknowledged here is quiet here', () => {
    const [alarm] = alarmsOf([ringing(5)], AT, NOBODY);
    expect(heard(5, '1', [alarm?.key ?? ''])).toBe(0);
  });
});

describe('one tone for all of them', () => {
  test('of the most urgent, the more urgent the oftener', () => {
    const storm = Array.from({ length: 40 }, (_, index) => ringing(index, index === 20 ? 'P1' : 'P3', index + 1));
    const tone = toneOf(alarmsOf(storm, AT, NOBODY));
    expect(tone?.priority).toBe('P1');
    const calm = toneOf(alarmsOf([ringing(5, 'P3')], AT, NOBODY));
    expect(tone?.everyMs).toBeLessThan(calm?.everyMs ?? 0);
  });

  test('silence when nothing rings', () => {
    expect(toneOf([])).toBeNull();
  });
});

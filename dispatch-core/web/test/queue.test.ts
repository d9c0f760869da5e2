import { describe, expect, test } from 'vitest';
import { mergeOrder, suggested } from '../console/queue/duplicates';
import { settle } from '../console/queue/settle';
import { sinceWords } from '../console/queue/since';
import { standing } from '../console/queue/standing';
import { groups } from '../console/map/features';
import { keep, keepAll, ended, incidents } from '../console/state/incidents';
import { Keyed } from '../console/state/keyed';
import { positionsOf } from '../console/state/live';
import { shortName, shortNumber, shortUnit } from '../console/state/words';
import { assignment, incident, unit } from './desk';

describe('nothing moves under a hand', () => {
  test('without one the rows follow', () => {
    expect(settle(['a', 'b'], ['c', 'a'], false)).toEqual({ ids: ['c', 'a'], waiting: [] });
  });

  test('with one they stay, what ended too; what is new waits', () => {
    expect(settle(['a', 'b'], ['c', 'b', 'd'], true)).toEqual({ ids: ['a', 'b'], waiting: ['c', 'd'] });
  });
});

describe('how an incident stands', () => {
  const since = (seconds: number) => () => seconds;
  const on = (part: object) => incident(1, { assignments: [assignment({ id: 'a', unitId: 'LC-01', ...part })] });

  test.each([
    [59, 'calm'],
    [60, 'amber'],
    [106, 'red'],
  ])('without a unit after %i s: %s', (seconds, level) => {
    expect(standing(incident(1), seconds, since(seconds))).toMatchObject({ says: 'desk.row.unassigned', level });
  });

  test('with a unit the time since the alert is no alarm any more', () => {
    expect(standing(on({}), 4000, since(10))).toMatchObject({ says: null, level: 'calm' });
  });

  test('what is wrong comes before what goes on, the worst first', () => {
    expect(standing(on({ cutOff: true }), 0, since(0))).toMatchObject({ says: 'desk.row.cutOff', level: 'red' });
    const quiet = { status: 'NOTIFIED', milestones: { notified: '2026-11-25T05:00:00Z' } };
    expect(standing(on(quiet), 0, since(59)).says).toBeNull();
    expect(standing(on(quiet), 0, since(60))).toMatchObject({ says: 'desk.row.notAcknowledged', level: 'amber' });
    const two = incident(1, {
      assignments: [
        assignment({ id: 'a', unitId: 'LC-01', ...quiet, status: 'NOTIFIED' }),
        assignment({ id: 'b', unitId: 'LC-02', cutOff: true }),
      ],
    });
    expect(standing(two, 0, since(100))).toMatchObject({ says: 'desk.row.cutOff', more: 1 });
  });
});

describe('two that are perhaps one', () => {
  const twin = (number: number) => [{ incidentId: `id-${number}`, number: '', distanceM: 100 }];

  test('the suggestion counts from both sides, the nearest first', () => {
    const one = incident(1, { possibleDuplicates: twin(2) });
    const two = incident(2);
    expect(suggested(one, [one, two])?.id).toBe('id-2');
    expect(suggested(two, [one, two])?.id).toBe('id-1');
    expect(suggested(incident(3), [one, two])).toBeUndefined();
  });

  test('the older goes on, unless only the younger has a unit out', () => {
    const older = incident(1, { openedAt: '2026-11-25T04:00:00Z' });
    const younger = incident(2, { openedAt: '2026-11-25T04:05:00Z' });
    const sent = { assignments: [assignment({ id: 'a', unitId: 'LC-01' })] };
    expect(mergeOrder(younger, older).into).toBe(older);
    expect(mergeOrder({ ...younger, ...sent }, older).into.id).toBe('id-2');
    expect(mergeOrder({ ...younger, ...sent }, { ...older, ...sent }).into.id).toBe('id-1');
  });
});

describe('what is known of the queue', () => {
  test('most urgent first, then oldest; what closes leaves, and is remembered', () => {
    keepAll([], Date.now() + 1);
    keep(incident(1, { priority: 'P3' }));
    keep(incident(2, { priority: 'P1' }));
    keep(incident(3, { priority: 'P3', openedAt: '2026-11-25T01:00:00Z' }));
    expect(incidents.ids).toEqual(['id-2', 'id-3', 'id-1']);
    keep(incident(3, { status: 'CLOSED' }));
    expect(incidents.ids).toEqual(['id-2', 'id-1']);
    expect(ended[0]?.id).toBe('id-3');
  });

  test('a list that was asked for before something was read alone neither drops nor brings back that', () => {
    keepAll([], Date.now() + 1);
    const askedAt = Date.now() - 1000;
    keep(incident(5, { version: 7 }));
    keep(incident(6, { status: 'CLOSED' }));
    keepAll([incident(6), incident(7)], askedAt);
    expect(incidents.ids).toEqual(expect.arrayContaining(['id-5', 'id-7']));
    expect(incidents.ids).not.toContain('id-6');
    expect(incidents.get('id-5')?.version).toBe(7);
  });
});

test('what did not change is not told of', () => {
  const list = new Keyed<{ id: string; n: number }>((a, b) => a.n - b.n);
  list.replace([{ id: 'a', n: 2 }, { id: 'b', n: 1 }]);
  const [a, ids] = [list.get('a'), list.ids];
  list.replace([{ id: 'a', n: 2 }, { id: 'b', n: 1 }]);
  expect(list.get('a')).toBe(a);
  expect(list.ids).toBe(ids);
  list.put({ id: 'b', n: 3 });
  expect(list.ids).toEqual(['a', 'b']);
});

describe('positions in an event', () => {
  const fix = { unitId: 'LC-01', lat: 22, lon: 103, at: '2026-11-25T05:00:00Z' };

  test('one, or a batch; what is no position is left out', () => {
    expect(positionsOf({ type: 'position', data: fix })).toEqual([{ id: 'LC-01', lat: 22, lon: 103, at: fix.at }]);
    const batch = { positions: [fix, { ...fix, unitId: 'LC-02' }, { unitId: 'LC-03' }, null] };
    expect(positionsOf({ type: 'position', data: batch }).map((one) => one.id)).toEqual(['LC-01', 'LC-02']);
    expect(positionsOf({ type: 'position' })).toEqual([]);
  });
});

test('since the alert', () => {
  expect([45, 723, 3599, 3600, 36_300].map(sinceWords)).toEqual(['0:45', '12:03', '59:59', '1h00', '10h05']);
});

test('units side by side share a mark', () => {
  const at: Record<string, { lat: number; lon: number }> = {
    'LC-01': { lat: 22.4, lon: 103.4 },
    'LC-02': { lat: 22.4001, lon: 103.4001 },
    'LC-03': { lat: 22.5, lon: 103.4 },
  };
  const all = [unit('LC-01', 'A'), unit('LC-02', 'B'), unit('LC-03', 'C')];
  expect(groups(all, (one) => (one ? (at[one.id] ?? null) : null)).map((group) => group.units.length)).toEqual([2, 1]);
});

test('numbers and names as they are spoken', () => {
  expect(shortNumber({ number: '2026-000123' })).toBe('I123');
  expect(shortUnit('LC-07')).toBe('U7');
  expect(shortUnit('xe-mới')).toBe('xe-mới');
  expect(shortName('Bệnh viện Đa khoa tỉnh Lai Châu')).toBe('BVĐK tỉnh Lai Châu');
  expect(shortName('Trung tâm Y tế Mường Tè')).toBe('TTYT Mường Tè');
});

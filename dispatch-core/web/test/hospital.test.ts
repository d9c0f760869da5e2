import { describe, expect, test } from 'vitest';
import { changesSince, clockOf, type Incoming, isWorse, preparedFor, stableOrder } from '../hospital/arrivals/expected';
import { differing, farJumps, figuresOf, isEmpty, NOTHING, over, readBeds, reportOf, restrictedTo } from '../hospital/figures';
import { freshness, lastShiftChange, reminder } from '../hospital/freshness';
import {
  add,
  arrived,
  basisFor,
  type ConfirmEntry,
  conflict,
  dropped,
  LONGEST,
  mineAreRight,
  next,
  type Outbox,
  outdated,
  type ReportEntry,
  refused,
  theirsAreRight,
  tried,
  waiting,
} from '../hospital/outbox';

describe('presses', () => {
  test('are laid over each other: the last one of each kind counts', () => {
    const said = over(NOTHING, { ...NOTHING, beds: { ICU: 3 } }, { ...NOTHING, beds: { ICU: 4, TRAUMA: 1 } }, { ...NOTHING, services: { CT: false } });
    expect(said).toEqual({ beds: { ICU: 4, TRAUMA: 1 }, services: { CT: false }, emsTraffic: undefined, note: undefined });
  });

  test('say only what they name', () => {
    expect(reportOf({ beds: { ICU: 0 }, services: {} })).toEqual({ beds: { ICU: { available: 0 } } });
    expect(reportOf({ ...NOTHING, emsTraffic: 'CLOSED', note: 'mất điện' })).toEqual({ emsTraffic: 'CLOSED', note: 'mất điện' });
    expect(isEmpty(NOTHING)).toBe(true);
    expect(isEmpty({ beds: { ICU: 0 }, services: {} })).toBe(false);
  });

  test('are taken back to what the board said of the same kinds', () => {
    const board = { beds: { ICU: 3, EMERGENCY: 9 }, services: { CT: true, BLOOD: true }, emsTraffic: 'NORMAL' as const };
    expect(restrictedTo(board, { beds: { ICU: 4, MATERNITY: 2 }, services: { CT: false } })).toEqual({
      beds: { ICU: 3 },
      services: { CT: true },
      emsTraffic: undefined,
    });
    expect(restrictedTo(board, { ...NOTHING, emsTraffic: 'CLOSED' }).emsTraffic).toBe('NORMAL');
  });

  test('differ from the board in what they change', () => {
    const board = { beds: { ICU: 3, EMERGENCY: 9 }, services: { CT: true }, emsTraffic: 'NORMAL' as const };
    expect(differing({ beds: { ICU: 3, EMERGENCY: 8 }, services: { CT: true }, emsTraffic: 'NORMAL' }, board)).toEqual({
      beds: { EMERGENCY: 8 },
      services: {},
      emsTraffic: undefined,
      note: undefined,
    });
  });

  test.each([
    ['0', 0],
    [' 12 ', 12],
    ['2000', 2000],
    ['2001', undefined],
    ['-1', undefined],
    ['1.5', undefined],
    ['', undefined],
    ['1e3', undefined],
    ['١٢', undefined],
  ])('typed "%s" is %s', (text, beds) => {
    expect(readBeds(text)).toBe(beds);
  });

  test('more than twenty away are asked about, whichever way', () => {
    const board = { beds: { ICU: 3, EMERGENCY: 40 }, services: {} };
    expect(farJumps({ beds: { ICU: 23, EMERGENCY: 20 }, services: {} }, board)).toEqual([]);
    expect(farJumps({ beds: { ICU: 24, EMERGENCY: 19, MATERNITY: 21 }, services: {} }, board)).toEqual(['EMERGENCY', 'ICU', 'MATERNITY']);
  });

  test('are read off the board', () => {
    const board = { beds: { ICU: { available: 3, held: 1, free: 2 } }, services: { CT: true }, emsTraffic: 'NORMAL' };
    expect(figuresOf(board as never).beds).toEqual({ ICU: 3 });
  });
});

describe('the outbox', () => {
  test('sends in order, each report on top of the one before it', () => {
    let box: Outbox = add([], report('a', { basedOn: basisFor([], 7) }));
    box = add(box, report('b', { basedOn: basisFor(box, 7) }));
    box = add(box, confirm('c', { basedOn: basisFor(box, 7) }));
    expect(box.map((each) => ('basedOn' in each ? each.basedOn : undefined))).toEqual([7, 'previous', 'previous']);

    expect(next(box)?.key).toBe('a');
    box = arrived(box, 'a', 8);
    expect(next(box)).toMatchObject({ key: 'b', basedOn: 8 });
    box = arrived(box, 'b', 9);
    expect(next(box)).toMatchObject({ key: 'c', basedOn: 9 });
    expect(arrived(box, 'c', 10)).toEqual([]);
    expect(basisFor([], null)).toBeNull();
  });

  test('passes on what a report rests on when the one before is taken back', () => {
    const box = [report('a', { basedOn: 7 }), seen('s'), report('b', { basedOn: 'previous' }), report('c', { basedOn: 'previous' })];
    expect(dropped(box, 'a')).toMatchObject([{ key: 's' }, { key: 'b', basedOn: 7 }, { key: 'c', basedOn: 'previous' }]);
    expect(dropped(box, 'b')).toMatchObject([{ key: 'a' }, { key: 's' }, { key: 'c', basedOn: 'previous' }]);
  });

  test('knows what it corrects only once that has arrived', () => {
    const box = [report('a', { basedOn: 7, tried: true }), report('undo', { basedOn: 'previous', corrects: 'a' })];
    expect(arrived(box, 'a', 8)).toMatchObject([{ key: 'undo', corrects: 8, basedOn: 8 }]);
  });

  test('keeps what the server refused to be read, and goes on with the rest', () => {
    const box = refused([report('a', { basedOn: 7 }), report('undo', { basedOn: 'previous', corrects: 'a' }), report('b', { basedOn: 'previous' })], 'a', 'no');
    expect(box).toMatchObject([{ key: 'b' }, { key: 'a', refused: 'no' }]);
    expect(next(box)?.key).toBe('b');
    expect(waiting(box)).toHaveLength(1);
  });

  test('passes by no report that waits for a person, but lets answers through', () => {
    let box: Outbox = [report('a', { basedOn: 7 }), report('b', { basedOn: 'previous' }), seen('s')];
    box = outdated(box, 'a', { id: 9, by: 'operator', at: '2026-07-02T02:00:00Z' });
    expect(next(box)?.key).toBe('s');
    expect(next(arrived(box, 's', null))).toBeUndefined();
  });

  test('asks once for all reports that rest on the older figures', () => {
    const newest = { id: 9, by: 'operator', at: '2026-07-02T02:00:00Z' };
    const box = outdated(
      [report('a', { basedOn: 7, figures: { beds: { ICU: 3 }, services: {} } }), report('b', { basedOn: 'previous', figures: { beds: { ICU: 2 }, services: { CT: false } } })],
      'a',
      newest,
    );
    expect(conflict(box)).toMatchObject({ newest, figures: { beds: { ICU: 2 }, services: { CT: false } } });
    expect(conflict([seen('s')])).toBeUndefined();

    const mine = mineAreRight(box, 9);
    expect(mine).toMatchObject([{ key: 'a', basedOn: 9 }, { key: 'b', basedOn: 'previous' }]);
    expect(conflict(mine)).toBeUndefined();
    expect(next(mine)?.key).toBe('a');
    expect(theirsAreRight([...box, seen('s')])).toMatchObject([{ key: 's' }]);
  });

  test('turns "nothing changed" into the figures it meant when somebody has changed them', () => {
    const box = outdated([confirm('a', { basedOn: 7, figures: { beds: { ICU: 3 }, services: {} } })], 'a', { id: 9, by: 'x', at: '' });
    expect(mineAreRight(box, 9)).toMatchObject([{ kind: 'report', basedOn: 9, figures: { beds: { ICU: 3 } } }]);
  });

  test('remembers what may have arrived', () => {
    expect(tried([seen('s')], 's')[0]?.tried).toBe(true);
  });

  test('has an end', () => {
    let box: Outbox = [];
    for (let i = 0; i < LONGEST + 5; i++) box = add(box, seen(String(i)));
    expect(box).toHaveLength(LONGEST);
    expect(box[0]?.key).toBe('5');
  });

  function report(key: string, more: Partial<ReportEntry>): ReportEntry {
    return { kind: 'report', key, at: 0, basedOn: null, figures: NOTHING, ...more };
  }

  function confirm(key: string, more: Partial<ConfirmEntry>): ConfirmEntry {
    return { kind: 'confirm', key, at: 0, basedOn: null, figures: NOTHING, ...more };
  }

  function seen(key: string) {
    return { kind: 'seen', key, at: 0, assignmentId: 'x' } as const;
  }
});

describe('age', () => {
  test.each([
    [null, 'never'],
    [0, 'fresh'],
    [4 * 3600 - 1, 'fresh'],
    [4 * 3600, 'ageing'],
    [12 * 3600, 'ageing'],
    [12 * 3600 + 1, 'stale'],
  ])('%s s is %s', (ageS, level) => {
    expect(freshness(ageS)).toBe(level);
  });

  // By Vietnam's clock; the age in minutes.
  test.each([
    ['06:59', 60, 'none', '19:00'],
    ['07:00', 1, 'shift', '07:00'],
    ['07:30', 29, 'none', '07:00'],
    ['07:30', 31, 'shift', '07:00'],
    ['10:00', 179, 'none', '07:00'],
    ['18:59', 11 * 60, 'none', '07:00'],
    ['19:01', 2, 'shift', '19:00'],
    ['00:30', 5 * 60, 'none', '19:00'],
    ['00:30', 6 * 60, 'shift', '19:00'],
    ['00:30', 13 * 60, 'stale', '19:00'],
  ])('at %s figures of %s minutes ago: %s, since %s', (time, minutes, wanted, change) => {
    const now = Date.parse(`2026-07-02T${time}:00+07:00`);
    expect(reminder(minutes * 60, now)).toBe(wanted);
    expect(lastShiftChange(now)).toBe(change);
  });

  test('what was never reported is asked for at any time', () => {
    expect(reminder(null, Date.parse('2026-07-02T03:00:00+07:00'))).toBe('never');
  });
});

describe('an arrival', () => {
  const ASOF = '2026-07-02T02:00:00Z';

  test.each([
    ['on its way', { etaAt: '2026-07-02T02:12:00Z', etaP90At: '2026-07-02T02:18:00Z' }, 60, { state: 'coming', p50S: 660, p90S: 1020 }],
    ['any moment', { etaAt: '2026-07-02T02:12:00Z', etaP90At: '2026-07-02T02:18:00Z' }, 800, { state: 'any', p90S: 280 }],
    ['late', { etaAt: '2026-07-02T02:12:00Z', etaP90At: '2026-07-02T02:18:00Z' }, 1200, { state: 'late', lateS: 120 }],
    ['cut off', { cutOff: true, etaAt: null }, 0, { state: 'unknown' }],
    ['never reckoned', { etaAt: null }, 0, { state: 'unknown' }],
    ['here', { status: 'AT_DESTINATION', etaAt: null }, 0, { state: 'here' }],
    ['without a range', { etaAt: '2026-07-02T02:12:00Z', etaP90At: null }, 0, { state: 'coming', p50S: 720, p90S: 720 }],
  ])('%s', (_, more, since, clock) => {
    expect(clockOf(incoming(more as never), ASOF, since)).toEqual(clock);
  });

  test('that changes is pointed out, and the unrest of an estimate is not', () => {
    const before = preparedFor(incoming({ etaAt: '2026-07-02T02:12:00Z', patients: [{ triage: 'GREEN' }] }));
    expect(changesSince(before, incoming({ etaAt: '2026-07-02T02:16:59Z', patients: [{ triage: 'GREEN' }] }))).toEqual([]);
    expect(
      changesSince(before, incoming({ etaAt: '2026-07-02T02:32:00Z', priority: 'P1', patients: [{ triage: 'GREEN' }, { triage: 'RED' }] })),
    ).toEqual([
      { what: 'eta', before: '2026-07-02T02:12:00Z', laterS: 1200 },
      { what: 'priority', before: 'P2' },
      { what: 'patients', before: '1 GREEN' },
    ]);
    expect(changesSince(before, incoming({ etaAt: null, cutOff: true, patients: [{ triage: 'GREEN' }] }))).toEqual([{ what: 'cutOff' }]);
    expect(changesSince({ ...before, cutOff: true }, incoming({ etaAt: '2026-07-02T02:12:00Z', patients: [{ triage: 'GREEN' }] }))).toEqual([{ what: 'open' }]);
    expect(changesSince(before, incoming({ status: 'AT_DESTINATION', etaAt: null, patients: [{ triage: 'GREEN' }] }))).toEqual([]);
  });

  test.each<[string, Partial<Incoming>, boolean]>([
    ['the same', {}, false],
    ['one more in red', { patients: [{ triage: 'RED' }, { triage: 'RED' }, { triage: 'GREEN' }] }, true],
    ['one more in green', { patients: [{ triage: 'RED' }, { triage: 'GREEN' }, { triage: 'GREEN' }] }, false],
    ['better', { patients: [{ triage: 'YELLOW' }, { triage: 'GREEN' }] }, false],
    ['a graver case', { priority: 'P1' }, true],
    ['a lighter case', { priority: 'P3' }, false],
    ['later', { etaAt: '2026-07-02T04:12:00Z' }, false],
  ])('rings again when it is worse than was seen: %s', (_, now, worse) => {
    const seen = { etaAt: '2026-07-02T02:12:00Z', patients: [{ triage: 'RED' as const }, { triage: 'GREEN' as const }] };
    expect(isWorse(preparedFor(incoming(seen)), incoming({ ...seen, ...now }))).toBe(worse);
  });

  test('keeps its place while a hand is there', () => {
    expect(stableOrder(['b', 'c', 'gone'], ['a', 'c', 'b'], true)).toEqual(['b', 'c', 'a']);
    expect(stableOrder(['b', 'c', 'gone'], ['a', 'c', 'b'], false)).toEqual(['a', 'c', 'b']);
  });

  function incoming(more: Partial<Incoming>): Incoming {
    return { status: 'EN_ROUTE', priority: 'P2', patients: [], ...more } as Incoming;
  }
});

import { describe, expect, test } from 'vitest';
import { askedAgain, capacityBefore, type Done, type Step, UNDO, undoSteps } from '../console/undo/table';
import { hospital, roadClosure } from './desk';

/** Every act with what takes it back. */
const TABLE: readonly [Done, Step[]][] = [
  [{ act: 'assigned', incidentId: 'i', assignmentId: 'a' }, [{ does: 'standDown', assignmentId: 'a' }]],
  [
    { act: 'stoodDown', incidentId: 'i', unitId: 'u', hospitalId: 'h' },
    [{ does: 'assign', incidentId: 'i', unitId: 'u', hospitalId: 'h' }],
  ],
  [
    { act: 'diverted', incidentId: 'i', assignmentId: 'a', from: 'h' },
    [{ does: 'divert', assignmentId: 'a', hospitalId: 'h' }],
  ],
  [
    { act: 'revised', incidentId: 'i', before: { priority: 'P3' } },
    [{ does: 'revise', incidentId: 'i', change: { priority: 'P3' } }],
  ],
  [{ act: 'merged', incidentId: 'i', into: 'j' }, [{ does: 'unmerge', incidentId: 'i', other: 'j' }]],
  [{ act: 'unmerged', incidentId: 'i', from: 'j' }, [{ does: 'merge', incidentId: 'i', into: 'j' }]],
  [{ act: 'incidentClosed', incidentId: 'i' }, [{ does: 'reopen', incidentId: 'i' }]],
  [
    { act: 'incidentReopened', incidentId: 'i', disposition: 'FALSE_ALARM' },
    [{ does: 'close', incidentId: 'i', disposition: 'FALSE_ALARM' }],
  ],
  [{ act: 'roadClosed', roadClosureId: 'r' }, [{ does: 'openRoad', roadClosureId: 'r' }]],
  [
    { act: 'roadOpened', was: [{ reason: 'sạt lở', fords: true }] },
    [{ does: 'closeRoad', request: { reason: 'sạt lở', fords: true } }],
  ],
  [{ act: 'dutySet', unitId: 'u', before: true }, [{ does: 'setDuty', unitId: 'u', onDuty: true }]],
  [
    { act: 'capacityReported', hospitalId: 'h', before: { emsTraffic: 'NORMAL' } },
    [{ does: 'reportCapacity', hospitalId: 'h', report: { emsTraffic: 'NORMAL' } }],
  ],
];

describe('what takes an act back', () => {
  test.each(TABLE)('%o', (done, steps) => {
    expect(undoSteps(done)).toEqual(steps);
  });

  test('every act of the table is looked at here', () => {
    expect(TABLE.map(([done]) => done.act).sort()).toEqual(Object.keys(UNDO).sort());
  });

  test('a unit that was going nowhere cannot be sent back there', () => {
    expect(undoSteps({ act: 'diverted', incidentId: 'i', assignmentId: 'a', from: null })).toEqual([]);
  });
});

describe('a road closure that was lifted is asked for as it was', () => {
  test('by its posts, with everything that was said of it', () => {
    const was = roadClosure({ passableFor: ['MOTORBIKE'], until: '2026-11-26T00:00:00Z', hours: { first: '18:00', last: '06:00' } });
    expect(askedAgain(was)).toEqual([
      {
        road: 'QL4D',
        fromKm: 25.3,
        toKm: 26,
        reason: 'sạt lở',
        effect: 'CLOSED',
        passableFor: ['MOTORBIKE'],
        until: '2026-11-26T00:00:00Z',
        hours: { first: '18:00', last: '06:00' },
      },
    ]);
  });

  test('a line that lies on several roads is asked for piece by piece', () => {
    const line = { type: 'MultiLineString', coordinates: [[[1, 2], [3, 4]], [[5, 6], [7, 8]]] };
    const was = roadClosure({ road: null, fromKm: null, toKm: null, line: line as never });
    expect(askedAgain(was).map((one) => one.line?.coordinates)).toEqual(line.coordinates);
  });

  test('fords and classes by their name', () => {
    const bare = { road: null, fromKm: null, toKm: null, line: null };
    expect(askedAgain(roadClosure({ ...bare, fords: true }))[0]).toMatchObject({ fords: true });
    expect(askedAgain(roadClosure({ ...bare, roadClasses: ['TRACK'] }))[0]).toMatchObject({ roadClasses: ['TRACK'] });
  });
});

test('of beds only what the desk wrote over is written back, as the hospital had said it', () => {
  const it = hospital('BV01', 'Bệnh viện', { emsTraffic: 'ADVISORY' });
  expect(capacityBefore(it, { beds: { ICU: { available: 9 } } })).toEqual({ beds: { ICU: { available: 3 } } });
  expect(capacityBefore(it, { emsTraffic: 'CLOSED' })).toEqual({ emsTraffic: 'ADVISORY' });
});

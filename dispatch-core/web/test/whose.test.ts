import { describe, expect, test } from 'vitest';
import { looksOlder } from '../console/board/looks';
import { whose } from '../shared/whose';

const HOUR_S = 3600;

describe('whose word it is', () => {
  test.each([
    ['nurse', 'PAGE', 'nurse'],
    ['nurse', null, 'nurse'],
    ['operator', 'PHONE', 'operator (qua điện thoại)'],
    ['trưởng khoa', 'SMS', 'trưởng khoa (SMS)'],
    ['his', 'EDXL', 'his (EDXL-HAVE)'],
  ] as const)('%s by %s is said as "%s"', (by, source, said) => {
    expect(whose(by, source)).toBe(said);
  });

  test.each([
    [5 * HOUR_S, 60, true],
    [13 * HOUR_S, 5 * HOUR_S, true],
    [3 * HOUR_S, 60, false], // both are believed
    [20 * HOUR_S, 13 * HOUR_S, false], // neither is
    [60, 5 * HOUR_S, false], // a clock that is wrong makes nothing older
  ])('%d s beside a newest word of %d s looks older: %s', (own, newest, older) => {
    expect(looksOlder(own, newest)).toBe(older);
  });
});

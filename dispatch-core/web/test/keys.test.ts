import { describe, expect, test } from 'vitest';
import en from '../i18n/en.json';
import vi from '../i18n/vi.json';
import { following, GROUPS, hear, sheet, SHORTCUTS } from '../console/keys/keys';

describe('the table of keys', () => {
  test('no key does two things, and none is the beginning of another', () => {
    const all = SHORTCUTS.map((one) => one.keys);
    for (const [index, keys] of all.entries()) {
      const clashes = all.filter(
        (other, at) => at !== index && keys.every((key, place) => other[place] === key),
      );
      expect(clashes, keys.join(' ')).toEqual([]);
    }
  });

  test('every act takes three presses at the most, without a modifier or a key that the browser wants', () => {
    for (const { keys } of SHORTCUTS) {
      expect(keys.length).toBeLessThanOrEqual(3);
      for (const key of keys) expect(key).toMatch(/^([a-z0-9/?+[\]]|Enter|ArrowDown|ArrowUp)$/);
    }
  });

  test('keys that a widget needs for itself give way to it', () => {
    const wanted = SHORTCUTS.filter(({ keys }) => keys.some((key) => key.length > 1));
    expect(wanted.every((one) => one.yields)).toBe(true);
  });

  test('the sheet shows every key, in both languages', () => {
    const lines = sheet();
    expect(lines.flatMap((line) => line.keys)).toHaveLength(SHORTCUTS.length);
    for (const line of lines) {
      expect(GROUPS).toContain(line.group);
      expect(vi).toHaveProperty([line.says]);
      expect(en).toHaveProperty([line.says]);
    }
  });
});

describe('keys are heard one after the other', () => {
  test('one key acts at once', () => {
    expect(hear([], 'x').act?.does).toBe('acknowledge');
    expect(hear([], 'Q')).toEqual({ act: null, pending: [] });
  });

  test('the first of two waits, and says what may follow', () => {
    expect(hear([], 'p')).toEqual({ act: null, pending: ['p'] });
    expect(hear(['p'], '2').act?.does).toBe('priority2');
    expect(following(['p']).map((one) => one.keys[1])).toEqual(['1', '2', '3', '4']);
    expect(following([])).toEqual([]);
  });

  test('a key that does not follow ends the waiting', () => {
    expect(hear(['p'], 'x')).toEqual({ act: null, pending: [] });
  });
});

import { describe, expect, test } from 'vitest';
import { isWorthKeeping, thin } from '../../crew/position/thin';
import type { Fix } from '../../crew/vault/vault';
import { memoryVault } from '../../crew/vault/memory';

const START = Date.parse('2026-11-25T15:00:00Z');

function fix(afterS: number, metresNorth = 0, accuracyM = 8): Fix {
  return {
    at: new Date(START + afterS * 1000).toISOString(),
    lat: 22 + metresNorth / 111_195,
    lon: 103,
    speedMps: null,
    headingDeg: null,
    accuracyM,
  };
}

describe('a position', () => {
  test.each([
    ['is the first', null, fix(0), true],
    ['moved, after 15 s', fix(0), fix(15, 200), true],
    ['moved, too soon', fix(0), fix(14, 200), false],
    ['stands, after 15 s', fix(0), fix(15, 5), false],
    ['stands, after 120 s', fix(0), fix(120, 5), true],
    ['moved less than the receiver can tell', fix(0), fix(15, 60, 100), false],
    ['is a guess of the network', fix(0), fix(300, 5000, 3000), false],
    ['is older than the last', fix(60), fix(30, 500), false],
  ] as const)('%s: kept or not', (_, last, next, kept) => {
    expect(isWorthKeeping(last, next)).toBe(kept);
  });
});

describe('too many positions', () => {
  test('lose every other one of the older half', () => {
    const all = Array.from({ length: 12 }, (_, i) => fix(i * 15));
    const left = thin(all);
    expect(left).toHaveLength(9);
    expect(left.slice(-6)).toEqual(all.slice(-6));
    expect(left[0]).toEqual(all[0]);
  });

  test('never grow beyond the limit, and keep both ends of the way', async () => {
    const vault = memoryVault();
    for (let i = 0; i < 500; i++) await vault.addFix(fix(i * 15), 100, thin);
    const { fixes, keys } = await vault.fixes(1000);
    expect(fixes.length).toBeLessThanOrEqual(100);
    expect(fixes[0]).toEqual(fix(0));
    expect(fixes.at(-1)).toEqual(fix(499 * 15));
    await vault.removeFixes(keys.slice(0, 10));
    expect((await vault.fixes(1000)).fixes).toHaveLength(fixes.length - 10);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { legAhead, NEXT } from '../../crew/order/lifecycle';

const JAVA = join(import.meta.dirname, '../../../src/main/java/rescue/dispatch/assignment/AssignmentLifecycle.java');
const CONTRACT = join(import.meta.dirname, '../../../src/main/resources/openapi.yaml');

describe('the one next button', () => {
  test('follows the same table as the server', () => {
    const table = [...readFileSync(JAVA, 'utf8').matchAll(/^ {8}(\w+), +List\.of\(([\w, ]*)\)/gm)].map(([, from, to]) => [
      from,
      (to ?? '').split(',').map((word) => word.trim()).filter(Boolean),
    ]);
    expect(table.length).toBeGreaterThan(0);
    expect(Object.fromEntries(table)).toEqual(NEXT);
  });

  test('knows every status of the contract', () => {
    const schema = /AssignmentStatus:\n\s+type: string\n\s+enum:\n((?:\s+- \w+\n)+)/.exec(readFileSync(CONTRACT, 'utf8'));
    const words = (schema?.[1] ?? '').split('\n').map((line) => line.replace('-', '').trim()).filter(Boolean);
    expect(Object.keys(NEXT).sort()).toEqual(words.sort());
  });

  test.each([
    ['NOTIFIED', 'SCENE'],
    ['EN_ROUTE', 'SCENE'],
    ['ON_SCENE', 'HOSPITAL'],
    ['LEFT_SCENE', 'HOSPITAL'],
    ['AT_DESTINATION', null],
    ['HANDED_OVER', null],
    ['CANCELLED', null],
  ] as const)('%s drives to %s', (status, leg) => {
    expect(legAhead(status)).toBe(leg);
  });
});

import { test as base } from '@playwright/test';
import { desk } from './api';
import { Faults } from './faults';
import { Places } from './places';

export { expect } from '@playwright/test';

/**
 * What every story starts from. It fails on any fault of its pages, also when what it looked at was right; a browser
 * that it opens besides its own is watched when it says `faults.watch(context)`.
 */
export const test = base.extend<{ faults: Faults }, { places: Places }>({
  faults: [
    async ({ context }, use) => {
      const faults = new Faults();
      await faults.watch(context);
      await use(faults);
      base.expect(faults.list()).toEqual([]);
    },
    { auto: true },
  ],
  places: [
    async ({}, use) => {
      await use(new Places(desk));
    },
    { scope: 'worker' },
  ],
});

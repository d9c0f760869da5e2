import type { Page } from '@playwright/test';
import { Verdicts } from './support/axe';
import { walk } from './support/keyboard';
import { Line } from './support/line';
import { Shift } from './support/shift';
import { fillIn } from './support/signIn';
import { expect, test } from './support/story';
import { smallTargets } from './support/targets';

/** A page that people sign in to. */
interface Desk {
  name: string;
  path: string;
  /** Whose page it is; the evening is on by then, so that this can be whoever has something to do. */
  user: (shift: Shift) => string;
  /** Somebody who has nothing to do now. */
  idle: string;
  /** Further sights of the busy page: how each is opened, from the page as it is after signing in. */
  panels: Record<string, (page: Page, shift: Shift) => Promise<void>>;
  /** The smallest that a target may be, in CSS pixels. */
  target: number;
}

const DESKS: readonly Desk[] = [
  {
    name: 'console',
    path: '/',
    user: () => 'operator',
    idle: 'supervisor',
    target: 24,
    panels: {
      incident: async (page, shift) => {
        await page.getByText(shift.receipt('waiting').incidentNumber).first().click();
        await expect(page.locator('#detail h2')).toBeVisible();
      },
      'call form': (page) => page.keyboard.press('n'),
      'road closures': (page) => page.keyboard.press('r'),
      boards: (page) => page.keyboard.press('u'),
      keys: (page) => page.keyboard.press('?'),
    },
  },
];

const STALE_AFTER = '13:00:00';

for (const desk of DESKS) {
  test(`${desk.name}: axe finds nothing in any state, light or language`, async ({ context, faults, page }) => {
    test.setTimeout(600_000);
    faults.allow(/net::ERR_INTERNET_DISCONNECTED|WebSocket/);
    const verdicts = new Verdicts();
    const line = await Line.of(context);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.clock.install();

    await page.goto(desk.path);
    await expect(page.locator('input[name="password"]')).toBeVisible();
    await verdicts.judge(page, `${desk.name}, login`);
    await fillIn(page, desk.idle);
    await settled(page);
    await verdicts.judge(page, `${desk.name}, empty`);

    const shift = await Shift.begin();
    try {
      await page.evaluate(() => sessionStorage.clear());
      await page.goto(desk.path);
      await fillIn(page, desk.user(shift));
      await settled(page);
      await verdicts.judge(page, `${desk.name}, busy`);
      for (const [name, open] of Object.entries(desk.panels)) {
        await page.keyboard.press('Escape');
        await open(page, shift);
        await settled(page);
        await verdicts.judge(page, `${desk.name}, busy, ${name}`);
      }
      await page.keyboard.press('Escape');
      await line.cut();
      await expect(page.locator('.pill.lost').first()).toBeVisible();
      await verdicts.judge(page, `${desk.name}, offline`);
      await page.clock.fastForward(STALE_AFTER);
      await settled(page);
      await verdicts.judge(page, `${desk.name}, stale`);
    } finally {
      await shift.end();
    }
    console.log(verdicts.table());
    expect(verdicts.list()).toEqual([]);
  });

  test(`${desk.name}: Tab reaches everything, and what has the focus shows it`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const shift = await Shift.begin();
    try {
      await page.goto(desk.path);
      await fillIn(page, desk.user(shift));
      await settled(page);
      const sights: Desk['panels'] = { busy: async () => undefined, ...desk.panels };
      for (const [name, open] of Object.entries(sights)) {
        await page.keyboard.press('Escape');
        await open(page, shift);
        await settled(page);
        expect.soft(await smallTargets(page, desk.target), `${name}: targets under ${desk.target} px`).toEqual([]);
        const { stops, missed, unseen } = await walk(page);
        expect.soft(stops, name).toBeGreaterThan(3);
        expect.soft(missed, `${name}: not reached by Tab`).toEqual([]);
        expect.soft(unseen, `${name}: focus not seen`).toEqual([]);
      }
    } finally {
      await shift.end();
    }
  });
}

/** Nothing is on its way any more, and the page has drawn what came. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}

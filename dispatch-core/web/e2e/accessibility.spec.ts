import type { Browser, BrowserContext, Page } from '@playwright/test';
import { Verdicts } from './support/axe';
import type { Faults } from './support/faults';
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
  size: { width: number; height: number };
  /** Whose page it is; the evening is on by then, so that this can be whoever has something to do. */
  user: (shift: Shift) => string;
  /** Somebody who has nothing to do now. */
  idle: string;
  /** Further sights of the busy page: how each is opened, from the page as it is after signing in. */
  panels: Record<string, (page: Page, shift: Shift) => Promise<void>>;
  /** The smallest that a target may be, in CSS pixels. */
  target: number;
  /** What is pressed in gloves, in haste or with a thumb, and how large each of it must be at least. */
  large: Record<string, number>;
}

const TABLET = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

const DESKS: readonly Desk[] = [
  {
    name: 'console',
    path: '/',
    size: { width: 1920, height: 1080 },
    user: () => 'operator',
    idle: 'supervisor',
    target: 24,
    large: {},
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
  ...[TABLET, PHONE].map(
    (size): Desk => ({
      name: `crew ${size.width} px`,
      path: '/crew',
      size,
      user: (shift) => `crew-${shift.assignment('collision').unitId}`,
      idle: 'crew-LC-16',
      target: 44,
      large: { '.next button.main, .next .step': 64 },
      panels: {
        outbox: (page) => page.locator('header .outbox').click(),
        tools: (page) => page.locator('header .menu').click(),
      },
    }),
  ),
];

const STALE_AFTER = '13:00:00';

for (const desk of DESKS) {
  test(`${desk.name}: axe finds nothing in any state, light or language`, async ({ browser, faults }) => {
    test.setTimeout(900_000);
    faults.allow(/net::ERR_INTERNET_DISCONNECTED|WebSocket/);
    const verdicts = new Verdicts();

    const quiet = await open(browser, faults, desk);
    await expect(quiet.page.locator('input[name="password"]')).toBeVisible();
    await verdicts.judge(quiet.page, `${desk.name}, login`);
    await fillIn(quiet.page, desk.idle);
    await settled(quiet.page);
    await verdicts.judge(quiet.page, `${desk.name}, empty`);
    await quiet.context.close();

    const shift = await Shift.begin();
    try {
      const { context, line, page } = await open(browser, faults, desk);
      await fillIn(page, desk.user(shift));
      await settled(page);
      await verdicts.judge(page, `${desk.name}, busy`);
      for (const [name, show] of Object.entries(desk.panels)) {
        await page.keyboard.press('Escape');
        await show(page, shift);
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
      await context.close();
    } finally {
      await shift.end();
    }
    console.log(verdicts.table());
    expect(verdicts.list()).toEqual([]);
  });

  test(`${desk.name}: Tab reaches everything, and what has the focus shows it`, async ({ browser, faults }) => {
    test.setTimeout(300_000);
    const shift = await Shift.begin();
    try {
      const { context, page } = await open(browser, faults, desk);
      await fillIn(page, desk.user(shift));
      await settled(page);
      for (const [selector, least] of Object.entries(desk.large)) {
        await expect(page.locator(selector).first()).toBeVisible();
        expect.soft(await smallTargets(page, least, selector), `${selector} under ${least} px`).toEqual([]);
      }
      const sights: Desk['panels'] = { busy: async () => undefined, ...desk.panels };
      for (const [name, show] of Object.entries(sights)) {
        await page.keyboard.press('Escape');
        await show(page, shift);
        await settled(page);
        expect.soft(await smallTargets(page, desk.target), `${name}: targets under ${desk.target} px`).toEqual([]);
        const { stops, missed, unseen } = await walk(page);
        expect.soft(stops, name).toBeGreaterThan(3);
        expect.soft(missed, `${name}: not reached by Tab`).toEqual([]);
        expect.soft(unseen, `${name}: focus not seen`).toEqual([]);
      }
      await context.close();
    } finally {
      await shift.end();
    }
  });
}

/** A browser of its own at the page, whose clock can be put forward and whose line can be cut. */
async function open(browser: Browser, faults: Faults, desk: Desk): Promise<{ context: BrowserContext; line: Line; page: Page }> {
  const context = await browser.newContext({ viewport: desk.size, reducedMotion: 'reduce' });
  await faults.watch(context);
  const line = await Line.of(context);
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(desk.path);
  return { context, line, page };
}

/** Nothing is on its way any more, and the page has drawn what came. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => new Promise<void>((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn()))));
}

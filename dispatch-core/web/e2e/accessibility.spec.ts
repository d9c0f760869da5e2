import type { Browser, BrowserContext, Page } from '@playwright/test';
import { Verdicts } from './support/axe';
import { rowOf } from './support/console';
import { reports } from './support/nurse';
import type { Faults } from './support/faults';
import { walk } from './support/keyboard';
import { Line } from './support/line';
import { LANGUAGES } from './support/looks';
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
const WARD_PC = { width: 1280, height: 800 };
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
        await rowOf(page, shift.receipt('waiting').incidentNumber).click();
        await expect(page.locator('#detail h2')).toBeVisible();
      },
      'call form': (page) => page.keyboard.press('n'),
      'road closures': (page) => page.keyboard.press('r'),
      unit: async (page) => {
        await page.keyboard.press('u');
        await page.keyboard.press('Enter');
      },
      hospital: async (page) => {
        await page.keyboard.press('h');
        await page.keyboard.press('Enter');
      },
      'command line': async (page) => {
        await page.keyboard.press('/');
        await page.keyboard.type('a ');
      },
      'hand-over': (page) => page.keyboard.press('b'),
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
  ...[WARD_PC, PHONE].map(
    (size): Desk => ({
      name: `hospital ${size.width} px`,
      path: '/hospital',
      size,
      user: (shift) => `hospital-${shift.assignment('collision').hospitalId}`,
      idle: 'hospital-BV04',
      target: 44,
      large: { '.step, .confirm': 56 },
      panels: {
        'typing a number': (page) => page.locator('[data-kind=ICU] .number').click(),
        'a slip': async (page) => {
          await page.locator('[data-kind=ICU] .number').click();
          await page.locator('[data-kind=ICU] input').fill('99');
          await page.locator('[data-kind=ICU] input').press('Enter');
          await expect(page.locator('.sure')).toBeVisible();
        },
        'why not': async (page) => {
          await page.getByRole('button', { name: 'Đổi trả lời' }).first().click();
          await page.getByRole('button', { name: 'Không nhận…' }).first().click();
        },
        history: async (page, shift) => {
          await reports(shift.assignment('collision').hospitalId ?? '', { ICU: 3 });
          await page.locator('.history summary').click();
          await page.getByRole('button', { name: /Sửa báo cáo/ }).first().click();
        },
        'a transfer': async (page) => {
          await page.getByRole('button', { name: 'Chuyển một bệnh nhân…' }).click();
          await page.locator('.transfers summary').click();
          await expect(page.locator('.receivers li').first()).toBeVisible();
        },
      },
    }),
  ),
];

const STALE_AFTER = '13:00:00';

for (const desk of DESKS) {
  test(`${desk.name}: axe finds nothing in any state, light or language`, { tag: '@mapless' }, async ({ browser, faults }) => {
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

// Each redraws its map in each light: only the sight that has it in full, beside the many above.
for (const desk of DESKS.filter(({ path, size }) => path !== '/hospital' && size !== PHONE)) {
  test(`${desk.name}: axe finds nothing with a map, in any light or language`, async ({ browser, faults }) => {
    test.setTimeout(300_000);
    const verdicts = new Verdicts();
    const shift = await Shift.begin();
    try {
      const { context, page } = await open(browser, faults, desk);
      await fillIn(page, desk.user(shift));
      await settled(page);
      await expect(page.locator('canvas').first()).toBeVisible();
      await verdicts.judge(page, `${desk.name}, busy`);
      await context.close();
    } finally {
      await shift.end();
    }
    console.log(verdicts.table());
    expect(verdicts.list()).toEqual([]);
  });
}

/** What anybody sees without an account; the light is the device's, the language goes with the address. */
const PUBLIC: Record<string, (stage: { page: Page; line: Line; shift: Shift; lang: string }) => Promise<void>> = {
  'report, empty': async ({ page, lang }) => {
    await page.goto(`/report?lang=${lang}`);
  },
  'report, filled in': async ({ page, lang }) => {
    await page.goto(`/report?lang=${lang}`);
    await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
    await page.locator('#road').selectOption({ index: 1 });
    await page.locator('#km').fill('25+300');
    await page.locator('#village').fill('Nậm');
    await page.locator('button[name=act][value=find]').click();
    await page.waitForLoadState();
    await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
  },
  'report, something missing': async ({ page, lang }) => {
    await page.goto(`/report?lang=${lang}`);
    await page.locator('#send').click();
  },
  'report, not sent': async ({ page, line, lang }) => {
    await page.goto(`/report?lang=${lang}`);
    await line.cut();
    await page.locator('input[name=kind]').first().check({ force: true });
    await page.locator('details').last().evaluate((each: HTMLDetailsElement) => (each.open = true));
    await page.locator('#words').fill('chân đèo, gần cầu treo');
    await page.locator('#send').click();
    await expect(page.locator('#unsent')).toBeVisible();
  },
  'first aid': async ({ page, lang }) => {
    await page.goto(`/report/first-aid?lang=${lang}`);
  },
  'tracking, received': async ({ page, shift, lang }) => {
    await page.goto(`/track/${shift.receipt('slope').trackingCode}?lang=${lang}`);
  },
  'tracking, under way': async ({ page, shift, lang }) => {
    await page.goto(`/track/${shift.receipt('collision').trackingCode}?lang=${lang}`);
  },
  'tracking, offline': async ({ page, line, shift, lang }) => {
    await page.goto(`/track/${shift.receipt('collision').trackingCode}?lang=${lang}`);
    await line.cut();
    await settled(page);
  },
  'tracking, unknown code': async ({ page, lang }) => {
    await page.goto(`/track/KHONGCO?lang=${lang}`);
  },
};

test('public pages: axe finds nothing in any state, light or language; everything is reached and large enough', { tag: '@mapless' }, async ({ browser, faults }) => {
  test.setTimeout(900_000);
  // The last is a service worker that looks for a newer one while there is no network.
  faults.allow(/net::ERR_INTERNET_DISCONNECTED|status of 404|error occurred when fetching the script/);
  const verdicts = new Verdicts();
  const shift = await Shift.begin();
  try {
    for (const lang of LANGUAGES) {
      for (const [sight, show] of Object.entries(PUBLIC)) {
        const context = await browser.newContext({ viewport: PHONE, reducedMotion: 'reduce' });
        await faults.watch(context);
        const line = await Line.of(context);
        const page = await context.newPage();
        await show({ page, line, shift, lang });
        await settled(page);
        // All of it at once: what lies under the bar with the button now is free as soon as one scrolls.
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        await page.setViewportSize({ width: PHONE.width, height: Math.max(PHONE.height, height) });
        for (const colorScheme of ['dark', 'light'] as const) {
          await page.emulateMedia({ colorScheme });
          await verdicts.judgeAsItIs(page, sight, `${lang} ${colorScheme}`);
        }
        await page.setViewportSize(PHONE);
        expect.soft(await smallTargets(page, 44), `${sight}: targets under 44 px`).toEqual([]);
        const { missed, unseen } = await walk(page);
        expect.soft(missed, `${sight}: not reached by Tab`).toEqual([]);
        expect.soft(unseen, `${sight}: focus not seen`).toEqual([]);
        await context.close();
      }
    }
  } finally {
    await shift.end();
  }
  console.log(verdicts.table());
  expect(verdicts.list()).toEqual([]);
});

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

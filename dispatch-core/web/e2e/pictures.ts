import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { rowOf } from './support/console';
import { inEveryLook } from './support/looks';
import { Shift } from './support/shift';
import { signIn, type SignedPage } from './support/signIn';
import { test } from './support/story';

const FOLDER = process.env['PICTURES_OUT'] ?? 'pictures-out';

/** Between two alerts: the evening has lasted some minutes when it is looked at. */
const PAUSE_MS = Number(process.env['PICTURES_PAUSE_MS'] ?? 15_000);

interface Size {
  width: number;
  height: number;
}

interface Picture {
  name: string;
  path: SignedPage;
  user: (shift: Shift) => string;
  sizes: readonly Size[];
  /** To the sight that is worth a picture, from the page as it is after signing in. */
  open: (page: Page, shift: Shift) => Promise<void>;
}

const TABLET: Size = { width: 1280, height: 800 };
const PHONE: Size = { width: 390, height: 844 };

const PICTURES: readonly Picture[] = [
  {
    name: 'console',
    path: '/',
    user: () => 'operator',
    sizes: [{ width: 1920, height: 1080 }, TABLET],
    open: async (page, shift) => rowOf(page, shift.receipt('waiting').incidentNumber).click(),
  },
  {
    name: 'hospital',
    path: '/hospital',
    user: (shift) => `hospital-${shift.assignment('collision').hospitalId ?? 'BV01'}`,
    sizes: [TABLET, PHONE],
    open: async () => undefined,
  },
  {
    name: 'crew',
    path: '/crew',
    user: (shift) => `crew-${shift.assignment('collision').unitId}`,
    sizes: [TABLET, PHONE],
    open: async () => undefined,
  },
];

test('the pages in a busy evening', async ({ browser, faults }) => {
  const shift = await Shift.begin(PAUSE_MS);
  try {
    for (const picture of PICTURES) {
      for (const size of picture.sizes) {
        const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce' });
        await faults.watch(context);
        const page = await context.newPage();
        await signIn(page, picture.path, picture.user(shift));
        await picture.open(page, shift);
        await inEveryLook(page, async ({ theme, language }) => {
          await drawn(page);
          await page.screenshot({ path: file(`${picture.name}-${size.width}x${size.height}-${language}-${theme}`) });
        });
        await context.close();
      }
    }
    for (const colorScheme of ['dark', 'light'] as const) {
      for (const language of ['vi', 'en'] as const) {
        const context = await browser.newContext({ viewport: PHONE, colorScheme, reducedMotion: 'reduce' });
        await faults.watch(context);
        const page = await context.newPage();
        const look = `${PHONE.width}x${PHONE.height}-${language}-${colorScheme}`;
        await page.goto(`/report?lang=${language}`);
        await page.screenshot({ path: file(`report-${look}`), fullPage: true });
        await page.goto(`/track/${shift.receipt('collision').trackingCode}?lang=${language}`);
        await page.screenshot({ path: file(`tracking-${look}`), fullPage: true });
        await context.close();
      }
    }
  } finally {
    await shift.end();
  }
});

function file(name: string): string {
  return join(FOLDER, `${name}.png`);
}

/** The map draws when it likes: two pictures of it that are the same, and it is done. */
async function drawn(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  const map = page.locator('.maplibregl-canvas').first();
  if (!(await map.isVisible())) return; // on a telephone it is a page of its own
  let before: Buffer | undefined;
  for (let look = 0; look < 20; look++) {
    const now = await map.screenshot();
    if (before?.equals(now)) return;
    before = now;
    await page.waitForTimeout(250);
  }
}

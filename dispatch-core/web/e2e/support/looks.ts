import type { Page } from '@playwright/test';

/** As in `shared/theme.ts`, which a story cannot load: it reads what only a browser keeps. */
export const THEMES = ['dark', 'light', 'night'] as const;
export const LANGUAGES = ['vi', 'en'] as const;

export interface Look {
  theme: (typeof THEMES)[number];
  language: (typeof LANGUAGES)[number];
}

/** The page as it is, in every light and both languages, without a reload; afterwards in the look that it had. */
export async function inEveryLook(page: Page, seen: (look: Look) => Promise<void>): Promise<void> {
  for (const language of LANGUAGES) {
    await speak(page, language);
    for (const theme of THEMES) {
      await light(page, theme);
      await seen({ theme, language });
    }
  }
  await speak(page, 'vi');
  await light(page, 'dark');
}

/** By the page's own button, which names the other language in that language. */
export async function speak(page: Page, language: Look['language']): Promise<void> {
  const lang = () => page.evaluate(() => document.documentElement.lang);
  if ((await lang()) === language) return;
  // Not by the mouse: a panel that closes when something else is clicked would be gone.
  await page.locator(`button[lang="${language}"]`).first().evaluate((button: HTMLElement) => button.click());
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
}

export async function light(page: Page, theme: Look['theme']): Promise<void> {
  await page.evaluate((wanted) => {
    document.documentElement.dataset['theme'] = wanted;
  }, theme);
}

import { readFileSync } from 'node:fs';
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

/**
 * By the page's own button too, which names the light that comes next: the map is drawn anew only by that. A login form has
 * no such button, and nothing but tokens.
 */
export async function light(page: Page, theme: Look['theme']): Promise<void> {
  const lit = () => page.evaluate(() => document.documentElement.dataset['theme']);
  for (let press = 0; (await lit()) !== theme; press++) {
    if (press === THEMES.length) throw new Error(`no button leads to the light ${theme}`);
    await page.evaluate(
      ([names, wanted]) => {
        const button = [...document.querySelectorAll('button')].find((each) => names.some((name) => each.textContent?.trim().startsWith(name)));
        if (button) button.click();
        else document.documentElement.dataset['theme'] = wanted;
      },
      [LIGHT_NAMES, theme] as const,
    );
  }
}

const LIGHT_NAMES = LANGUAGES.flatMap((language) => {
  const phrases = JSON.parse(readFileSync(new URL(`../../i18n/${language}.json`, import.meta.url), 'utf8')) as Record<string, string>;
  return THEMES.map((theme) => phrases[`app.theme.${theme}`] ?? '');
}).filter(Boolean);

import { expect, type Locator, type Page } from '@playwright/test';
import { signIn } from './signIn';

/** The row of an incident in the console's queue, by its whole number. */
export function rowOf(page: Page, number: string): Locator {
  return page.locator(`.row[data-number="${number}"]`);
}

/** "2026-000123" as the desk says it: I123. */
export function said(number: string): string {
  return `I${Number(number.slice(number.lastIndexOf('-') + 1))}`;
}

export async function atTheDesk(page: Page, user = 'operator'): Promise<void> {
  await signIn(page, '/', user);
  await expect(page.getByRole('heading', { name: 'Vụ việc đang mở' })).toBeVisible();
}

export function detailOf(page: Page): Locator {
  return page.getByRole('region', { name: 'Chi tiết' });
}

/** Types a line into the command line and sends it once it says what it will do. */
export async function command(page: Page, line: string, says: string | RegExp): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.type(line);
  // Only the line that would be done: "not yet" has the same words in it.
  await expect(page.locator('#command-preview.will')).toContainText(says);
  await page.keyboard.press('Enter');
}

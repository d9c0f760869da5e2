import { expect, type Page } from '@playwright/test';

/** The pages that are signed in to; the console is `/`. */
export type SignedPage = '/' | '/hospital' | '/crew';

/** Signs a demonstration account in as a person does. */
export async function signIn(page: Page, path: SignedPage = '/', user = 'operator'): Promise<void> {
  await page.goto(path);
  await fillIn(page, user);
}

/** The login form that is shown now, in Vietnamese or English. */
export async function fillIn(page: Page, user: string, password = user): Promise<void> {
  const secret = page.locator('input[name="password"]');
  await page.locator('input[name="user"]').fill(user);
  await secret.fill(password);
  await secret.press('Enter');
  await expect(secret).toHaveCount(0);
}

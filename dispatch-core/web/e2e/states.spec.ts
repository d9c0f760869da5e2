import type { BrowserContext, Page } from '@playwright/test';
import { anybody, desk, ward } from './support/api';
import { atTheDesk, detailOf, rowOf, said } from './support/console';
import { Line } from './support/line';
import { fillIn, signIn } from './support/signIn';
import { expect, test } from './support/story';

/**
 * What goes wrong around the pages, each shown for what it is: nothing looks live that is not, nothing that was typed is
 * lost, and it ends by itself when its cause ends.
 */

test('the desk goes on without its live line, says so, and hears everything when it is back', async ({ context, faults, page, places }) => {
  faults.allow(/WebSocket/);
  const operator = desk();
  const line = await Line.of(context);
  await atTheDesk(page);
  await expectPill(page, 'connected');
  await line.cutSockets();
  await expectPill(page, 'lost');
  // It asks while it is not told.
  const meanwhile = await operator.hears(await places.take());
  await expect(rowOf(page, meanwhile.incidentNumber)).toBeVisible();
  await expect(page.locator('.pill')).toContainText('Số liệu');
  await line.mend();
  await expectPill(page, 'connected');
  const later = await operator.hears(await places.take());
  await expect(rowOf(page, later.incidentNumber)).toBeVisible();
  for (const { incidentId } of [meanwhile, later]) await operator.clears(incidentId);
});

test('the ward and the tablet get what was sent while their live line was broken', async ({ browser, faults, places }) => {
  faults.allow(/WebSocket/);
  const operator = desk();
  const { incidentId, incidentNumber } = await operator.hears(await places.take());
  await operator.triages(incidentId, 'RED');
  const { unitId, hospitalId } = await operator.best(incidentId);
  const open = async (path: '/crew' | '/hospital', user: string) => {
    const context = await browser.newContext();
    await faults.watch(context);
    const line = await Line.of(context);
    const page = await context.newPage();
    await signIn(page, path, user);
    await expectPill(page, 'connected');
    await line.cutSockets();
    await expectPill(page, 'lost');
    return { context, line, page };
  };
  const tablet = await open('/crew', `crew-${unitId}`);
  const nurse = await open('/hospital', `hospital-${hospitalId}`);
  await operator.sends(incidentId, { unitId, hospitalId });
  for (const { context, line, page } of [tablet, nurse]) {
    await line.mend();
    await expectPill(page, 'connected');
    await expect(page.getByText(incidentNumber).first()).toBeVisible();
    await context.close();
  }
  await operator.clears(incidentId);
});

test('a session that the server ended is asked for again, and a call that was half written is there', async ({ faults, page }) => {
  faults.allow(/401/);
  await atTheDesk(page);
  await page.keyboard.press('n');
  await page.getByLabel('Nơi xảy ra').fill('cầu treo bản Nậm Sập');
  await page.getByLabel('Mô tả').fill('hai người, một người không trả lời');
  await endSession(page);
  await expect(page.getByText('Phiên làm việc đã hết hạn. Xin đăng nhập lại.')).toBeVisible();
  await fillIn(page, 'operator');
  await expect(page.getByLabel('Nơi xảy ra')).toHaveValue('cầu treo bản Nậm Sập');
  await expect(page.getByLabel('Mô tả')).toHaveValue('hai người, một người không trả lời');
});

for (const [name, path] of [
  ['the console', '/'],
  ['the tablet', '/crew'],
] as const) {
  test(`${name} says when the ground of its map does not come, and draws it when it does`, async ({ context, faults, page, places }) => {
    faults.allow(/ERR_FAILED/);
    const operator = desk();
    const { incidentId } = await operator.hears(await places.take());
    const { unitId } = await operator.sends(incidentId);
    await context.route('**/map/tiles/**', (route) => route.abort());
    await page.clock.install();
    await signIn(page, path, path === '/' ? 'operator' : `crew-${unitId}`);
    const missing = page.getByText('Thiếu một phần nền bản đồ');
    await expect(missing).toBeVisible();
    await context.unroute('**/map/tiles/**');
    await page.clock.fastForward(31_000);
    await expect(missing).toHaveCount(0);
    await operator.clears(incidentId);
  });
}

test('a tablet that may not know where it is says so, and leads on by its steps', async ({ browser, faults, places }) => {
  const operator = desk();
  const { incidentId } = await operator.hears(await places.take());
  const { unitId } = await operator.sends(incidentId);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, permissions: [] });
  await faults.watch(context);
  const page = await context.newPage();
  await signIn(page, '/crew', `crew-${unitId}`);
  await expect(page.getByText('Máy không cho dùng vị trí')).toBeVisible();
  await expect(page.locator('.next .step')).toBeEnabled();
  await context.close();
  await operator.clears(incidentId);
});

test('whoever was slower is told who was faster, and whom to send instead', async ({ faults, page, places }) => {
  faults.allow(/409|ERR_FAILED/);
  const operator = desk();
  const ours = await operator.hears(await places.take(), { kind: 'FALL' });
  const theirs = await operator.hears(await places.take(), { kind: 'FALL' });
  await atTheDesk(page);
  await rowOf(page, ours.incidentNumber).click();
  const detail = detailOf(page);
  await expect(detail.getByRole('option').first()).toBeVisible();

  // What would tell this desk of the other one's act is held back.
  await page.route('**/api/v1/**', (route) => (route.request().method() === 'GET' ? route.abort() : route.continue()));
  const best = await operator.best(ours.incidentId);
  const taken = await operator.sends(theirs.incidentId, best);
  await page.keyboard.press('Enter');
  const refusal = detail.locator('.contested');
  await expect(refusal).toContainText(said(theirs.incidentNumber));
  await expect(refusal).toContainText(taken.callSign);
  expect((await operator.incident(ours.incidentId)).assignments).toEqual([]);

  await page.unroute('**/api/v1/**');
  for (const { incidentId } of [ours, theirs]) await operator.clears(incidentId);
});

test('a server that cannot answer now is said to be that; what is shown stays, and the same key works afterwards', async ({
  context,
  faults,
  page,
  places,
}) => {
  faults.allow(/503/);
  const operator = desk();
  const { incidentId, incidentNumber } = await operator.hears(await places.take());
  await atTheDesk(page);
  await rowOf(page, incidentNumber).click();
  const detail = detailOf(page);
  await expect(detail.getByRole('option').first()).toBeVisible();
  await overloaded(context);
  await page.keyboard.press('Enter');
  await expect(page.getByText('máy chủ đang quá tải').first()).toBeVisible();
  await expect(detail.getByRole('option').first()).toBeVisible();
  await expect(rowOf(page, incidentNumber)).toBeVisible();
  expect((await operator.incident(incidentId)).assignments).toEqual([]);

  await context.unroute('**/api/v1/**');
  await expect(async () => {
    await page.keyboard.press('Enter');
    expect((await operator.incident(incidentId)).assignments).toHaveLength(1);
  }).toPass();
  await expect(detail.getByRole('article').first()).toContainText('đã báo kíp');
  await operator.clears(incidentId);
});

test('a ward whose server cannot answer keeps its presses and says them afterwards', async ({ context, faults, page }) => {
  faults.allow(/503/);
  const nurse = ward('BV04');
  const before = (await desk().hospitals()).find(({ id }) => id === 'BV04')?.beds['ICU']?.available ?? 0;
  await signIn(page, '/hospital', 'hospital-BV04');
  await expect(page.locator('[data-kind=ICU] .number')).toHaveText(String(before));
  await overloaded(context);
  await page.locator('[data-kind=ICU]').getByRole('button', { name: 'thêm một giường' }).click();
  await expect(page.locator('[data-kind=ICU] .number')).toHaveText(String(before + 1));
  await expect(page.getByText(/chưa gửi/i).first()).toBeVisible();
  await context.unroute('**/api/v1/**');
  const told = async () => (await desk().hospitals()).find(({ id }) => id === 'BV04')?.beds['ICU']?.available;
  await expect.poll(told, { timeout: 60_000 }).toBe(before + 1);
  await nurse.has({ beds: { ICU: { available: before } } });
});

/** As the server says it when it has too much to do. */
async function overloaded(context: BrowserContext): Promise<void> {
  const problem = { type: 'urn:x', title: 'overloaded', status: 503, code: 'overloaded', detail: 'máy chủ đang quá tải' };
  await context.route('**/api/v1/**', (route) =>
    route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify(problem) }),
  );
}

/** Somebody signs this person out elsewhere, as an administrator or the end of the day does. */
async function endSession(page: Page): Promise<void> {
  const stored = await page.evaluate(() => sessionStorage.getItem('session'));
  const { token } = JSON.parse(stored ?? '{}') as { token: string };
  await anybody.tries('DELETE', '/session', undefined, { Authorization: `Bearer ${token}` });
}

async function expectPill(page: Page, state: 'connected' | 'lost'): Promise<void> {
  await expect(page.locator(`.pill.${state}`).first()).toBeVisible({ timeout: 30_000 });
}

import type { Locator, Page } from '@playwright/test';
import { desk, ward } from './support/api';
import { atTheDesk, command, detailOf, rowOf, said } from './support/console';
import { Line } from './support/line';
import { post } from './support/places';
import { fillIn } from './support/signIn';
import { expect, test } from './support/story';

const WIDE = { width: 1920, height: 1080 };

/** What a button of the page says is done; here only keys are pressed. */
const undoBar = (page: Page): Locator => page.getByRole('button', { name: /Hoàn tác/ });

test('a whole case by keys alone: heard, acknowledged, weighed, sent, followed, closed, undone, closed', { tag: '@without-webgl' }, async ({
  page,
  places,
}) => {
  test.setTimeout(120_000);
  const operator = desk();
  await atTheDesk(page);
  await expect(page.getByText('Trực tuyến')).toBeVisible();
  await expect(page.getByRole('button', { name: 'âm thanh', exact: true })).toBeVisible();

  // Somebody reports; the desk hears of it without a reload, and one key quiets the room and opens it.
  const roadKm = await places.take();
  const { incidentId, incidentNumber } = await operator.hears(roadKm, { injured: 2, description: 'xe máy va xe tải' });
  const row = rowOf(page, incidentNumber);
  await expect(row).toContainText('mới');
  await expect(page.locator('.alarm')).toContainText('chưa ai nhận');
  await acknowledgeUntil(page, incidentNumber);
  await expect(row).not.toContainText('mới');
  await expect.poll(async () => (await operator.incident(incidentId)).acknowledged?.by).toBe('operator');

  // The recommendation, and what another unit would cost.
  const detail = detailOf(page);
  const options = detail.getByRole('listbox', { name: 'Đề xuất điều xe' }).getByRole('option');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await expect(options.first().getByText('Chuẩn bị')).toBeVisible();
  await expect(options.first().locator('.who')).toContainText('→');
  await expect(options.first().locator('.who')).toBeVisible(); // on a small screen too
  await page.keyboard.press('j');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('k');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('w');
  const weigh = page.getByRole('region', { name: 'Nếu chọn cặp khác' });
  await expect(weigh.getByRole('combobox', { name: 'Xe' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(weigh.locator('.cost')).toContainText('phút');
  await page.keyboard.press('Escape');
  await expect(weigh).toBeHidden();

  // Sent by one key.
  await page.keyboard.press('a');
  const assignment = detail.getByRole('article').first();
  await expect(assignment).toContainText('đã báo kíp');
  await expect(undoBar(page)).toBeVisible();
  const [sent] = (await operator.incident(incidentId)).assignments;
  const unit = `U${Number(sent?.unitId.match(/\d+$/)?.[0])}`;

  // What the crew says on the radio, typed as it is said.
  for (const [words, says] of [
    ['nhận', 'kíp đã nhận'],
    ['đi', 'đang tới'],
    ['toi hien truong', 'tới hiện trường'],
  ] as const) {
    await command(page, `s ${unit} ${words}`, says);
    await expect(assignment).toContainText(says);
  }

  // The hospital answers by its own door, and the desk sees it.
  await ward(sent?.hospitalId ?? '').answers(sent?.id ?? '', 'ACCEPT_IF', 'gọi trước mười phút');
  await expect(assignment).toContainText('gọi trước mười phút');

  // Stood down and closed; closing is taken back, and done again.
  await page.keyboard.press('q');
  await expect(page.locator('#command-preview')).toContainText('quay về');
  await page.keyboard.press('Enter');
  await expect(assignment).toContainText('đã cho quay về');
  await closeByKeys(page, 'hủy', incidentNumber);
  await expect(row).toHaveCount(0);
  await page.keyboard.press('z');
  await expect(row).toBeVisible();
  await expect.poll(async () => (await operator.incident(incidentId)).status).toBe('OPEN');
  await closeByKeys(page, 'hủy', incidentNumber);
  await expect(row).toHaveCount(0);
  await expect.poll(async () => (await operator.incident(incidentId)).status).toBe('CLOSED');
});

test('an alert is taken by telephone: a place without marks, by its post, with what is near; nothing is lost', async ({
  context,
  faults,
  page,
  places,
}) => {
  faults.allow(/ERR_INTERNET_DISCONNECTED|WebSocket|401/);
  const operator = desk();
  const line = await Line.of(context);
  await atTheDesk(page);
  const first = await places.take();
  const near = await operator.hears(first, { kind: 'FALL' });
  await expect(rowOf(page, near.incidentNumber)).toBeVisible();

  await page.keyboard.press('n');
  await page.keyboard.type(`${first.road} ${post(first.km + 0.2)}`);
  const form = page.locator('form.fields');
  await expect(form.getByRole('option').first()).toContainText('cột km');
  await page.keyboard.press('Enter');
  await expect(form.getByText('Gần đó đang có vụ việc')).toBeVisible();
  await expect(form.locator('.near')).toContainText(said(near.incidentNumber));

  // A name is found without its marks, by keys.
  await page.getByLabel('Nơi xảy ra').fill('muong kim');
  await expect(form.getByRole('option').first()).toContainText('Mường Kim');
  await page.getByLabel('Nơi xảy ra').press('ArrowDown');
  await page.getByLabel('Nơi xảy ra').press('Enter');
  await expect(page.getByLabel('Nơi xảy ra')).toHaveValue(/Mường Kim/);

  const second = await places.take();
  await page.getByLabel('Nơi xảy ra').fill(`${second.road} ${post(second.km)}`);
  await page.getByLabel('Bị thương').fill('3');
  await page.getByLabel('Mô tả').fill('Xe khách lật, nhiều người kêu');

  // The line breaks, the page is loaded again, the session ends: what was typed is there.
  await line.cut();
  await page.getByLabel('Mô tả').press('Control+Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'Không nối được máy chủ' })).toBeVisible();
  await line.mend();
  await page.evaluate(() => sessionStorage.removeItem('session'));
  await page.reload();
  await fillIn(page, 'operator');
  await expect(page.getByLabel('Mô tả')).toHaveValue('Xe khách lật, nhiều người kêu');
  await expect(page.getByLabel('Bị thương')).toHaveValue('3');
  await page.getByLabel('Mô tả').press('Control+Enter');
  const detail = detailOf(page);
  await expect(detail.getByText('Xe khách lật, nhiều người kêu')).toBeVisible();
  await expect(detail.locator('.headline')).toContainText(second.road);

  const taken = (await operator.openIncidents()).find((each) => each.place.located?.roadKm?.km === second.km);
  expect(taken?.injured).toBe(3);
  await operator.clears(taken?.id ?? '');
  await operator.clears(near.incidentId);
});

test('a landslide is typed, and the recommendation is another at once; undone, it is as before', async ({ page }) => {
  const operator = desk();
  const near = await operator.hears({ road: 'QL32', km: 373.2 }, { kind: 'FALL' });
  try {
    await atTheDesk(page);
    await page.setViewportSize(WIDE);
    await rowOf(page, near.incidentNumber).click();
    const total = detailOf(page).getByRole('option').first().locator('.total');
    await expect(total).toContainText('phút');
    const before = await total.innerText();

    // The best unit comes along this road: it has to go round, or another goes.
    const best = await operator.best(near.incidentId);
    const [from, to] = await betweenStationAndScene(near.incidentId, best.unitId);
    await command(page, `QL32 ${post(from)} ${post(to)} sạt lở`, /chặn QL32 .* sạt lở/);
    await expect(page.locator('.notice')).toContainText(/Chặn \d+ m đường/);
    await expect(total).not.toHaveText(before);

    await page.keyboard.press('z');
    await expect(page.locator('.notice')).toContainText('Đã hoàn tác');
    await expect(total).toContainText(before);
  } finally {
    await operator.clears(near.incidentId);
  }
});

test('two that are one are merged by one key and taken apart by another', async ({ page, places }) => {
  const operator = desk();
  const { road, km } = await places.take();
  const first = await operator.hears({ road, km }, { kind: 'TRAFFIC_COLLISION' });
  const second = await operator.hears({ road, km: km + 0.3 }, { kind: 'MEDICAL' });
  await atTheDesk(page);
  const row = rowOf(page, second.incidentNumber);
  await expect(row).toContainText(`≈${said(first.incidentNumber)}`);
  await row.click();
  await page.keyboard.press('m');
  await expect(row).toHaveCount(0);
  await expect(detailOf(page).getByRole('heading', { level: 2 })).toContainText(said(first.incidentNumber));
  expect((await operator.incident(second.incidentId)).mergedInto).toBe(first.incidentId);
  await page.keyboard.press('z');
  await expect(row).toBeVisible();
  expect((await operator.incident(second.incidentId)).status).toBe('OPEN');
  await operator.clears(first.incidentId);
  await operator.clears(second.incidentId);
});

test('forty incidents are seen at once, on rows that do not move under the pointer', async ({ page, places }) => {
  test.setTimeout(180_000);
  const operator = desk();
  const mine: string[] = [];
  try {
    while ((await operator.openIncidents()).length < 40) {
      const receipt = await operator.hears(await places.take(), { kind: 'OTHER', injured: 1 });
      mine.push(receipt.incidentId);
    }
    await page.setViewportSize(WIDE);
    await atTheDesk(page);
    await expect(page.locator('.row').nth(39)).toBeVisible();
    expect(await outside(page, '.row', 40)).toEqual([]);
    expect(await outside(page, '.unit')).toEqual([]);
    expect(await outside(page, '.hospital')).toEqual([]);
    for (const list of ['.rows', '.board']) {
      const { scroll, client } = await page.locator(list).evaluate((each) => ({ scroll: each.scrollHeight, client: each.clientHeight }));
      expect(scroll, list).toBeLessThanOrEqual(client);
    }

    const fifth = page.locator('.row').nth(5);
    const number = await fifth.getAttribute('data-number');
    await fifth.hover();
    await page.mouse.move(200, 200);
    const fresh = await operator.hears(await places.take(), { kind: 'MEDICAL', injured: 1 });
    mine.push(fresh.incidentId);
    await operator.changes(fresh.incidentId, { priority: 'P1' });
    const fresh1 = page.getByRole('button', { name: /\+1 mới/ });
    await expect(async () => {
      await page.mouse.move(200 + Math.random() * 20, 200); // a hand that rests for long has left
      await expect(fresh1).toBeVisible({ timeout: 500 });
    }).toPass();
    await expect(page.locator('.row').nth(5)).toHaveAttribute('data-number', number ?? '');
    await expect(rowOf(page, fresh.incidentNumber)).toHaveCount(0);
    await page.mouse.move(1000, 300);
    await expect(rowOf(page, fresh.incidentNumber)).toBeVisible();
  } finally {
    for (const id of mine) await operator.clears(id);
  }
});

test('single keys do nothing in a field, and nothing at all when they are switched off', async ({ page }) => {
  await atTheDesk(page);
  await page.keyboard.press('n');
  await page.keyboard.type('n?jka zx');
  await expect(page.getByLabel('Nơi xảy ra')).toHaveValue('n?jka zx');
  await page.keyboard.press('Tab');
  await page.getByLabel('Mô tả').fill('');
  await page.getByLabel('Mô tả').pressSequentially('[]p1 q');
  await expect(page.getByLabel('Mô tả')).toHaveValue('[]p1 q');
  await page.getByRole('button', { name: 'Xóa, nhập lại' }).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('heading', { name: 'Phím tắt' })).toBeVisible();
  await page.getByLabel(/Dùng phím đơn/).uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await expect(page.getByRole('heading', { name: 'Nhập tin báo qua điện thoại' })).toBeHidden();
  await page.evaluate(() => localStorage.removeItem('singleKeys'));
});

test('a priority is changed and undone by keys, and somebody else was faster is said', async ({ faults, page, places }) => {
  faults.allow(/412/);
  const operator = desk();
  const { incidentId, incidentNumber } = await operator.hears(await places.take(), { kind: 'FALL' });
  await atTheDesk(page);
  const row = rowOf(page, incidentNumber);
  await row.click();
  await page.keyboard.press('p');
  await expect(page.locator('.pending')).toContainText('ưu tiên P1');
  await page.keyboard.press('4');
  await expect(row.locator('.priority')).toHaveClass(/P4/);
  await page.keyboard.press('z');
  await expect(row.locator('.priority')).not.toHaveClass(/P4/);

  // The answer that tells of another desk's change is held back: this desk still believes the version before.
  await page.route('**/api/v1/incidents/**', (route) => (route.request().method() === 'GET' ? route.abort() : route.continue()));
  faults.allow(/ERR_FAILED/);
  await operator.changes(incidentId, { priority: 'P2' });
  await page.keyboard.press('p');
  await page.keyboard.press('1');
  await expect(page.locator('.notice [role=alert]')).not.toBeEmpty();
  await page.unroute('**/api/v1/incidents/**');
  expect((await operator.incident(incidentId)).priority).toBe('P2');
  await operator.clears(incidentId);
});

test('panes are sized by the arrow keys, and stay so', async ({ page }) => {
  await atTheDesk(page);
  const splitter = page.getByRole('separator', { name: 'Độ rộng danh sách vụ việc' });
  const width = async () => (await page.locator('#queue').boundingBox())?.width ?? 0;
  const before = await width();
  await splitter.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => Math.abs((await width()) - before - 32)).toBeLessThan(2);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Vụ việc đang mở' })).toBeVisible();
  expect(Math.abs((await width()) - before - 32)).toBeLessThan(2);
  await splitter.focus();
  await page.keyboard.press('Home');
  await expect.poll(async () => Math.abs((await width()) - before)).toBeLessThan(2);
});

test('a wrong password is refused in words, and English is one click away', async ({ faults, page }) => {
  faults.allow(/401/);
  await page.goto('/');
  await page.getByLabel('Tài khoản').fill('operator');
  await page.getByLabel('Mật khẩu').fill('wrong');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).not.toBeEmpty();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
});

test('who signs out is asked to sign in again, and a reload does not help', async ({ faults, page }) => {
  faults.allow(/401 \(Unauthorized\)/); // what was being read in that instant
  await atTheDesk(page);
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await expect(page.getByLabel('Mật khẩu')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Mật khẩu')).toBeVisible();
});

test('with a map or without one, every unit and hospital is on the boards', { tag: '@without-webgl' }, async ({ page }, info) => {
  await atTheDesk(page);
  if (info.project.name === 'with-map') {
    await expect(page.locator('.maplibregl-canvas')).toBeVisible();
    await expect(page.locator('.attribution')).not.toBeEmpty();
  } else {
    await expect(page.getByText('Mọi việc vẫn làm được từ danh sách')).toBeVisible();
  }
  const operator = desk();
  await expect(page.locator('.unit')).toHaveCount((await operator.units()).length);
  await expect(page.locator('.hospital')).toHaveCount((await operator.hospitals()).length);
});

/** Other stories may have left something that rings louder: one key each, until it is this one's turn. */
async function acknowledgeUntil(page: Page, number: string): Promise<void> {
  const heading = detailOf(page).getByRole('heading', { level: 2 });
  await expect(async () => {
    await page.keyboard.press('x');
    await expect(heading).toContainText(said(number), { timeout: 500 });
  }).toPass();
}

async function closeByKeys(page: Page, how: string, number: string): Promise<void> {
  await page.keyboard.press('c');
  await page.keyboard.type(how);
  await expect(page.locator('#command-preview')).toContainText(`kết thúc ${said(number)}`);
  await page.keyboard.press('Enter');
}

/** Rows that lie outside of the window or of what scrolls around them. */
async function outside(page: Page, rows: string, first = Infinity): Promise<string[]> {
  return page.locator(rows).evaluateAll(
    (all, most) =>
      all
        .slice(0, most)
        .filter((each) => {
          const box = each.getBoundingClientRect();
          const pane = each.closest('.rows, .board')?.getBoundingClientRect();
          return box.height < 24 || box.top < (pane?.top ?? 0) - 1 || box.bottom > Math.min(window.innerHeight, pane?.bottom ?? 0) + 1;
        })
        .map((each) => each.textContent ?? ''),
    Number.isFinite(first) ? first : 10_000,
  );
}

/** Two posts on QL32 between where the unit stands and the scene at Km373+200, near the scene. */
async function betweenStationAndScene(incidentId: string, unitId: string): Promise<[number, number]> {
  const operator = desk();
  const stands = (await operator.units()).find((each) => each.id === unitId);
  const at = stands?.position ?? stands?.station;
  const post = await operator.get<{ roadKm: { road: string; km: number } | null }>(`/places/at?lat=${at?.lat}&lon=${at?.lon}`);
  const scene = (await operator.incident(incidentId)).place.located?.roadKm?.km ?? 0;
  const before = post.roadKm?.road === 'QL32' && post.roadKm.km < scene;
  return before ? [scene - 0.6, scene - 0.3] : [scene + 0.3, scene + 0.6];
}

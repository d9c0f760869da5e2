import { expect, type Page, test } from '@playwright/test';

/** The demonstration account; `deploy/run` makes it in demo mode. */
const OPERATOR = process.env['CONSOLE_USER'] ?? 'operator';
const ROAD = process.env['CONSOLE_ROAD'] ?? 'QL4D';
/** Apart from each other, so that no story joins another's incident. */
const KM: Record<string, string> = { 'with-map': '8+500', 'without-webgl': '15+200' };

test('an operator takes an alert and sends a unit by one key', async ({ page }, info) => {
  const faults = watch(page);
  await signIn(page);
  await expect(page.getByText('Trực tuyến')).toBeVisible();
  await expectMap(page, info.project.name === 'with-map');

  await page.keyboard.press('n');
  await page.getByLabel('Đường', { exact: true }).fill(ROAD);
  await page.getByLabel('Km', { exact: true }).fill(KM[info.project.name] ?? '20');
  await page.getByLabel('Bị thương').fill('2');
  await page.getByLabel('Mô tả').fill('Xe máy va chạm xe tải, một người nặng');
  await page.keyboard.press('Control+Enter');

  const detail = page.getByRole('region', { name: 'Chi tiết' });
  const options = detail.getByRole('listbox', { name: 'Đề xuất điều xe' }).getByRole('option');
  const best = options.first();
  await expect(best).toHaveAttribute('aria-selected', 'true');
  await expect(best.getByText('Chuẩn bị')).toBeVisible();
  await expect(best.getByRole('listitem').first()).not.toBeEmpty();
  const callSign = await best.locator('strong').innerText();
  const number = (await detail.getByRole('heading', { level: 2 }).innerText()).match(/\d{4}-\d+/)?.[0] ?? '';

  await page.keyboard.press('Enter');

  const assignment = detail.getByRole('article', { name: callSign });
  await expect(assignment).toContainText('đã báo kíp');
  await expect(page.locator('.row', { hasText: number })).toContainText(callSign);
  await expect(options).toHaveCount(0);
  await expect(assignment.getByText('Đường đến hiện trường')).toBeVisible();

  await standDown(page, callSign);
  await expect(assignment).toContainText('đã cho quay về');

  await detail.getByText('Kết thúc vụ việc…').click();
  await detail.getByLabel('Kết quả').selectOption('CANCELLED');
  await detail.getByRole('button', { name: 'Kết thúc', exact: true }).click();
  await expect(page.locator('.row', { hasText: number })).toHaveCount(0);
  expect(faults).toEqual([]);
});

test('what is missing in a form is said, and single keys do nothing in a field', async ({ page }) => {
  await signIn(page);
  await page.keyboard.press('n');
  await page.getByLabel('Đường', { exact: true }).fill('n?jka');
  await page.getByLabel('Km', { exact: true }).fill('bảy mươi');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: '76+650' })).toBeVisible();
  await expect(page.getByLabel('Đường', { exact: true })).toHaveValue('n?jka');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('heading', { name: 'Phím tắt' })).toBeVisible();
});

test('a wrong password is refused in words, and English is one click away', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Tài khoản').fill(OPERATOR);
  await page.getByLabel('Mật khẩu').fill('wrong');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).not.toBeEmpty();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
});

test('who signs out is asked to sign in again, and a reload does not help', async ({ page }) => {
  await signIn(page);
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await expect(page.getByLabel('Mật khẩu')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Mật khẩu')).toBeVisible();
});

async function signIn(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Tài khoản').fill(OPERATOR);
  await page.getByLabel('Mật khẩu').fill(OPERATOR);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Vụ việc đang mở' })).toBeVisible();
}

async function expectMap(page: Page, drawn: boolean): Promise<void> {
  if (drawn) {
    await expect(page.locator('.maplibregl-canvas')).toBeVisible();
    await expect(page.locator('.attribution')).not.toBeEmpty();
  } else {
    await expect(page.getByText('Mọi việc vẫn làm được từ danh sách')).toBeVisible();
  }
}

async function standDown(page: Page, callSign: string): Promise<void> {
  const assignment = page.getByRole('article', { name: callSign });
  await assignment.getByRole('button', { name: 'Cho xe quay về' }).click();
  await assignment.getByLabel('Lý do').fill('Kiểm tra trang điều phối');
  await assignment.getByRole('button', { name: 'Xác nhận cho quay về' }).click();
}

/** Everything that should not happen: script errors, refused content, requests to anybody else. */
function watch(page: Page): string[] {
  const faults: string[] = [];
  const own = new URL(process.env['CONSOLE_URL'] ?? 'http://127.0.0.1:8080').host;
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^(http|ws)/.test(url.protocol) && url.host !== own) faults.push(`asked ${url.host}`);
  });
  return faults;
}

import type { Page } from '@playwright/test';
import { post } from './support/places';
import { signIn } from './support/signIn';
import { expect, test } from './support/story';

test('an operator takes an alert and sends a unit by one key', { tag: '@without-webgl' }, async ({ page, places }, info) => {
  const { road, km } = await places.take();
  await atTheDesk(page);
  await expect(page.getByText('Trực tuyến')).toBeVisible();
  await expectMap(page, info.project.name === 'with-map');

  await page.keyboard.press('n');
  await page.getByLabel('Đường', { exact: true }).fill(road);
  await page.getByLabel('Km', { exact: true }).fill(post(km));
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
});

test('what is missing in a form is said, and single keys do nothing in a field', async ({ page }) => {
  await atTheDesk(page);
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

test('who signs out is asked to sign in again, and a reload does not help', async ({ page }) => {
  await atTheDesk(page);
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await expect(page.getByLabel('Mật khẩu')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Mật khẩu')).toBeVisible();
});

async function atTheDesk(page: Page): Promise<void> {
  await signIn(page);
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

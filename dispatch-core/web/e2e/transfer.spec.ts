import type { Browser, Page } from '@playwright/test';
import { desk } from './support/api';
import { atTheDesk, detailOf, rowOf } from './support/console';
import { Nurse } from './support/nurse';
import { expect, test } from './support/story';
import type { TransferList } from '../shared/api/types';

const FROM = 'TTYT08';

/** A ward in a browser of its own. */
async function wardAt(browser: Browser, hospital: string): Promise<Nurse> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const nurse = new Nurse(page, hospital, false);
  await nurse.signsIn();
  return nurse;
}

const cardOf = (page: Page, number: string) => page.locator('.transfers').getByRole('article', { name: number });

test('a ward asks, is declined, asks another, is accepted; the desk sends, and either house sees who comes', async ({ page, browser }) => {
  test.setTimeout(120_000);
  const operator = desk();
  const houses = await operator.hospitals();
  const idOf = (name: string) => houses.find((house) => house.name === name)?.id ?? '';

  // What the patient needs, then whom to ask; the list follows.
  const asks = await wardAt(browser, FROM);
  await asks.page.getByRole('button', { name: 'Chuyển một bệnh nhân…' }).click();
  const form = asks.page.getByRole('form', { name: 'Xin chuyển bệnh nhân đi' });
  await form.getByRole('button', { name: 'máy thở' }).click();
  await form.getByLabel('Tuổi').fill('61');
  await form.getByLabel('Tình trạng, ngắn gọn').fill('suy hô hấp <b>');
  await asks.page.reload(); // what was typed is there again
  await expect(form.getByLabel('Tình trạng, ngắn gọn')).toHaveValue('suy hô hấp <b>');
  const receivers = form.getByRole('list', { name: 'Nơi có thể nhận, tốt nhất trước' }).getByRole('listitem');
  await expect(receivers).toHaveCount(houses.length - 1);
  await expect(receivers.last()).toHaveClass(/cannot/);
  const [first, second] = await Promise.all([0, 1].map((n) => receivers.nth(n).locator('strong').innerText()));
  if (!first || !second) throw new Error('nobody can be asked');
  await receivers.first().getByRole('button').click();
  await expect(form).toBeHidden();

  const list = await operator.get<TransferList>(`/hospitals/${FROM}/transfers`);
  const { id, incidentNumber } = list.outgoing[0] ?? { id: '', incidentNumber: '' };
  const mine = cardOf(asks.page, incidentNumber);
  await expect(mine).toContainText('Đang chờ trả lời');
  await expect(mine).toContainText('suy hô hấp <b>');

  // It rings there until somebody has seen it; a decline says why, and takes the patient off that page.
  const declines = await wardAt(browser, idOf(first));
  const theirs = cardOf(declines.page, incidentNumber);
  await expect(theirs).toContainText('Từ Trung tâm Y tế Tân Uyên');
  await expect(declines.page).toHaveTitle(/1/);
  await theirs.getByRole('button', { name: 'Đã xem' }).click();
  await expect(declines.page).not.toHaveTitle(/▲|\(1\)/);
  await theirs.getByRole('button', { name: 'Không nhận…' }).click();
  await theirs.getByRole('button', { name: 'hết máy thở' }).click();
  await expect(theirs).toBeHidden();

  await expect(mine).toContainText('Từ chối');
  await expect(mine).toContainText('hết máy thở');
  await expect(mine.getByRole('listitem').filter({ hasText: first })).toContainText('đã từ chối ca này');
  await mine.getByRole('button', { name: `Hỏi ${second}` }).click();

  const accepts = await wardAt(browser, idOf(second));
  const taken = cardOf(accepts.page, incidentNumber);
  await taken.getByRole('button', { name: 'Nhận', exact: true }).click();
  await expect(taken).toContainText('Đã nhận');
  await expect(taken).toContainText('Đang giữ một giường');
  await expect(mine).toContainText('Điều phối đang tìm xe.');

  // At the desk it is an incident like any, that says whence and whither.
  await atTheDesk(page);
  const row = rowOf(page, incidentNumber);
  await expect(row).toContainText('Chuyển viện');
  await row.click();
  const detail = detailOf(page);
  await expect(detail).toContainText(`${second} đã nhận`);
  await expect(detail.getByRole('listbox', { name: 'Đề xuất điều xe' }).getByRole('option').first().locator('.who')).toContainText('→');
  await page.keyboard.press('a');
  await expect(detail.getByRole('article').first()).toContainText('đã báo kíp');

  const [sent] = (await operator.incident(id)).assignments;
  await expect(mine).toContainText(sent?.callSign ?? '–');
  await expect(mine).not.toContainText('Đang giữ một giường'); // it is the unit's now
  await expect(mine).toContainText('đến đón sau');
  await expect(accepts.page.locator('.arrivals').getByRole('article', { name: incidentNumber })).toBeVisible();

  // The paper is for a printer only.
  await asks.page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', document.querySelector('.transfer-paper')?.textContent ?? '');
  });
  await mine.getByRole('button', { name: 'In phiếu chuyển' }).click();
  await expect(asks.page.locator('body')).toHaveAttribute('data-printed', /PHIẾU CHUYỂN CƠ SỞ KHÁM BỆNH.*suy hô hấp <b>/);
  await expect(asks.page.locator('.transfer-paper')).toBeHidden();

  await page.goto('about:blank'); // a desk that is just asking who could go would be told that it is over
  await operator.clears(id);
  await expect(mine).toContainText('Đã kết thúc.');
  for (const nurse of [asks, declines, accepts]) await nurse.page.close();
});

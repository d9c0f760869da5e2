import type { Page } from '@playwright/test';
import { desk, ward } from './support/api';
import { atTheDesk, detailOf, rowOf, said } from './support/console';
import { expect, test } from './support/story';
import type { Hospital, HospitalBoard } from '../shared/api/types';

const optionsOf = (page: Page) => detailOf(page).getByRole('listbox', { name: 'Đề xuất điều xe' }).getByRole('option');

test('two desks decide at the same moment: the last bed that one is choosing is shown to the other as chosen, and free once she looks away', async ({
  browser,
  page,
  places,
}) => {
  const operator = desk();
  const place = await places.take();
  const mine = await operator.hears(place, { injured: 1 });
  const theirs = await operator.hears(await places.take(), { injured: 1 });
  const bed = (await operator.incident(mine.incidentId)).needs.bed ?? '';
  const hospitalId = (await operator.best(mine.incidentId)).hospitalId ?? '';
  const house = async () => (await operator.hospitals()).find((each) => each.id === hospitalId) as Hospital;
  const { available = 0, held = 0 } = (await house()).beds[bed] ?? {};
  await ward(hospitalId).put(`/hospitals/${hospitalId}/capacity`, { beds: { [bed]: { available: held + 1 } } });
  try {
    // She opens it; what is recommended first is chosen, and after a moment kept for her.
    await atTheDesk(page);
    await rowOf(page, mine.incidentNumber).click();
    await expect(optionsOf(page).first()).toHaveAttribute('aria-selected', 'true');
    await expect.poll(async () => (await house()).choosing?.map((one) => one.incidentId)).toEqual([mine.incidentId]);
    expect((await house()).beds[bed]?.held).toBe(held); // nothing is promised yet

    // The other desk is shown another hospital at once, and why.
    const other = await browser.newPage({ viewport: { width: 1600, height: 900 } });
    await atTheDesk(other);
    await rowOf(other, theirs.incidentNumber).click();
    await expect(optionsOf(other).first()).toBeVisible();
    const leftOut = detailOf(other).locator('.refusals');
    await leftOut.locator('summary').click();
    const why = 'operator đang chọn giường ở đây';
    await expect(leftOut.getByRole('listitem').filter({ hasText: why })).toContainText(said(mine.incidentNumber));
    expect((await operator.recommendation(theirs.incidentId)).options.map((one) => one.hospitalId)).not.toContain(hospitalId);

    // She turns to the road closures: the bed is anybody's, and the words go by themselves.
    await page.keyboard.press('r');
    await expect.poll(async () => (await house()).choosing).toEqual([]);
    await expect(leftOut.getByText(why)).toHaveCount(0);
    await other.close();
  } finally {
    await ward(hospitalId).put(`/hospitals/${hospitalId}/capacity`, { beds: { [bed]: { available } } });
    await operator.clears(mine.incidentId);
    await operator.clears(theirs.incidentId);
  }
});

test('a ward that has been silent since the shift change stands on the list of whom to telephone, until what it says is written down', async ({
  page,
}) => {
  const silent = 'TTYT03';
  const yesterday = new Date(Date.now() - 20 * 3600_000).toISOString();
  let isSilent = true;
  // Twenty hours cannot be waited for: the board is the server's, but for when this ward last counted.
  await page.route('**/api/v1/hospitals', async (route) => {
    const response = await route.fetch();
    const board = (await response.json()) as HospitalBoard;
    const hospitals = board.hospitals.map((one) =>
      isSilent && one.id === silent
        ? { ...one, callAt: yesterday, capacity: { ...one.capacity, reportedAt: yesterday } }
        : { ...one, callAt: '2100-01-01T00:00:00Z' },
    );
    await route.fulfill({ response, json: { ...board, hospitals } });
  });
  await atTheDesk(page);
  const count = page.getByRole('button', { name: 'Cần gọi: 1' });
  await expect(count).toBeVisible();
  await page.keyboard.press('8');
  const list = detailOf(page);
  await expect(list.getByRole('heading', { name: 'Gọi hỏi số giường' })).toBeVisible();
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expect(list.getByRole('listitem').getByRole('button')).toBeFocused(); // the first name
  await page.keyboard.press('Enter');
  await expect(list.getByRole('heading', { name: 'Ghi số bệnh viện báo qua điện thoại' })).toBeVisible();
  isSilent = false;
  await list.getByRole('button', { name: 'Bệnh viện nói không đổi' }).click();
  await expect(count).toHaveCount(0);
  await page.unrouteAll({ behavior: 'ignoreErrors' }); // a board may be on its way when the page closes
});

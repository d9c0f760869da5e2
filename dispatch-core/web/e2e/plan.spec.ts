import { desk } from './support/api';
import { atTheDesk, detailOf, rowOf } from './support/console';
import { expect, test } from './support/story';

test('many hurt: the rides are planned, sent one by one by keys alone, and planned again after each', { tag: '@without-webgl' }, async ({
  page,
  places,
}) => {
  const operator = desk();
  await atTheDesk(page);
  const { incidentId, incidentNumber } = await operator.hears(await places.take(), { injured: 4 });
  await operator.triages(incidentId, 'RED', 'YELLOW', 'GREEN', 'GREEN');
  await rowOf(page, incidentNumber).click();
  const pane = detailOf(page).getByRole('region', { name: 'Nhiều nạn nhân' });
  await expect(pane).toBeVisible();

  await page.keyboard.press('9');
  const rides = pane.locator('.ride');
  await expect(rides.first()).toBeVisible();
  await expect(pane).toContainText('không có cách xếp nào tốt hơn');
  await expect(pane.locator('.rider')).toHaveCount(4);
  expect((await operator.incident(incidentId)).assignments, 'nothing goes by itself').toEqual([]);

  // Why, without a mouse; and the ride by Enter on its button, which has the hand.
  await expect(pane.getByText('phút chạy xe').first()).toBeHidden();
  await rides.first().locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(rides.first().locator('.reasons')).toContainText('cách hiện trường');
  const before = await rides.count();
  await rides.first().getByRole('button', { name: /^Điều / }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await operator.incident(incidentId)).assignments.length).toBe(1);
  const [sent] = (await operator.incident(incidentId)).assignments;
  expect(sent?.carries?.length).toBeGreaterThan(0);
  await expect(rides).toHaveCount(before - 1);
  await expect(pane.locator('.rider')).toHaveCount(4 - (sent?.carries?.length ?? 0));

  // Somebody looks again: there is one more, and the plan knows it by itself.
  await operator.triages(incidentId, 'RED', 'YELLOW', 'GREEN', 'GREEN', 'GREEN');
  await expect(pane.locator('.rider')).toHaveCount(5 - (sent?.carries?.length ?? 0));

  await page.keyboard.press('9');
  await expect(rides).toHaveCount(0);
  await operator.clears(incidentId);
});

import { desk, ward } from './support/api';
import { Line } from './support/line';
import { Nurse, reports, sends, tabTo } from './support/nurse';
import { fillIn } from './support/signIn';
import { expect, test } from './support/story';
import { smallTargets } from './support/targets';
import type { Hospital } from '../shared/api/types';

const SIZES = [
  { name: 'an old ward PC', width: 1280, height: 800, touches: false, hospital: 'TTYT01' },
  { name: 'a telephone', width: 390, height: 844, touches: true, hospital: 'TTYT02' },
];

for (const { name, width, height, touches, hospital } of SIZES) {
  test.describe(name, () => {
    test.use({ viewport: { width, height }, hasTouch: touches });

    test('a nurse counts, confirms, takes back and is asked about a slip', async ({ page }) => {
      await reports(hospital, { ICU: 2, EMERGENCY: 6, MATERNITY: 3 });
      const nurse = new Nurse(page, hospital, touches);
      await nurse.signsIn();
      const before = (await nurse.history()).length;
      await expect(nurse.tile('ICU')).toContainText('báo 2 · giữ 0');

      await nurse.adds('ICU', 2);
      await expect(nurse.shows('ICU')).toHaveText('4');
      await expect(nurse.tile('ICU')).toHaveClass(/unsent/);
      await nurse.presses(page.getByRole('switch', { name: 'chụp CT' }));
      await expect(nurse.state).toContainText('đã gửi');
      await expect(nurse.tile('ICU')).not.toHaveClass(/unsent/);
      const [one, ...older] = await nurse.history();
      expect(older).toHaveLength(before);
      expect(one).toMatchObject({ kind: 'REPORT', beds: { ICU: 4 }, by: `hospital-${hospital.toLowerCase()}` });
      expect(Object.keys(one?.services ?? {})).toEqual(['CT']);

      await nurse.presses(page.getByRole('button', { name: 'Hoàn tác' }));
      await expect(nurse.shows('ICU')).toHaveText('2');
      await expect.poll(async () => (await nurse.history())[0]).toMatchObject({ kind: 'CORRECTION', beds: { ICU: 2 }, corrects: one?.id });

      await nurse.adds('ICU');
      await nurse.presses(page.getByRole('button', { name: 'Hoàn tác' }));
      await expect(nurse.shows('ICU')).toHaveText('2');

      await nurse.types('EMERGENCY', '66');
      await expect(nurse.tile('EMERGENCY').getByRole('alert')).toContainText('Từ 6 thành 66?');
      await expect(nurse.state).toContainText('chờ xác nhận số');
      await nurse.presses(nurse.tile('EMERGENCY').getByRole('button', { name: 'Giữ 6' }));
      await expect(nurse.shows('EMERGENCY')).toHaveText('6');
      await nurse.presses(nurse.shows('MATERNITY'));
      await nurse.tile('MATERNITY').getByRole('textbox').fill('2001');
      await expect(nurse.tile('MATERNITY').getByRole('alert')).toContainText('2000');
      await nurse.tile('MATERNITY').getByRole('textbox').press('Escape');
      await expect(nurse.shows('MATERNITY')).toHaveText('3');

      await nurse.presses(page.getByRole('button', { name: 'Không đổi' }));
      await expect.poll(async () => (await nurse.history())[0]?.kind).toBe('CONFIRMATION');
      const board = await ward(hospital).get<{ hospitals: Hospital[] }>('/hospitals');
      expect(board.hospitals[0]?.beds['EMERGENCY']?.available).toBe(6);
      expect(await nurse.history()).toHaveLength(before + 3);
    });

    test('who is on the way rings until seen, is taken on a condition, or declined with a reason', async ({ page, places }) => {
      const staff = await reports(hospital, { EMERGENCY: 6 });
      const operator = desk();
      const nurse = new Nurse(page, hospital, touches);
      await nurse.signsIn();
      await expect(nurse.sound).toContainText('Âm thanh bật');

      const first = await operator.hears(await places.take(), { kind: 'FALL' });
      const second = await operator.hears(await places.take(), { kind: 'MEDICAL' });
      try {
        await sends(operator, first, hospital);
        const card = nurse.card(first);
        await expect(card).toContainText('Ngã');
        await expect(card.getByRole('timer')).toHaveText(/^\d+:\d\d/);
        await expect(nurse.sound).toHaveAttribute('data-ringing', 'true');
        await expect.poll(async () => Number(await nurse.sound.getAttribute('data-rung')), 'it repeats').toBeGreaterThan(1);
        await nurse.presses(touches ? page.getByRole('button', { name: 'Xem', exact: true }) : card.getByRole('button', { name: 'Đã xem' }));
        await expect(nurse.sound).toHaveAttribute('data-ringing', 'false');
        await expect.poll(async () => (await staff.incoming())[0]?.seenAt).toBeTruthy();

        await nurse.presses(card.getByRole('button', { name: 'Nhận nếu…' }));
        await nurse.presses(card.getByRole('button', { name: 'gọi trước 10 phút' }));
        await expect(card).toContainText('Đã nhận, có điều kiện · gọi trước 10 phút');
        await expect.poll(async () => (await staff.incoming())[0]?.preArrival).toMatchObject({ answer: 'ACCEPT_IF', reason: 'gọi trước 10 phút' });

        const other = await sends(operator, second, hospital);
        const declined = nurse.card(second);
        await nurse.presses(declined.getByRole('button', { name: 'Không nhận…' }));
        await declined.getByLabel('Hoặc ghi rõ').fill('máy thở đang sửa <b>');
        await nurse.presses(declined.getByRole('button', { name: 'Gửi' }));
        await expect(declined).toContainText('trung tâm đang tìm bệnh viện khác');
        await expect(declined).toContainText('máy thở đang sửa <b>');
        await expect.poll(async () => (await operator.incident(second.incidentId)).assignments[0]?.needsDestination).toBe(true);

        await operator.post(`/assignments/${other.id}/destination`, { hospitalId: 'BV01', overrideReason: 'thử trang bệnh viện', agreedBy: 'BS Mai, khoa cấp cứu' });
        await expect(declined).toContainText('đã chuyển sang bệnh viện khác');
        await nurse.presses(declined.getByRole('button', { name: 'Đã biết' }));
        await expect(declined).toHaveCount(0);
        await expect(card).toBeVisible();
      } finally {
        await operator.clears(first.incidentId);
        await operator.clears(second.incidentId);
      }
      await expect(nurse.card(first)).toContainText('đã được cho quay về, không đến');
      await nurse.presses(nurse.card(first).getByRole('button', { name: 'Đã biết' }));
      await expect(nurse.card(first)).toHaveCount(0);
    });

    test('a thumb hits it, and nothing is beside the screen', async ({ page }) => {
      const nurse = new Nurse(page, hospital, touches);
      await nurse.signsIn();
      for (const target of [...(await page.locator('.step').all()), page.getByRole('button', { name: 'Không đổi' })]) {
        const box = await target.boundingBox();
        expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(56);
      }
      await page.locator('summary').click();
      expect(await smallTargets(page, 44)).toEqual([]);
      const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(await sideways()).toBeLessThanOrEqual(0);
      await page.setViewportSize({ width: Math.max(320, width / 2), height: height / 2 });
      expect(await sideways(), 'at 200 %, or as narrow as WCAG asks').toBeLessThanOrEqual(0);
    });
  });
}

test('the whole shift by keyboard alone', async ({ page, places }) => {
  const hospital = 'TTYT03';
  await reports(hospital, { ICU: 2, EMERGENCY: 5, TRAUMA: 1 });
  const staff = ward(hospital);
  const operator = desk();
  const nurse = new Nurse(page, hospital, false);
  await page.goto('/hospital');
  await page.keyboard.type(`hospital-${hospital}`);
  await page.keyboard.press('Tab');
  await page.keyboard.type(`hospital-${hospital}`);
  await page.keyboard.press('Enter');
  await expect(nurse.shows('ICU')).toHaveText('2');

  await tabTo(page, nurse.shows('ICU'));
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  await expect(nurse.shows('ICU')).toHaveText('3');
  await tabTo(page, nurse.shows('TRAUMA'));
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await expect(nurse.shows('TRAUMA')).toHaveText('12');
  await expect(nurse.shows('TRAUMA')).toBeFocused();
  await tabTo(page, nurse.tile('EMERGENCY').getByRole('button', { name: 'bớt một giường' }));
  await page.keyboard.press('Space');
  await tabTo(page, page.getByRole('button', { name: 'Ngừng nhận' }));
  await page.keyboard.press('Enter');
  await expect(nurse.state).toContainText('đã gửi');
  const board = async () => (await staff.get<{ hospitals: Hospital[] }>('/hospitals')).hospitals[0];
  await expect
    .poll(board)
    .toMatchObject({ beds: { ICU: { available: 3 }, TRAUMA: { available: 12 }, EMERGENCY: { available: 4 } }, emsTraffic: 'CLOSED' });
  await tabTo(page, page.getByRole('button', { name: 'Nhận bình thường' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Không đổi' }));
  await page.keyboard.press('Enter'); // with presses under the hand it is those that are said
  // However slow the machine: what was said last may be "nothing changed", once the press has gone by itself.
  await expect
    .poll(async () => (await nurse.history()).find((one) => one.kind === 'REPORT'))
    .toMatchObject({ emsTraffic: 'NORMAL', beds: {} });

  const receipt = await operator.hears(await places.take(), { kind: 'FALL' });
  try {
    await sends(operator, receipt, hospital);
    const card = nurse.card(receipt);
    await tabTo(page, card.getByRole('button', { name: 'Đã xem' }));
    await page.keyboard.press('Enter');
    await expect(nurse.sound).toHaveAttribute('data-ringing', 'false');
    await tabTo(page, card.getByRole('button', { name: 'Không nhận…' }));
    await page.keyboard.press('Enter');
    await expect(card.getByRole('button', { name: 'hết giường hồi sức' })).toBeFocused();
    await page.keyboard.press('Escape');
    await tabTo(page, card.getByRole('button', { name: 'Nhận', exact: true }));
    await page.keyboard.press('Enter');
    await expect(card).toContainText('Đã nhận');
    await expect.poll(async () => (await staff.incoming())[0]?.preArrival?.answer).toBe('ACCEPT');
  } finally {
    await operator.clears(receipt.incidentId);
  }
});

test('presses without network are kept, counted, and said once in order; figures keep the time at which they were counted', async ({ context, faults, page }) => {
  faults.allow(/net::ERR_|WebSocket/);
  const hospital = 'TTYT04';
  await reports(hospital, { ICU: 1, SURGERY: 3 });
  const line = await Line.of(context);
  const nurse = new Nurse(page, hospital, false);
  await nurse.signsIn();
  const before = (await nurse.history()).length;

  await line.cut();
  await expect(page.locator('.pill.lost')).toBeVisible();
  await nurse.adds('ICU', 2);
  await expect(nurse.state).toContainText('Chưa gửi: 1');
  await nurse.adds('ICU');
  await expect(nurse.state).toContainText('Chưa gửi: 2');
  await nurse.types('SURGERY', '2');
  await expect(nurse.state).toContainText('Chưa gửi: 3');
  await expect(nurse.tile('SURGERY')).toContainText('chưa gửi');
  await expect(nurse.shows('ICU')).toHaveText('4');

  // The first report arrives, and its answer is lost on the way back: it must not be said twice.
  let lost = 0;
  await page.route('**/capacity', async (route) => {
    if (lost++ > 0) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await line.mend();
  await expect(nurse.state).toContainText('đã gửi');
  await expect(nurse.tile('SURGERY')).not.toHaveClass(/unsent/);
  expect(lost, 'the first was sent again').toBe(4);
  const said = await nurse.history();
  expect(said).toHaveLength(before + 3);
  expect(said.slice(0, 3).map((each) => each.beds)).toEqual([{ SURGERY: 2 }, { ICU: 4 }, { ICU: 3 }]);
  const [third, second, first] = said;
  expect(Date.parse(second?.at ?? '')).toBeGreaterThan(Date.parse(first?.at ?? ''));
  expect(Date.parse(third?.at ?? '')).toBeGreaterThan(Date.parse(second?.at ?? ''));
  expect(Date.parse(first?.receivedAt ?? '') - Date.parse(first?.at ?? ''), 'counted before it came').toBeGreaterThan(1500);
});

test('what is unsent outlives the page and the session', async ({ context, faults, page }) => {
  faults.allow(/net::ERR_|WebSocket|401/);
  const hospital = 'TTYT04';
  await reports(hospital, { ICU: 1 });
  const nurse = new Nurse(page, hospital, false);
  const line = await Line.of(context);
  await nurse.signsIn();
  await line.cut();
  await page.evaluate(() => sessionStorage.clear()); // the page itself goes on until it is left
  await nurse.adds('ICU', 4);
  await page.goto('about:blank'); // within the moment in which presses are collected
  await line.mend();
  await page.goto('/hospital');
  await fillIn(page, `hospital-${hospital}`);
  await expect(nurse.state).toContainText('đã gửi');
  await expect(nurse.shows('ICU')).toHaveText('5');
  expect((await nurse.history())[0]).toMatchObject({ beds: { ICU: 5 } });

  await nurse.adds('ICU');
  await page.getByRole('button', { name: 'Đăng xuất' }).click(); // as soon as that
  await fillIn(page, `hospital-${hospital}`);
  await expect(nurse.state).toContainText('đã gửi');
  await expect(nurse.shows('ICU')).toHaveText('6');
});

test('whoever was overtaken is shown both figures and decides', async ({ context, faults, page }) => {
  faults.allow(/net::ERR_|WebSocket|409/);
  const hospital = 'TTYT05';
  await reports(hospital, { ICU: 1, TRAUMA: 2 });
  const line = await Line.of(context);
  const nurse = new Nurse(page, hospital, false);
  await nurse.signsIn();

  await line.cut();
  await nurse.adds('ICU', 2);
  await expect(nurse.state).toContainText('Chưa gửi: 1');
  await desk().put(`/hospitals/${hospital}/capacity`, { beds: { ICU: { available: 0 } } });
  await line.mend();
  await expect(page.getByText('operator (qua điện thoại) đã báo số khác').first()).toBeVisible();
  const row = page.getByRole('row', { name: 'hồi sức' });
  await expect(row.getByRole('cell')).toHaveText(['3', '0']);
  expect((await nurse.history())[0]).toMatchObject({ beds: { ICU: 0 } });
  await page.getByRole('button', { name: 'Gửi số ở máy này' }).click();
  await expect.poll(async () => (await nurse.history())[0]).toMatchObject({ beds: { ICU: 3 } });
  await expect(page.locator('.conflict')).toHaveCount(0);

  await line.cut();
  await page.getByRole('button', { name: 'Không đổi' }).click();
  await expect(nurse.state).toContainText('Chưa gửi: 1');
  await desk().put(`/hospitals/${hospital}/capacity`, { beds: { ICU: { available: 7 } } });
  await line.mend();
  await expect(row.getByRole('cell')).toHaveText(['3', '7']);
  await page.getByRole('button', { name: 'Giữ số mới nhất' }).click();
  await expect(nurse.shows('ICU')).toHaveText('7');
  expect((await nurse.history())[0]).toMatchObject({ beds: { ICU: 7 } });
});

test('a mistake in the history is corrected and stays, struck through', async ({ page }) => {
  const hospital = 'TTYT06';
  await reports(hospital, { ICU: 11, TRAUMA: 2 });
  const nurse = new Nurse(page, hospital, false);
  await nurse.signsIn();
  await page.locator('summary').click();
  const lines = page.locator('.history li');
  const mistake = lines.filter({ hasText: 'hồi sức 11 · chấn thương 2' }).or(lines.filter({ hasText: 'chấn thương 2 · hồi sức 11' })).first();
  await mistake.getByRole('button', { name: /Sửa báo cáo/ }).click();
  await lines.getByLabel('hồi sức').fill('1');
  await page.getByRole('button', { name: 'Ghi bản sửa' }).click();

  await expect(nurse.shows('ICU')).toHaveText('1');
  await expect(lines.first()).toContainText('sửa báo cáo');
  const struck = lines.nth(1);
  await expect(struck.locator('s')).toContainText('hồi sức 11');
  await expect(struck).toContainText('đã sửa');
  await expect(struck.getByRole('button')).toHaveCount(0);
  const [correction, wrong] = await nurse.history();
  expect(correction).toMatchObject({ kind: 'CORRECTION', corrects: wrong?.id, beds: { ICU: 1, TRAUMA: 2 } });
  expect(wrong).toMatchObject({ correctedBy: correction?.id, beds: { ICU: 11, TRAUMA: 2 } });
});

test('a road closure changes the time of arrival without a reload, until somebody has seen that', async ({ page }) => {
  const operator = desk();
  await reports('BV01', { EMERGENCY: 9 });
  const receipt = await operator.hears({ road: 'QL4D', km: 94.75 }, { kind: 'FALL' });
  const nurse = new Nurse(page, 'BV01', false);
  let closure: string | undefined;
  try {
    await sends(operator, receipt, 'BV01');
    await nurse.signsIn();
    const card = nurse.card(receipt);
    await card.getByRole('button', { name: 'Đã xem' }).click();
    await expect(card.getByRole('timer')).toHaveText(/^\d+:\d\d/);
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));

    closure = (await operator.closesRoad({ road: 'QL4D', fromKm: 60, toKm: 60.4, reason: 'sạt lở taluy dương' })).id;
    await expect(card.locator('.changes')).toContainText(/Đến muộn hơn \d+ phút|không rõ giờ đến/);
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
    await expect(nurse.sound).toHaveAttribute('data-ringing', 'false');
    await card.getByRole('button', { name: 'Đã xem thay đổi' }).click();
    await expect(card.locator('.changes li')).toHaveCount(0);

    await operator.triages(receipt.incidentId, 'RED'); // worse than was seen: it rings anew
    await expect(card.locator('.changes li')).not.toHaveCount(0);
    await expect(nurse.sound).toHaveAttribute('data-ringing', 'true');
    await card.getByRole('button', { name: 'Đã xem thay đổi' }).click();
    await expect(nurse.sound).toHaveAttribute('data-ringing', 'false');
  } finally {
    if (closure) await operator.opensRoad(closure);
    await operator.clears(receipt.incidentId);
  }
});

test('a page that may not be heard says so in red until it is touched', async ({ page }) => {
  await page.addInitScript(() => {
    // As a browser that waits for a touch: suspended until somebody has pressed something.
    const resume = AudioContext.prototype.resume;
    let touched = false;
    addEventListener('pointerdown', () => (touched = true), true);
    AudioContext.prototype.resume = function (this: AudioContext) {
      return touched ? resume.call(this) : this.suspend();
    };
    Object.defineProperty(AudioContext.prototype, 'state', { get: () => (touched ? 'running' : 'suspended') });
  });
  const nurse = new Nurse(page, 'TTYT06', false);
  await nurse.signsIn();
  await expect(nurse.sound).toHaveClass(/off/);
  await expect(nurse.sound).toContainText('Bật âm thanh');
  await nurse.sound.click();
  await expect(nurse.sound).toContainText('Âm thanh bật');
});

test("a kind of bed that the last report did not name shows its own age, and whose word it is", async ({ page }) => {
  const hospital = 'TTYT07';
  await desk().put(`/hospitals/${hospital}/capacity`, { beds: { ICU: { available: 2 } }, ageS: 6 * 3600 });
  await reports(hospital, { EMERGENCY: 4 });
  const nurse = new Nurse(page, hospital, false);
  await nurse.signsIn();
  await expect(nurse.tile('ICU')).toContainText('6 giờ trước · operator (qua điện thoại)');
  await expect(nurse.tile('EMERGENCY')).not.toContainText('trước');

  await nurse.adds('ICU');
  await expect(nurse.state).toContainText('đã gửi');
  await expect(nurse.tile('ICU')).not.toContainText('trước');
  expect((await nurse.history())[0]).toMatchObject({ beds: { ICU: 3 }, source: 'PAGE' });
});

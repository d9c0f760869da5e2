import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { anybody, crew, desk, type RoadKm } from './support/api';
import { Faults } from './support/faults';
import { HOSTILE } from './support/hostile';
import { post } from './support/places';
import { expect, test } from './support/story';

const PHONE = { width: 390, height: 844 };
const SMALL_PHONE = { width: 320, height: 568 };

/** All that one bar of signal has to bring before somebody can report; compressed, as sent. */
const FIRST_LOAD_MAX_BYTES = 60 * 1024;

const KM = /\/track\/([0-9A-Z]+)/;

test.use({ viewport: PHONE, locale: 'vi-VN' });

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('three taps report an emergency, and the page follows it', async ({ page, places }) => {
    const place = await places.take();
    await page.goto('/report');
    await expect(page.getByRole('link', { name: 'Gọi 115' })).toHaveAttribute('href', 'tel:115');
    await page.getByText('Sạt lở đất').click();
    await chooseRoad(page, place);
    await page.getByRole('button', { name: 'Gửi tin báo' }).click();

    await expect(page).toHaveURL(/\/track\//);
    await expect(page.locator('#state')).toHaveAttribute('data-state', 'RECEIVED');
    await expect(page.locator('meta[http-equiv=refresh]')).toHaveAttribute('content', '30');
    const code = codeOf(page);
    const incident = await incidentOf(code);
    expect(incident).toMatchObject({ kind: 'LANDSLIDE', alerts: [{ source: 'APP' }] });

    await page.goBack();
    await page.getByRole('button', { name: 'Gửi tin báo' }).click();
    await expect(page).toHaveURL(/\/track\//);
    expect(codeOf(page), 'gone back and sent again: the same form, the same alert').toBe(code);
    expect((await incidentOf(code)).alerts).toHaveLength(1);

    const operator = desk();
    await operator.sends(incident.id);
    await page.reload();
    await expect(page.locator('#state strong').first()).toHaveText('Đã cử xe cứu thương');
    await expect(page.locator('.eta')).toContainText('Dự kiến tới sau');
    await operator.clears(incident.id);
  });

  test('a village is looked for, chosen and sent; what was typed stays in both languages', async ({ page }) => {
    await page.goto('/report');
    await page.getByText('Đuối nước').click();
    await page.getByText('Xã, bản', { exact: true }).click();
    await page.getByLabel('Tên xã, bản, thôn').fill('nậm');
    await page.getByRole('button', { name: 'Tìm' }).click();
    await page.locator('input[name=chosen]').first().check();
    const chosen = (await page.locator('.found label').first().textContent())?.trim() ?? '';
    await page.getByRole('button', { name: 'English' }).click();
    await expect(page.getByRole('link', { name: 'Call 115' })).toBeVisible();
    await expect(page.getByLabel('Name of the commune or village')).toHaveValue('nậm');
    await expect(page.getByLabel(chosen)).toBeChecked();
    await page.getByRole('button', { name: 'Send the report' }).click();
    await expect(page.locator('#state')).toHaveAttribute('data-state', 'RECEIVED');
    const incident = await incidentOf(codeOf(page));
    expect(incident.place.told[0]).toMatchObject({ placeText: expect.stringContaining(chosen) as unknown });
    await desk().clears(incident.id);
  });

  test('nothing chosen comes back with what is missing', async ({ page, faults }) => {
    faults.allow(/status of 422/);
    await page.goto('/report');
    await page.getByText('Tả bằng lời').click();
    await page.getByLabel('Tôi không biết đang ở đâu').check();
    await page.getByRole('button', { name: 'Gửi tin báo' }).click();
    await expect(page, 'the browser itself asks for the kind').toHaveURL(/\/report$/);
    const answer = await page.request.post('/report?lang=vi', { form: { unknown: 'yes' } });
    expect(answer.status()).toBe(422);
    expect(await answer.text()).toContain('Chọn chuyện gì đã xảy ra.');
  });

  test('two hundred texts of people who mean harm are shown as they were typed', async ({ page, faults }) => {
    test.setTimeout(180_000);
    faults.allow(/status of 422/);
    for (const { text } of HOSTILE) {
      const answer = await page.request.post('/report?lang=vi', { form: { words: text, village: text.slice(0, 200) } });
      expect(answer.status()).toBe(422);
      await page.setContent(await answer.text());
      const said = { words: page.locator('#words'), village: page.locator('#village') };
      // What a browser does to any text in these fields, whoever wrote it: line breaks are one kind, or none.
      expect(await said.words.inputValue()).toBe(asTextarea(text));
      expect(await said.village.inputValue()).toBe(asField(text.slice(0, 200)));
    }
  });
});

test.describe('with a script', () => {
  test('a report without a network is kept, seen to be unsent, outlives the page, and is sent once when it can be', async ({
    context,
    page,
    faults,
    places,
  }) => {
    faults.allow(/ERR_INTERNET_DISCONNECTED|Failed to fetch|ERR_FAILED/);
    const place = await places.take();
    await page.goto('/report');
    await storedOnPhone(page);
    await context.setOffline(true);
    await expect(page.locator('#net')).toHaveText('Mất mạng');
    await page.getByText('Cháy, bỏng').click();
    await chooseRoad(page, place);
    await page.getByRole('button', { name: 'Gửi tin báo' }).click();
    const card = page.locator('#unsent .unsent');
    await expect(card.getByRole('heading')).toHaveText('CHƯA GỬI');
    await expect(card).toContainText('Cháy, bỏng');

    await page.reload();
    await expect(page.getByRole('link', { name: 'Gọi 115' }), 'the page itself is on the phone').toBeVisible();
    await expect(card.getByRole('heading')).toHaveText('CHƯA GỬI');
    await card.getByRole('link', { name: 'Sơ cứu' }).click();
    await expect(page.locator('#FIRE')).toBeVisible();
    await page.goBack();
    await expect(card).toBeVisible();

    await context.setOffline(false);
    const sent = page.locator('#unsent .arrived');
    await expect(sent.getByRole('heading')).toHaveText('ĐÃ GỬI');
    await expect(card).toHaveCount(0);
    await sent.getByRole('link').click();
    await expect(page.locator('#state')).toHaveAttribute('data-state', 'RECEIVED');
    const incident = await incidentOf(codeOf(page));
    expect(incident.alerts).toHaveLength(1);
    expect(await openAt(place), 'and no second incident').toHaveLength(1);
    await desk().clears(incident.id);
  });

  test('an answer that is lost on the way does not make a second alert', async ({ browser, places }) => {
    const place = await places.take();
    const { context, page, faults } = await phone(browser, { serviceWorkers: 'block' });
    faults.allow(/ERR_FAILED|ERR_CONNECTION|Failed to load resource/);
    let tries = 0;
    await page.route(/\/report\?/, async (route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      tries += 1;
      if (tries > 2) return route.fallback();
      await route.fetch(); // the server hears it, the phone does not hear the server
      return route.abort('connectionreset');
    });
    await page.goto('/report');
    await page.getByText('Bệnh nặng, ngất').click();
    await chooseRoad(page, place);
    await page.getByRole('button', { name: 'Gửi tin báo' }).click();
    await expect(page.locator('#unsent .unsent')).toBeVisible();
    await page.getByRole('button', { name: 'Gửi lại ngay' }).click();
    await expect.poll(() => tries).toBe(2);
    await page.getByRole('button', { name: 'Gửi lại ngay' }).click();
    await expect(page.locator('#unsent .arrived')).toBeVisible();
    const open = await openAt(place);
    expect(open).toHaveLength(1);
    expect((await desk().incident(open[0] ?? '')).alerts).toHaveLength(1);
    await desk().clears(open[0] ?? '');
    expect(faults.list()).toEqual([]);
    await context.close();
  });

  test('my location goes with its error, which is drawn and said; a coarse one is said to be coarse', async ({ browser }) => {
    const { context, page, faults } = await phone(browser, {
      permissions: ['geolocation'],
      geolocation: { latitude: 22.31824, longitude: 103.64293, accuracy: 900 },
    });
    await page.goto('/report');
    await page.getByText('Ngã, bị đè').click();
    await page.getByRole('button', { name: 'Gửi vị trí của tôi' }).click();
    const said = page.locator('#here-status');
    await expect(said).toContainText('Sai số lớn, khoảng 900 mét');
    const coarse = Number(await page.locator('.ring-area').getAttribute('r'));

    await context.setGeolocation({ latitude: 22.31831, longitude: 103.64301, accuracy: 18 });
    await expect(said).toContainText('sai số khoảng 20 mét');
    await expect(said, 'told in words, so that whoever stands there sees whether it is right').toContainText('Gần ');
    expect(Number(await page.locator('.ring-area').getAttribute('r'))).toBeLessThan(coarse);
    await page.getByRole('button', { name: 'Gửi tin báo' }).click();
    await expect(page.locator('#state')).toBeVisible();
    const incident = await incidentOf(codeOf(page));
    expect(incident.place.told[0]).toMatchObject({ location: { lat: 22.31831, lon: 103.64301, accuracyM: 18 } });
    await desk().clears(incident.id);
    expect(faults.list()).toEqual([]);
    await context.close();
  });

  test('a phone that may not say where it is says so, and the other ways are there', async ({ browser }) => {
    const { context, page } = await phone(browser, { permissions: [] });
    await page.goto('/report');
    await page.getByRole('button', { name: 'Gửi vị trí của tôi' }).click();
    await expect(page.locator('#here-status')).toContainText('Điện thoại không cho lấy vị trí');
    await page.getByText('Tai nạn xe').click();
    await page.getByRole('button', { name: 'Gửi tin báo' }).click();
    await expect(page.getByRole('alert')).toContainText('Cho biết ở đâu');
    await context.close();
  });

  test('the message by SMS says what the form says, with a plus code, also without a network', async ({ browser }) => {
    const { smsNumber } = await anybody.get<{ smsNumber: string | null }>('/about');
    const { context, page } = await phone(browser, {
      permissions: ['geolocation'],
      geolocation: { latitude: 22.38039, longitude: 103.48277, accuracy: 10 },
    });
    await page.goto('/report');
    expect(smsNumber, 'the stories are told to a server that has a number').not.toBeNull();
    await page.getByText('Cháy, bỏng').click();
    await page.getByRole('button', { name: 'Gửi vị trí của tôi' }).click();
    await expect(page.locator('#here-status')).toContainText('10 mét');
    const message = `sms:${smsNumber}?body=CUU%207PJ59FJM%2B54%20CHAY`;
    await expect(page.locator('a#sms')).toHaveAttribute('href', message);
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Gửi tin báo' }).click();
    await expect(page.locator('#unsent a[href^="sms:"]')).toHaveAttribute('href', message);
    await context.close();
  });

  test('the page that follows moves by itself, says how old it is, and is there without a network', async ({
    context,
    page,
    faults,
    places,
  }) => {
    test.setTimeout(120_000);
    faults.allow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/);
    const receipt = await anybody.reports({ kind: 'TRAFFIC_COLLISION', roadKm: await places.take() });
    await page.goto('/report');
    await storedOnPhone(page);
    await page.goto(`/track/${receipt.trackingCode}`);
    const state = page.locator('#state');
    await expect(state).toHaveAttribute('data-state', 'RECEIVED');
    await expect(page.locator('#age')).toHaveText(/\(\d+ giây trước\)/);
    const operator = desk();
    const assignment = await operator.sends(receipt.incidentId);
    await expect(state, 'without a reload').toHaveAttribute('data-state', 'UNIT_ASSIGNED', { timeout: 40_000 });
    const unit = crew(assignment.unitId);
    await unit.goesOnTo(assignment.id, 'EN_ROUTE');
    await page.reload();
    await expect(state).toHaveAttribute('data-state', 'EN_ROUTE');
    for (const secret of [assignment.unitId, assignment.callSign, assignment.hospitalName ?? 'Bệnh viện', assignment.id]) {
      expect(await page.content()).not.toContain(secret);
    }

    await context.setOffline(true);
    await page.reload();
    await expect(state, 'as it was when there was a network').toHaveAttribute('data-state', 'EN_ROUTE');
    await expect(page.locator('.updated')).toContainText('Cập nhật lúc');
    await expect(page.locator('#net')).toHaveText('Mất mạng');
    await context.setOffline(false);
    await unit.finishes(assignment.id);
    await operator.clears(receipt.incidentId);
  });

  test('more is told and a photo is sent without leaving the page; without a network what was typed stays', async ({
    context,
    page,
    faults,
    places,
  }) => {
    faults.allow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/);
    const receipt = await anybody.reports({ kind: 'FIRE', roadKm: await places.take() });
    await page.goto(`/track/${receipt.trackingCode}`);
    await page.getByLabel('Số điện thoại của bạn').fill('0912 345 678');
    await page.getByLabel('Nói thêm').fill('còn <hai> người trên gác');
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Gửi thêm' }).click();
    await expect(page.locator('#more-fault')).toContainText('Chưa gửi được');
    await expect(page.getByLabel('Nói thêm')).toHaveValue('còn <hai> người trên gác');
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Gửi thêm' }).click();
    await expect(page.locator('.thanks')).toHaveText('Đã nhận thêm thông tin.');

    // As large as a camera makes it; the phone sends a tenth.
    const camera = await page.evaluate(async () => {
      const canvas = document.createElement('canvas');
      canvas.width = 4000;
      canvas.height = 3000;
      const pen = canvas.getContext('2d');
      for (let i = 0; i < 4000; i++) {
        if (pen) pen.fillStyle = `hsl(${(i * 47) % 360} 80% 50%)`;
        pen?.fillRect((i * 7919) % 4000, (i * 104729) % 3000, 90, 70);
      }
      const made = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.98));
      return Array.from(new Uint8Array((await made?.arrayBuffer()) ?? new ArrayBuffer(0)));
    });
    const upload = page.waitForRequest(/\/photos/);
    await page.getByLabel('Chụp hoặc chọn ảnh').setInputFiles({ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(camera) });
    await page.getByRole('button', { name: 'Gửi ảnh' }).click();
    await expect(page.locator('.thanks')).toHaveText('Đã nhận ảnh.');
    const sent = (await (await upload).sizes()).requestBodySize;
    expect(camera.length).toBeGreaterThan(1_000_000);
    expect(sent).toBeLessThan(camera.length / 3);
    const incident = await desk().incident(receipt.incidentId);
    expect(incident).toMatchObject({ photos: 1 });
    expect(incident.alerts[1]).toMatchObject({ description: 'còn <hai> người trên gác', reporterPhone: '0912 345 678' });
    await desk().clears(receipt.incidentId);
  });

  test('a first load is light', async ({ browser }) => {
    const { context, page } = await phone(browser, {});
    const sizes: Record<string, number> = {};
    context.on('requestfinished', (request) => {
      void request.sizes().then(({ responseBodySize, responseHeadersSize }) => {
        const { pathname } = new URL(request.url());
        sizes[pathname] = (sizes[pathname] ?? 0) + responseBodySize + responseHeadersSize;
      });
    });
    await page.goto('/report');
    await storedOnPhone(page);
    await page.waitForLoadState('networkidle');
    const total = Object.values(sizes).reduce((sum, bytes) => sum + bytes, 0);
    console.log('first load, with all that is kept for later:', total, 'bytes', JSON.stringify(sizes));
    expect(Object.keys(sizes)).toEqual(expect.arrayContaining(['/report', '/report/first-aid', '/report-worker.js']));
    expect(total).toBeLessThanOrEqual(FIRST_LOAD_MAX_BYTES);
    await context.close();
  });
});

test('nothing lies beside a small screen, nor at twice its size', async ({ browser, places }) => {
  const receipt = await anybody.reports({ kind: 'FALL', roadKm: await places.take() });
  for (const path of ['/report', '/report/first-aid', `/track/${receipt.trackingCode}`, '/track/NOBODY']) {
    for (const lang of ['vi', 'en']) {
      const { context, page } = await phone(browser, { viewport: SMALL_PHONE, reducedMotion: 'reduce' });
      await page.goto(`${path}?lang=${lang}`);
      await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
      for (const share of [1, 2]) {
        const width = SMALL_PHONE.width / share;
        await page.setViewportSize({ width, height: SMALL_PHONE.height / share });
        const needed = await page.evaluate(() => document.documentElement.scrollWidth);
        expect.soft(needed, `${path} ${lang}, ${width} px`).toBeLessThanOrEqual(width);
      }
      await context.close();
    }
  }
  await desk().clears(receipt.incidentId);
});

async function phone(browser: Browser, options: BrowserContextOptions): Promise<{ context: BrowserContext; page: Page; faults: Faults }> {
  const context = await browser.newContext({ viewport: PHONE, locale: 'vi-VN', ...options });
  const faults = new Faults();
  await faults.watch(context);
  return { context, page: await context.newPage(), faults };
}

async function chooseRoad(page: Page, { road, km }: RoadKm): Promise<void> {
  await page.getByText('Đường và cột km').click();
  await page.getByLabel('Đường', { exact: true }).selectOption(road);
  await page.getByLabel('Cột km', { exact: true }).fill(post(km));
}

/** The worker has the pages of this language, so that the network may go. */
async function storedOnPhone(page: Page): Promise<void> {
  // Asked again from here: a promise is as good as true to the browser-side wait.
  const stored = async () => {
    const worker = await navigator.serviceWorker.ready;
    const kept = await caches.match('/report/first-aid?lang=vi');
    return worker.active?.state === 'activated' && kept !== undefined && navigator.serviceWorker.controller !== null;
  };
  await expect.poll(() => page.evaluate(stored)).toBe(true);
}

function codeOf(page: Page): string {
  return KM.exec(page.url())?.[1] ?? '';
}

async function incidentOf(code: string) {
  const operator = desk();
  const { incidentNumber } = await anybody.tracks(code);
  const one = (await operator.openIncidents()).find(({ number }) => number === incidentNumber);
  if (!one) throw new Error(`no open incident ${incidentNumber}`);
  return operator.incident(one.id);
}

/** The open incidents at that post. */
async function openAt({ road, km }: RoadKm): Promise<string[]> {
  const open = await desk().openIncidents();
  return open
    .filter(({ place }) => {
      const at = place.located?.roadKm as RoadKm | null | undefined;
      return at?.road === road && Math.abs(at.km - km) < 0.05;
    })
    .map(({ id }) => id);
}

function asTextarea(text: string): string {
  return text.replace(/\u0000/g, '').slice(0, 1000).replace(/\r\n?/g, '\n');
}

function asField(text: string): string {
  return text.replace(/\u0000/g, '').replace(/[\r\n]/g, '');
}

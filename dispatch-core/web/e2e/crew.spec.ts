import type { BrowserContext, Page } from '@playwright/test';
import type { Assignment, Incident, PlaceAt, Route } from '../shared/api/types';
import { CHAIN, type Desk, desk, type RoadKm } from './support/api';
import { post } from './support/places';
import { fillIn, signIn } from './support/signIn';
import { expect, test as story } from './support/story';

/** What a browser says of a line that is taken away. */
const NO_NETWORK = /net::ERR_|Failed to load resource|WebSocket connection/;
/** A bounce of the glove is not a press; the page rests for longer than this. */
const REST_MS = 1_600;

const BUTTONS: Record<string, string> = {
  ACKNOWLEDGED: 'Nhận lệnh',
  EN_ROUTE: 'Xuất phát',
  ON_SCENE: 'Đã tới hiện trường',
  AT_PATIENT: 'Đã tiếp cận bệnh nhân',
  LEFT_SCENE: 'Chở bệnh nhân đi',
  AT_DESTINATION: 'Đã tới bệnh viện',
  HANDED_OVER: 'Đã bàn giao bệnh nhân',
  IN_SERVICE: 'Sẵn sàng nhận lệnh',
};

const TABLET = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

/** One order for whoever is nearest. */
interface Order {
  operator: Desk;
  incidentId: string;
  assignment: Assignment;
  number: string;
}

/** Gives orders, and takes everything away again however the story ends: the next one needs the unit and the road. */
const test = story.extend<{ give: () => Promise<Order>; landslide: (at: RoadKm) => Promise<void> }>({
  give: async ({ places }, use) => {
    const given: Order[] = [];
    await use(async () => {
      const order = await orderAt(await places.take());
      given.push(order);
      return order;
    });
    for (const { operator, incidentId } of given) await operator.clears(incidentId);
  },
  landslide: async ({}, use) => {
    const operator = desk();
    const closed: string[] = [];
    await use(async ({ road, km }) => {
      closed.push((await operator.closesRoad({ road, fromKm: km, toKm: km, reason: 'Sạt lở' })).id);
    });
    for (const id of closed) await operator.opensRoad(id);
  },
});

for (const [name, viewport] of [['tablet', TABLET], ['phone', PHONE]] as const) {
  test.describe(name, () => {
    test.use({ viewport, hasTouch: true });

    test('a whole case by touch alone', async ({ page, context, give }) => {
      const order = await give();
      await standAtStation(context, order);
      await signIn(page, '/crew', `crew-${order.assignment.unitId}`);
      await expect(page.getByRole('alert').filter({ hasText: 'LỆNH MỚI' })).toBeVisible();
      await expect(page.getByRole('article', { name: 'Lệnh' })).toContainText(order.number);

      for (const status of CHAIN) {
        await press(page, status);
        if (status === 'AT_PATIENT') await recordPatient(page, 'nữ, đau bụng');
      }
      await expect(page.getByText('Đang trực, chờ lệnh')).toBeVisible();
      await expect(page.getByRole('button', { name: 'Đã gửi hết' })).toBeVisible();
      await expect.poll(async () => statuses(await order.operator.incident(order.incidentId))).toEqual(CHAIN);
    });

    test('without network, killed, opened again: everything is there, and everything arrives once, in order', async ({ page, context, give, faults }) => {
      faults.allow(NO_NETWORK);
      const order = await give();
      await standAtStation(context, order);
      await signIn(page, '/crew', `crew-${order.assignment.unitId}`);
      await expect(page.getByRole('article', { name: 'Lệnh' })).toContainText(order.number);
      await mapIsKept(page);

      await context.setOffline(true);
      await page.close();
      let tablet = await context.newPage();
      await tablet.goto('/crew');
      await expect(tablet.getByRole('article', { name: 'Lệnh' })).toContainText(order.number);
      await expect(tablet.getByText('Mất kết nối')).toBeVisible();
      await tablet.getByRole('tab', { name: 'Đường đi' }).tap();
      await expect(tablet.locator('.maplibregl-canvas')).toBeVisible();
      await expect(tablet.getByRole('status', { name: 'Chặng tới' })).not.toBeEmpty();

      for (const status of CHAIN.slice(0, 4)) await press(tablet, status);
      await recordPatient(tablet, 'nam, gãy chân');
      await takePhoto(tablet);
      for (const status of CHAIN.slice(4)) await press(tablet, status);
      await expect(tablet.getByRole('button', { name: 'Chưa gửi (10)' })).toBeVisible();

      await tablet.close();
      tablet = await context.newPage();
      await tablet.goto('/crew');
      await expect(tablet.getByRole('button', { name: 'Chưa gửi (10)' })).toBeVisible();
      // The browser's own sync is not held by the cut line of a test: what it sent already is in order too.
      expect(CHAIN.join()).toMatch(new RegExp(`^${statuses(await order.operator.incident(order.incidentId)).join()}`));

      await context.setOffline(false);
      await expect(tablet.getByRole('button', { name: 'Đã gửi hết' })).toBeVisible({ timeout: 30_000 });
      const incident = await order.operator.incident(order.incidentId);
      expect(statuses(incident)).toEqual(CHAIN);
      expect(incident.patients.filter((patient) => patient.id).map((patient) => patient.note)).toEqual(['nam, gãy chân']);
      expect((await photos(order)).length).toBe(1);
    });

    test('a landslide on the way: the new route is told aloud and seen, without a reload', async ({ page, context, give, landslide }) => {
      await spyOnSpeech(context);
      const { order, where } = await giveWithAWayAround(give);
      await standAtStation(context, order);
      await signIn(page, '/crew', `crew-${order.assignment.unitId}`);
      await press(page, 'ACKNOWLEDGED');
      await press(page, 'EN_ROUTE');
      await page.evaluate(() => (document.body.dataset['same'] = 'yes'));
      const arrival = page.locator('.arrival');
      await expect(arrival).toContainText('km');
      const before = await arrival.innerText();

      await landslide(where);
      const banner = page.getByRole('alert').filter({ hasText: 'Đường mới đã có, đến hiện trường' });
      await expect(banner).toContainText(`${where.road} bị sạt lở tại Km${post(where.km)}`);
      await expect(arrival).not.toHaveText(before);
      await expect.poll(() => said(page)).toContainEqual(expect.stringContaining('Đường mới đã có, đến hiện trường lúc'));
      expect(await page.evaluate(() => document.body.dataset['same'])).toBe('yes');

      await banner.getByRole('button', { name: 'Đã rõ' }).tap();
      await expect(banner).toHaveCount(0);
    });
  });
}

test.describe('whatever happens', () => {
  test.use({ viewport: TABLET, hasTouch: true });

  test('killed in the middle of sending, each press counts once', async ({ page, context, give, faults }) => {
    faults.allow(NO_NETWORK);
    const order = await give();
    await signIn(page, '/crew', `crew-${order.assignment.unitId}`);
    await expect(page.getByRole('button', { name: 'Nhận lệnh' })).toBeVisible();

    // The server hears the press; its answer never reaches the tablet.
    let heard = 0;
    await context.route('**/status', async (route) => {
      await route.fetch();
      heard += 1;
    });
    await press(page, 'ACKNOWLEDGED', false);
    await expect.poll(() => heard).toBe(1);
    await page.close();
    await context.unroute('**/status');

    const again = await context.newPage();
    await again.goto('/crew');
    await expect(again.getByRole('button', { name: 'Đã gửi hết' })).toBeVisible();
    await expect(again.getByRole('button', { name: 'Xuất phát' })).toBeVisible();
    expect(statuses(await order.operator.incident(order.incidentId))).toEqual(['ACKNOWLEDGED']);
  });

  test('two tabs use no number twice and send nothing twice', async ({ page, context, give, faults }) => {
    faults.allow(NO_NETWORK);
    const order = await give();
    const sent: string[] = [];
    // What was answered: a press that met a dead line is tried again, under its own number.
    context.on('requestfinished', (request) => {
      const body = request.method() === 'POST' ? (request.postDataJSON() as { deviceId?: string; seq?: number } | null) : null;
      if (body?.seq) sent.push(`${body.deviceId} ${body.seq}`);
    });
    await signIn(page, '/crew', `crew-${order.assignment.unitId}`);
    await expect(page.getByRole('button', { name: 'Nhận lệnh' })).toBeVisible();
    const other = await context.newPage();
    await other.goto('/crew');
    await expect(other.getByRole('button', { name: 'Nhận lệnh' })).toBeVisible();

    await context.setOffline(true);
    await press(page, 'ACKNOWLEDGED');
    await press(other, 'EN_ROUTE');
    await recordPatient(page, 'thẻ một');
    await recordPatient(other, 'thẻ hai');
    await press(page, 'ON_SCENE');
    await expect(other.getByRole('button', { name: 'Chưa gửi (5)' })).toBeVisible();
    sent.splice(0);

    await context.setOffline(false);
    for (const tab of [page, other]) await expect(tab.getByRole('button', { name: 'Đã gửi hết' })).toBeVisible({ timeout: 30_000 });
    const incident = await order.operator.incident(order.incidentId);
    expect(statuses(incident)).toEqual(CHAIN.slice(0, 3));
    expect(incident.patients.filter((patient) => patient.id).map((patient) => patient.note)).toEqual(['thẻ một', 'thẻ hai']);
    const counted = sent.filter((one, i) => sent.indexOf(one) !== i);
    expect(counted).toEqual([]);
  });

  test('a stand-down is told aloud and stays until it is seen; a press made meanwhile is shown for what it is', async ({ page, context, give, faults }) => {
    faults.allow(NO_NETWORK);
    await spyOnSpeech(context);
    const order = await give();
    await signIn(page, '/crew', `crew-${order.assignment.unitId}`);
    await press(page, 'ACKNOWLEDGED');
    await expect(page.getByRole('button', { name: 'Đã gửi hết' })).toBeVisible();

    await context.setOffline(true);
    await press(page, 'EN_ROUTE');
    await order.operator.standsDown(order.assignment.id);
    await context.setOffline(false);

    const banner = page.getByRole('alert').filter({ hasText: `Lệnh ${order.number} đã hủy` });
    await expect(banner).toBeVisible({ timeout: 30_000 });
    await expect.poll(() => said(page)).toContainEqual(expect.stringContaining('đã hủy'));
    await page.reload();
    await expect(banner).toBeVisible();
    const refused = page.getByRole('alert').filter({ hasText: 'Không được ghi (1)' });
    await refused.getByRole('button', { name: 'Xem' }).tap();
    await expect(page.getByRole('region', { name: 'Việc chờ gửi' })).toContainText('Xuất phát');
    await page.getByRole('region', { name: 'Việc chờ gửi' }).getByRole('button', { name: 'Đã rõ' }).tap();
    await banner.getByRole('button', { name: 'Đã rõ' }).tap();
    await page.getByRole('button', { name: 'Đóng' }).tap();
    await expect(page.getByText('Đang trực, chờ lệnh')).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  test('a session that ends without network loses nothing', async ({ page, context, give, faults }) => {
    faults.allow(NO_NETWORK);
    const order = await give();
    const user = `crew-${order.assignment.unitId}`;
    await signIn(page, '/crew', user);
    await expect(page.getByRole('button', { name: 'Nhận lệnh' })).toBeVisible();
    const token = await page.evaluate(() => (JSON.parse(localStorage.getItem('session') ?? '{}') as { token: string }).token);

    await context.setOffline(true);
    await press(page, 'ACKNOWLEDGED');
    await fetch(`${new URL(page.url()).origin}/api/v1/session`, { method: 'DELETE', headers: { Authorization: `Bearer ${token}` } });
    await context.setOffline(false);
    const expired = page.getByRole('alert').filter({ hasText: 'Phiên làm việc đã hết hạn' });
    await expect(expired).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole('article', { name: 'Lệnh' })).toContainText(order.number);
    await press(page, 'EN_ROUTE');
    await expect(page.getByRole('button', { name: 'Chưa gửi (2)' })).toBeVisible();

    await expired.getByRole('button', { name: 'Đăng nhập' }).tap();
    await fillIn(page, user);
    await expect(page.getByRole('button', { name: 'Đã gửi hết' })).toBeVisible();
    expect(statuses(await order.operator.incident(order.incidentId))).toEqual(CHAIN.slice(0, 2));
  });

  test('the crew is diverted, and may ask to be', async ({ page, context, give }) => {
    await spyOnSpeech(context);
    const order = await give();
    await signIn(page, '/crew', `crew-${order.assignment.unitId}`);
    await page.getByRole('button', { name: 'Xin đổi bệnh viện' }).tap();
    const wish = (await order.operator.hospitals()).find((one) => one.id !== order.assignment.hospitalId);
    await page.getByLabel('Muốn đến').selectOption(String(wish?.name));
    await page.getByRole('button', { name: 'Bệnh nhân nặng hơn, cần tuyến trên' }).tap();
    await expect(page.getByText('Đã xin đổi bệnh viện: Bệnh nhân nặng hơn')).toBeVisible();
    await expect.poll(async () => (await asked(order))?.hospitalId).toBe(wish?.id);

    const other = (await order.operator.hospitals()).filter((one) => one.id !== order.assignment.hospitalId);
    const [name] = await divertToFirst(order, other);
    await expect(page.getByRole('alert').filter({ hasText: `Đổi bệnh viện: đưa bệnh nhân đến ${name}` })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Bệnh viện' })).toContainText(String(name));
    await expect.poll(() => said(page)).toContainEqual(expect.stringContaining('Đổi bệnh viện'));
  });

  test('without a map the steps are a list', { tag: '@without-webgl' }, async ({ page, context, give }, info) => {
    const order = await give();
    await standAtStation(context, order);
    await signIn(page, '/crew', `crew-${order.assignment.unitId}`);
    await page.getByRole('tab', { name: 'Đường đi' }).tap();
    await expect(page.getByRole('list', { name: 'Các bước' }).getByRole('listitem').first()).not.toBeEmpty();
    if (info.project.name === 'without-webgl') await expect(page.getByText('Máy không vẽ được bản đồ')).toBeVisible();
  });
});

/** A telephone call, and the nearest unit sent to it. */
async function orderAt(place: RoadKm): Promise<Order> {
  const operator = desk();
  const { incidentId, incidentNumber } = await operator.hears(place, {
    injured: 2,
    description: 'Xe máy va chạm xe tải',
    reporterPhone: '0912345678',
  });
  await operator.triages(incidentId, 'YELLOW', 'GREEN');
  return { operator, incidentId, assignment: await operator.sends(incidentId), number: incidentNumber };
}

async function standAtStation(context: BrowserContext, order: Order): Promise<void> {
  const unit = (await order.operator.units()).find((one) => one.id === order.assignment.unitId);
  const at = unit?.position ?? unit?.station;
  if (!at) throw new Error(`${order.assignment.unitId} stands nowhere`);
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ latitude: at.lat, longitude: at.lon, accuracy: 8 });
}

/** The big button; after it the page rests, so that one touch of a wet glove is one press. */
async function press(page: Page, status: string, rests = true): Promise<void> {
  const button = page.locator('button.step', { hasText: BUTTONS[status] ?? status });
  await expect(button).toBeVisible();
  await expect(button).not.toHaveAttribute('aria-disabled', 'true', { timeout: REST_MS * 3 });
  await button.tap();
  if (rests) await expect(page.locator('button.step', { hasText: BUTTONS[status] ?? status })).toHaveCount(0);
}

async function recordPatient(page: Page, note: string): Promise<void> {
  await page.getByRole('tab', { name: 'Nạn nhân' }).tap();
  await page.getByRole('button', { name: 'Thêm nạn nhân' }).tap();
  const form = page.getByRole('form', { name: 'Phiếu nạn nhân' });
  await form.getByRole('group', { name: 'Tự đi được không?' }).getByRole('button', { name: 'Không' }).tap();
  await form.getByRole('group', { name: 'Có thở không?' }).getByRole('button', { name: 'Có' }).tap();
  await form.getByRole('button', { name: '9', exact: false }).filter({ hasText: '36/phút' }).tap();
  await expect(form.getByText('nguy kịch, chuyển ngay')).toBeVisible();
  await form.getByRole('button', { name: 'Nam' }).tap();
  await form.getByLabel('Tuổi').fill('34');
  await form.getByLabel('Ghi chú').fill(note);
  await form.getByRole('button', { name: 'Ghi phiếu' }).tap();
  await expect(page.getByText(note)).toBeVisible();
  await page.getByRole('tab', { name: 'Lệnh' }).tap();
}

async function takePhoto(page: Page): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles('public/crew-icon-512.png');
  await expect(page.getByText('Đã giữ ảnh')).toBeVisible();
}

/** The page itself, both routes and the whole map are on the tablet. */
async function mapIsKept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.getByRole('button', { name: 'Máy' }).tap();
  await expect(page.getByText('Bản đồ đã tải 100 %')).toBeVisible({ timeout: 45_000 });
  await page.getByRole('button', { name: 'Đóng' }).tap();
}

/** The presses that the server has, in its own order. */
function statuses(incident: Incident): string[] {
  return incident.timeline.map((entry) => entry.type).filter((type) => (CHAIN as readonly string[]).includes(type));
}

async function photos(order: Order): Promise<unknown[]> {
  return (await order.operator.get<{ photos: unknown[] }>(`/incidents/${order.incidentId}/photos`)).photos;
}

async function asked(order: Order): Promise<Assignment['destinationAsked']> {
  return (await order.operator.get<Assignment>(`/assignments/${order.assignment.id}`)).destinationAsked;
}

async function divertToFirst(order: Order, hospitals: { id: string; name: string }[]): Promise<string[]> {
  for (const { id, name } of hospitals) {
    const heard = await order.operator.tries('POST', `/assignments/${order.assignment.id}/destination`, { hospitalId: id, reason: 'gần hơn' });
    if (heard.status === 200) return [name];
  }
  throw new Error('no other hospital can take the patient');
}

/** An order whose way can be cut so that another way leads around: not every valley has two roads. */
async function giveWithAWayAround(give: () => Promise<Order>): Promise<{ order: Order; where: RoadKm }> {
  for (let tries = 0; tries < 12; tries++) {
    const order = await give();
    const where = await somewhereWithAWayAround(order);
    if (where) return { order, where };
    await order.operator.clears(order.incidentId);
  }
  throw new Error('no place has a way around');
}

/** A post on the crew's way whose loss costs it some minutes and not the scene: tried out before the tablet is there. */
async function somewhereWithAWayAround({ operator, assignment }: Order): Promise<RoadKm | null> {
  const route = () => operator.get<Route>(`/assignments/${assignment.id}/route?leg=SCENE`);
  const way = await route();
  const points = way.geometry.coordinates;
  for (const share of [0.4, 0.5, 0.6, 0.7, 0.8]) {
    const [lon, lat] = points[Math.floor(points.length * share)] ?? [];
    const { roadKm } = await operator.get<PlaceAt>(`/places/at?lat=${lat}&lon=${lon}`);
    if (!roadKm || roadKm.offsetM > 20 || !/^(QL|ĐT)/.test(roadKm.road)) continue;
    const { road, km } = roadKm;
    const closed = await operator.closesRoad({ road, fromKm: km, toKm: km, reason: 'thử' });
    const around = await route();
    await operator.opensRoad(closed.id);
    if (around.outcome === 'REACHED' && around.timeS - way.timeS > WORTH_TELLING_S) return { road, km };
  }
  return null;
}

const WORTH_TELLING_S = 240;

/** A tablet with a Vietnamese voice, whose words are written down. */
async function spyOnSpeech(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    speechSynthesis.getVoices = () => [{ lang: 'vi-VN', name: 'thử', default: true, localService: true, voiceURI: 'thử' }];
    speechSynthesis.speak = (utterance) => void said.push(utterance.text);
  });
}

const said = (page: Page) => page.evaluate(() => (window as unknown as { said: string[] }).said);

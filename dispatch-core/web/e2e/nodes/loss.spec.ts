import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { type Page } from '@playwright/test';
import { atTheDesk, rowOf } from '../support/console';
import { fillIn } from '../support/signIn';
import { expect, test } from '../support/story';
import type { Faults } from '../support/faults';
import type { CapacityHistory } from '../../shared/api/types';

/**
 * `A=http://127.0.0.1:1234|http://127.0.0.1:1235#5678,…`: each node, its address, that of its hospitals' door, and its process. The
 * console is opened at the last of them.
 */
const nodes = (process.env['NODES'] ?? '').split(',').map((one) => {
  const [name = '', url = '', door = '', pid = ''] = one.split(/[=|#]/);
  return { name, url, door, pid: Number(pid) };
});

/** While this file is there, the last node has no line to the database. */
const CUT = process.env['CUT'] ?? '';

const WHOLE_WITHIN_MS = 10_000;

/** Those that are neither dead nor silent. */
const alive = new Map(nodes.map((one) => [one.name, one]));

/** A kilometre for each report: no two of them are about the same thing. */
let km = 3.25;

/** What a browser says of a node that is gone, and that the page turns to the others. */
function allowTheLoss(faults: Faults): void {
  for (const address of nodes.flatMap(({ url, door }) => [url, door])) {
    const host = new URL(address).host.replaceAll('.', '\\.');
    faults.allow(new RegExp(`^asked somebody else: (http|ws)://${host}/`));
  }
  faults.allow(/^console: .*(ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_SOCKET_NOT_CONNECTED)/);
  faults.allow(/^console: WebSocket (connection|is closed)/);
}

/** A telephone call that another desk, at a node that is there, writes down. */
async function somebodyReports(): Promise<string> {
  const [other] = alive.values();
  km += 3;
  const response = await fetch(`${other?.url}/api/v1/alerts`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
    body: JSON.stringify({ source: 'PHONE', kind: 'FALL', injured: 1, roadKm: { road: 'QL4D', km } }),
  });
  expect(response.status).toBe(201);
  return ((await response.json()) as { incidentNumber: string }).incidentNumber;
}

async function historyAt(door: string, hospital: string): Promise<CapacityHistory['reports']> {
  const user = `hospital-${hospital}`;
  const signedIn = await fetch(`${door}/api/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ user, password: user }),
  });
  const { token } = (await signedIn.json()) as { token: string };
  const history = await fetch(`${door}/api/v1/hospitals/${hospital}/capacity/history`, { headers: { Authorization: `Bearer ${token}` } });
  return ((await history.json()) as CapacityHistory).reports;
}

async function nodeInUse(page: Page): Promise<string> {
  const pill = page.locator('.top .pill');
  await expect(pill).toContainText('Trực tuyến', { timeout: WHOLE_WITHIN_MS });
  return /máy (\w+)/.exec((await pill.textContent()) ?? '')?.[1] ?? nodes.at(-1)!.name;
}

async function boards(page: Page): Promise<{ units: number; hospitals: number; rows: string[] }> {
  return {
    units: await page.locator('.unit').count(),
    hospitals: await page.locator('.hospital').count(),
    rows: await page.locator('.row').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-number') ?? '').sort()),
  };
}

/** What is reported while the node is gone is on the screen within ten seconds of the loss, and all else still is. */
async function staysWhole(page: Page, loses: string, signal: NodeJS.Signals): Promise<void> {
  const before = await boards(page);
  const lostAt = Date.now();
  process.kill(nodes.find((one) => one.name === loses)!.pid, signal);
  alive.delete(loses);
  const reported = await somebodyReports();
  await expect(rowOf(page, reported)).toBeVisible({ timeout: WHOLE_WITHIN_MS });
  await expect(page.locator('.top .pill.connected')).toBeVisible({ timeout: WHOLE_WITHIN_MS });
  const took = Date.now() - lostAt;
  console.log(`${signal}: the whole board again after ${took} ms`);
  expect(took).toBeLessThan(WHOLE_WITHIN_MS);
  const after = await boards(page);
  expect(after).toEqual({ ...before, rows: [...before.rows, reported].sort() });
}

test.describe.configure({ mode: 'serial' });

test('a node that alone has lost the database is left for one that has it', async ({ page, faults }) => {
  allowTheLoss(faults);
  faults.allow(/503/);
  await atTheDesk(page);
  const home = nodes.at(-1)!;
  expect(await nodeInUse(page)).toBe(home.name);
  const awaySince = async () =>
    ((await (await fetch(`${home.url}/api/v1/about`)).json()) as { databaseAwaySince?: string | null }).databaseAwaySince;
  await writeFile(CUT, '');
  try {
    await expect.poll(() => nodeInUse(page), { timeout: 2 * WHOLE_WITHIN_MS }).not.toBe(home.name);
    expect(await awaySince()).not.toBeNull(); // it answers, and has none
    const reported = await somebodyReports();
    await expect(rowOf(page, reported)).toBeVisible({ timeout: WHOLE_WITHIN_MS });
    await rowOf(page, reported).click();
    await page.keyboard.press('2');
    await expect(rowOf(page, reported)).toContainText('P2'); // an act, too
  } finally {
    await rm(CUT);
  }
  await expect.poll(awaySince, { timeout: 2 * WHOLE_WITHIN_MS }).toBeNull();
});

test('a console loses its node and has the whole board again from another within ten seconds', async ({ page, faults }) => {
  allowTheLoss(faults);
  const early = await somebodyReports();
  await atTheDesk(page);
  await expect(rowOf(page, early)).toBeVisible();
  await expect(page.locator('.unit').first()).toBeVisible();
  await expect(page.locator('.hospital').first()).toBeVisible();
  const home = nodes.at(-1)!;
  expect(await nodeInUse(page)).toBe(home.name);

  await staysWhole(page, home.name, 'SIGKILL');
  const next = await nodeInUse(page);
  expect(next).not.toBe(home.name);

  // The desk works on as if nothing had been: the same session, an act, what another desk does.
  await rowOf(page, early).click();
  await page.keyboard.press('2');
  await expect(rowOf(page, early)).toContainText('P2');
  const later = await somebodyReports();
  await expect(rowOf(page, later)).toBeVisible({ timeout: 3_000 });

  // The next one does not die, it falls silent, which is worse.
  const silent = nodes.find((one) => one.name === next)!;
  try {
    await staysWhole(page, silent.name, 'SIGSTOP');
    expect(await nodeInUse(page)).toBe([...alive.keys()][0]);
  } finally {
    process.kill(silent.pid, 'SIGCONT');
    alive.set(silent.name, silent);
  }
});

test('a ward at the hospitals’ door of a node that dies goes on at the door of another, and what its nurse says is kept', async ({ page, faults }) => {
  allowTheLoss(faults);
  const hospital = 'TTYT04';
  const [stays, goes] = [...alive.values()];
  if (!stays || !goes) throw new Error('two nodes are needed');
  await page.goto(`${goes.door}/hospital`);
  await fillIn(page, `hospital-${hospital}`);
  await expect(page.locator('.strip')).not.toHaveClass(/loading/);
  await expect(page.locator('.pill.connected')).toBeVisible();
  const lostAt = Date.now();
  process.kill(goes.pid, 'SIGKILL');
  alive.delete(goes.name);
  await page.getByRole('button', { name: 'Đúng như dưới đây' }).click(); // this ward has never counted before
  await expect(page.locator('.sending')).toContainText('đã gửi', { timeout: WHOLE_WITHIN_MS });
  await expect(page.locator('.pill.connected')).toBeVisible({ timeout: WHOLE_WITHIN_MS });
  expect(Date.now() - lostAt).toBeLessThan(WHOLE_WITHIN_MS);
  const [newest] = await historyAt(stays.door, hospital);
  expect(newest?.by).toBe(`hospital-${hospital.toLowerCase()}`);
  expect(Date.parse(newest?.at ?? '')).toBeGreaterThan(lostAt - WHOLE_WITHIN_MS);
});

test('with no node left the desk is told to go on by paper within ten seconds', async ({ page, faults, context }) => {
  allowTheLoss(faults);
  // What was still being loaded, the map among it, is not loaded any more.
  faults.allow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Worker failed to load/);
  await page.goto([...alive.values()][0]!.url);
  await page.locator('input[name="user"]').fill('operator');
  await page.locator('input[name="password"]').fill('operator');
  await page.locator('input[name="password"]').press('Enter');
  await expect(page.locator('.top .pill.connected')).toBeVisible();
  await context.setOffline(true);
  const lostAt = Date.now();
  await expect(page.locator('.pill.lost')).toBeVisible({ timeout: WHOLE_WITHIN_MS });
  expect(Date.now() - lostAt).toBeLessThan(WHOLE_WITHIN_MS);
  await expect(page.getByRole('alert').filter({ hasText: 'CHẾ ĐỘ GIẤY' })).toBeVisible({ timeout: 2 * WHOLE_WITHIN_MS });
  await context.setOffline(false);
  await expect(page.getByRole('alert').filter({ hasText: 'CHẾ ĐỘ GIẤY' })).toHaveCount(0, { timeout: 2 * WHOLE_WITHIN_MS });
});

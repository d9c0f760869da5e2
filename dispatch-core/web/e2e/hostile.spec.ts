import type { Page } from '@playwright/test';
import { crew, desk } from './support/api';
import { EvilIncident, missingFrom } from './support/evil';
import { EvilTransfers } from './support/evilTransfers';
import { packed } from './support/hostile';
import { rowOf } from './support/console';
import { Places } from './support/places';
import { signIn } from './support/signIn';
import { expect, test } from './support/story';

/**
 * Texts of people who mean harm, by every door and on every page: each is shown as it was sent, byte for byte, and none
 * of them does anything. That nothing ran is looked at by every story: a dialog, a script error, a request to somebody
 * else or a report of the content security policy fails it.
 */
test.describe.configure({ mode: 'serial' });

let evil: EvilIncident;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  evil = await EvilIncident.begin(await new Places(desk).take());
});

test.afterAll(async () => {
  await evil.end();
});

test('the server gives back what it was given', async () => {
  const { alerts, patients, place, timeline } = await evil.now();
  const told = place.told.map(({ placeText }) => placeText);
  const texts = timeline.map(({ text }) => text).join('\n');
  const { sent } = evil;
  expect.soft(sent.description.filter((text) => !alerts.some((alert) => alert.description === text))).toEqual([]);
  expect.soft(sent.placeText.filter((text) => !told.includes(text))).toEqual([]);
  expect.soft(sent.reporterPhone.filter((text) => !alerts.some((alert) => alert.reporterPhone === text))).toEqual([]);
  for (const notes of [sent.patientNote, sent.cardNote]) {
    expect.soft(notes.filter((text) => !patients.some((patient) => patient.note === text))).toEqual([]);
  }
  for (const channel of ['note', 'overrideReason', 'agreedBy', 'declineReason', 'askReason', 'cancelReason', 'closingNote', 'reopenReason'] as const) {
    expect.soft(missingFrom(texts, sent[channel]), channel).toEqual([]);
  }
});

test('the console shows every text of an incident as it was sent', async ({ page }) => {
  await signIn(page);
  await rowOf(page, evil.number).click();
  await expect(page.getByRole('region', { name: 'Chi tiết' })).toContainText(evil.number);
  for (const channel of Object.keys(evil.sent) as (keyof typeof evil.sent)[]) {
    await expectShown(page, evil.sent[channel], channel);
  }
  await expectStillInPlace(page);
});

test('the console shows the reason of a road closure as it was sent', async ({ page }) => {
  const operator = desk();
  const reasons = packed(500);
  const ids: string[] = [];
  try {
    for (const [index, reason] of reasons.entries()) {
      const km = 20 + index * 2;
      ids.push((await operator.closesRoad({ road: 'ĐT128', fromKm: km, toKm: km + 0.1, reason })).id);
    }
    await signIn(page);
    await page.keyboard.press('r');
    await expectShown(page, reasons, 'reason of a road closure');
    await expectStillInPlace(page);
  } finally {
    for (const id of ids) await operator.opensRoad(id);
  }
});

test('the tablet shows what its crew is told as it was sent', async ({ browser, faults, places }) => {
  const operator = desk();
  const notes = packed(500);
  // Told in two parts, since a description takes no more.
  for (const [index, description] of packed(4000).entries()) {
    const phone = ['"><img src=x onerror=alert(1)>', 'tel:115"onclick="alert(1)'][index] ?? '115';
    const { incidentId } = await operator.hears(await places.take(), { description, reporterPhone: phone, placeText: description.slice(0, 900) });
    const { id, unitId } = await operator.sends(incidentId);
    const tablet = crew(unitId);
    for (const [number, note] of notes.entries()) await tablet.records(id, { id: `card-${number}-${id}`, triage: 'YELLOW', note });
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    await faults.watch(context);
    const page = await context.newPage();
    await signIn(page, '/crew', `crew-${unitId}`);
    await expectShown(page, [description, phone], 'description');
    await page.getByRole('tab', { name: 'Nạn nhân' }).click();
    await expectShown(page, notes, 'notes of patients');
    await expectStillInPlace(page);
    await context.close();
    await operator.clears(incidentId);
  }
});

test('wards and the transfer paper show what another ward wrote as it was sent', async ({ browser, faults }) => {
  test.setTimeout(120_000);
  const transfers = await EvilTransfers.begin('TTYT07', 'TTYT06');
  try {
    for (const hospital of [transfers.from, transfers.to]) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      await faults.watch(context);
      const page = await context.newPage();
      await signIn(page, '/hospital', `hospital-${hospital}`);
      await page.evaluate(() => {
        window.print = () => document.body.setAttribute('data-printed', document.querySelector('.transfer-paper')?.textContent ?? '');
      });
      await expectShown(page, transfers.all.flatMap(({ note, condition }) => [note, condition]), 'notes and conditions');
      for (const { transfer, paper, note, condition } of transfers.all) {
        const card = page.locator(`#transfer-${transfer.id}`);
        await card.getByRole('button', { name: 'In phiếu chuyển' }).click();
        const printed = () => page.locator('body').getAttribute('data-printed');
        await expect.poll(async () => missingFrom((await printed()) ?? '', [...Object.values(paper), note, condition]), transfer.incidentNumber).toEqual([]);
        await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      }
      await expectStillInPlace(page);
      await context.close();
    }
    const told = desk();
    for (const { transfer, note } of transfers.all) expect.soft((await told.incident(transfer.id)).patients[0]?.note).toBe(note);
  } finally {
    await transfers.end();
  }
});

async function expectShown(page: Page, texts: readonly string[], what: string): Promise<void> {
  const shown = () => page.locator('body').evaluate((body) => body.textContent ?? '');
  await expect.poll(async () => missingFrom(await shown(), texts), what).toEqual([]);
}

/** No text, however long or high, pushes the page out of its window. */
async function expectStillInPlace(page: Page): Promise<void> {
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(tooWide, 'pixels to the right of the window').toBeLessThanOrEqual(0);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
}

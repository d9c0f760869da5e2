import { expect, type Locator, type Page } from '@playwright/test';
import { type Desk, type Receipt, type Ward, ward } from './api';
import { signIn } from './signIn';
import type { Assignment, CapacityHistory } from '../../shared/api/types';

/** What a ward presses, and what the page shows of it. One story has one hospital, so that none hears another's alarm. */
export class Nurse {
  constructor(
    readonly page: Page,
    readonly hospitalId: string,
    private readonly touches: boolean,
  ) {}

  async signsIn(): Promise<void> {
    await signIn(this.page, '/hospital', `hospital-${this.hospitalId}`);
    await expect(this.page.locator('.strip')).not.toHaveClass(/loading/);
  }

  /** By finger on a telephone, by mouse on a ward PC. */
  async presses(what: Locator): Promise<void> {
    await (this.touches ? what.tap() : what.click());
  }

  tile(kind: string): Locator {
    return this.page.locator(`[data-kind=${kind}]`);
  }

  async adds(kind: string, times = 1): Promise<void> {
    for (let i = 0; i < times; i++) await this.presses(this.tile(kind).getByRole('button', { name: 'thêm một giường' }));
  }

  async types(kind: string, beds: string): Promise<void> {
    await this.presses(this.tile(kind).locator('.number'));
    await this.tile(kind).getByRole('textbox').fill(beds);
    await this.tile(kind).getByRole('textbox').press('Enter');
  }

  shows(kind: string): Locator {
    return this.tile(kind).locator('.number');
  }

  get state(): Locator {
    return this.page.locator('.sending');
  }

  get sound(): Locator {
    return this.page.locator('.sound');
  }

  /** By the number of its incident: the same unit may have been here before. */
  card(of: Receipt): Locator {
    return this.page.getByRole('article', { name: of.incidentNumber });
  }

  async history(): Promise<CapacityHistory['reports']> {
    const read = await ward(this.hospitalId).get<CapacityHistory>(`/hospitals/${this.hospitalId}/capacity/history`);
    return read.reports;
  }
}

/** Sends a unit to that hospital, whatever else would be better. */
export async function sends(operator: Desk, receipt: Receipt, hospitalId: string): Promise<Assignment> {
  const { unitId } = await operator.best(receipt.incidentId);
  return operator.post(`/incidents/${receipt.incidentId}/assignments`, { unitId, hospitalId, overrideReason: 'thử trang bệnh viện', agreedBy: 'BS Mai, khoa cấp cứu' });
}

export async function reports(hospitalId: string, beds: Record<string, number>): Promise<Ward> {
  const staff = ward(hospitalId);
  const available = Object.fromEntries(Object.entries(beds).map(([kind, count]) => [kind, { available: count }]));
  await staff.has({ beds: available, emsTraffic: 'NORMAL' });
  return staff;
}

/** Goes there by Tab alone, forwards, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let i = 0; i < 200; i++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${String(target)}`);
}

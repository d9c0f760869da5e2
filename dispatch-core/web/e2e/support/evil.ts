import type { Incident } from '../../shared/api/types';
import { anybody, crew, desk, type Desk, type RoadKm, ward } from './api';
import { HOSTILE, packed, shortOnes } from './hostile';

const ALL = HOSTILE.map(({ text }) => text);

/** How much the contract takes in each field. */
const PHONE_MAX = 32;
const REASON_MAX = 500;
const NOTE_MAX = 2000;
const NAME_MAX = 200;

/**
 * One incident whose every text is hostile, by every door: whoever reports, the desk, the ward. Two hundred people tell
 * the desk of the same place, so that all of it stands on one page.
 */
export class EvilIncident {
  private constructor(
    private readonly operator: Desk,
    readonly id: string,
    readonly number: string,
  ) {}

  /** What was sent, by where. */
  readonly sent = {
    description: ALL,
    placeText: ALL.filter(isSomething),
    reporterPhone: shortOnes(PHONE_MAX),
    note: ALL.filter(isSomething),
    patientNote: packed(REASON_MAX),
    overrideReason: packed(REASON_MAX),
    agreedBy: packed(NAME_MAX).filter(isSomething),
    declineReason: packed(REASON_MAX),
    askReason: packed(REASON_MAX),
    cardNote: packed(REASON_MAX),
    cancelReason: packed(REASON_MAX),
    closingNote: packed(NOTE_MAX),
    reopenReason: packed(REASON_MAX),
  };

  static async begin(roadKm: RoadKm): Promise<EvilIncident> {
    const operator = desk();
    const first = await anybody.reports({ roadKm, injured: 2, description: 'vụ của kẻ xấu' });
    const evil = new EvilIncident(operator, first.incidentId, first.incidentNumber);
    await evil.report(roadKm);
    await evil.write();
    await evil.decide();
    await evil.fill('TTYT08');
    return evil;
  }

  now(): Promise<Incident> {
    return this.operator.incident(this.id);
  }

  async end(): Promise<void> {
    await this.operator.clears(this.id);
  }

  private async report(roadKm: RoadKm): Promise<void> {
    for (const text of ALL) {
      const alert = { roadKm, description: text, placeText: text, reporterPhone: text.length <= PHONE_MAX ? text : null };
      const { incidentId } = await anybody.reports(alert);
      if (incidentId !== this.id) throw new Error(`${JSON.stringify(text)} opened an incident of its own`);
    }
  }

  private async write(): Promise<void> {
    for (const text of this.sent.note) await this.operator.notes(this.id, text);
    await this.operator.changes(this.id, { patients: this.sent.patientNote.map((note) => ({ triage: 'RED', note })) });
    for (const note of this.sent.closingNote) {
      await this.operator.closes(this.id, 'FALSE_ALARM', note);
      await this.operator.post(`/incidents/${this.id}/reopen`, { reason: 'chưa xong' });
    }
    for (const reason of this.sent.reopenReason) {
      await this.operator.closes(this.id, 'FALSE_ALARM');
      await this.operator.post(`/incidents/${this.id}/reopen`, { reason });
    }
  }

  private async decide(): Promise<void> {
    for (const [index, reason] of this.sent.overrideReason.entries()) {
      const { unitId, hospitalId } = await this.operator.best(this.id);
      const { id } = await this.operator.post<{ id: string }>(`/incidents/${this.id}/assignments`, {
        unitId,
        hospitalId,
        overrideReason: reason,
      });
      const tablet = crew(unitId);
      await tablet.asksForAnotherHospital(id, reason);
      await tablet.records(id, { id: `card-${this.id}-${index}`.slice(-64), triage: 'YELLOW', note: reason });
      if (hospitalId) await ward(hospitalId).answers(id, 'DECLINE', reason);
      await this.operator.standsDown(id, reason);
    }
  }

  /** Where no bed is free a second person has to agree, and is named. */
  private async fill(hospitalId: string): Promise<void> {
    const before = (await this.operator.hospitals()).find(({ id }) => id === hospitalId)?.beds ?? {};
    const kinds = Object.entries(before).map(([kind, beds]) => ({ kind, available: beds.available }));
    const report = (available: (was: number | null | undefined) => number) => ({
      beds: Object.fromEntries(kinds.map(({ kind, available: was }) => [kind, { available: available(was) }])),
    });
    await ward(hospitalId).has(report(() => 0));
    try {
      for (const agreedBy of this.sent.agreedBy) {
        const { unitId } = await this.operator.best(this.id);
        const order = { unitId, hospitalId, overrideReason: 'gần nhất', agreedBy };
        const { id } = await this.operator.post<{ id: string }>(`/incidents/${this.id}/assignments`, order);
        await this.operator.standsDown(id);
      }
    } finally {
      await ward(hospitalId).has(report((was) => was ?? 0));
    }
  }
}

/** What is nothing but spaces, by the rules of either language, is no note and no place. */
export function isSomething(text: string): boolean {
  return !/^[\s\u001c-\u001f]*$/.test(text);
}

/** Which of the texts stand nowhere in what is shown. */
export function missingFrom(shown: string, texts: readonly string[]): string[] {
  return texts.filter((text) => !shown.includes(text)).map((text) => JSON.stringify(text).slice(0, 200));
}

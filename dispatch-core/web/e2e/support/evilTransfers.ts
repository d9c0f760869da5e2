import type { Transfer } from '../../shared/api/types';
import { desk, ward } from './api';
import { isSomething } from './evil';
import { packed } from './hostile';

/** How much the contract takes in each line of the paper that is shorter than the rest. */
const INSURANCE_MAX = 30;
const NAME_MAX = 100;
const ADDRESS_MAX = 200;
const TEXT_MAX = 500;

/** One transfer and every text in it that somebody typed. */
export interface EvilTransfer {
  readonly transfer: Transfer;
  readonly paper: Record<string, string>;
  readonly note: string;
  readonly condition: string;
}

/** Transfers between two hospitals of which every text is hostile, what is asked and what is answered. */
export class EvilTransfers {
  private constructor(
    readonly from: string,
    readonly to: string,
    readonly all: readonly EvilTransfer[],
  ) {}

  static async begin(from: string, to: string): Promise<EvilTransfers> {
    const all: EvilTransfer[] = [];
    const [insurance, names, addresses] = [INSURANCE_MAX, NAME_MAX, ADDRESS_MAX].map((most) => packed(most).filter(isSomething));
    for (const [index, text] of packed(TEXT_MAX).entries()) {
      const paper = {
        patientName: names?.[index] ?? '',
        address: addresses?.[index] ?? '',
        insuranceNumber: insurance?.[index] ?? '',
        diagnosis: text,
        findings: text,
        treatment: text,
        state: text,
        reason: text,
        escort: addresses?.[index] ?? '',
      };
      const patient = { triage: 'YELLOW', note: text };
      const asked = await ward(from).post<Transfer>(`/hospitals/${from}/transfers`, { toHospitalId: to, bed: 'EMERGENCY', patient, paper });
      const answer = { answer: 'ACCEPT_IF', reason: text };
      const transfer = await ward(to).post<Transfer>(`/hospitals/${to}/transfers/${asked.id}/answer`, answer);
      all.push({ transfer, paper, note: text, condition: text });
    }
    return new EvilTransfers(from, to, all);
  }

  async end(): Promise<void> {
    for (const { transfer } of this.all) await desk().clears(transfer.id);
  }
}

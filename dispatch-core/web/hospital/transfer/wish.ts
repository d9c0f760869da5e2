import { signal } from '@preact/signals';
import type { TransferRequest } from '../../shared/api/types';
import type { BedKind, Service } from '../figures';

/** The paper's lines, in its order; which of them are long. */
export const PAPER_LINES = [
  'patientName',
  'birthYear',
  'address',
  'insuranceNumber',
  'diagnosis',
  'findings',
  'treatment',
  'state',
  'reason',
  'escort',
] as const;
export type PaperLine = (typeof PAPER_LINES)[number];
export const LONG_LINES: ReadonlySet<PaperLine> = new Set(['findings', 'treatment', 'state', 'reason']);

/** What a nurse is writing; all of it is text until it is sent. */
export interface Wish {
  triage: 'RED' | 'YELLOW' | 'GREEN';
  sex: 'MALE' | 'FEMALE' | '';
  age: string;
  note: string;
  bed: BedKind;
  services: readonly Service[];
  paper: Partial<Record<PaperLine, string>>;
  /** The same press sent again is the same transfer. */
  key: string;
}

const STORED_AS = 'transfer';

/** In this tab until it is sent: a reload or a new sign-in loses nothing that was typed. Null while nobody writes one. */
export const wish = signal<Wish | null>(remembered());

export function begin(): void {
  write({ triage: 'RED', sex: '', age: '', note: '', bed: 'ICU', services: [], paper: {}, key: crypto.randomUUID() });
}

export function write(now: Wish | null): void {
  wish.value = now;
  if (now) sessionStorage.setItem(STORED_AS, JSON.stringify(now));
  else sessionStorage.removeItem(STORED_AS);
}

function remembered(): Wish | null {
  if (typeof sessionStorage === 'undefined') return null;
  const stored = sessionStorage.getItem(STORED_AS);
  return stored ? (JSON.parse(stored) as Wish) : null;
}

/** Whether that line can be sent; an empty one can. */
export function isReadable(line: 'age' | 'birthYear', text: string): boolean {
  const number = Number(text.trim());
  if (text.trim() === '') return true;
  return Number.isInteger(number) && (line === 'age' ? number >= 0 && number <= 130 : number >= 1890 && number <= 2200);
}

export function requestOf(from: Wish, toHospitalId: string): TransferRequest {
  const lines = Object.fromEntries(
    PAPER_LINES.flatMap((line) => {
      const text = from.paper[line]?.trim();
      return text ? [[line, line === 'birthYear' ? Number(text) : text]] : [];
    }),
  );
  return {
    toHospitalId,
    patient: {
      triage: from.triage,
      sex: from.sex || null,
      ageYears: from.age.trim() === '' ? null : Number(from.age.trim()),
      note: from.note.trim() || null,
    },
    bed: from.bed,
    services: [...from.services],
    paper: Object.keys(lines).length > 0 ? lines : null,
  };
}

import type { components } from '../shared/api/contract';
import type { Hospital } from '../shared/api/types';

type Schemas = components['schemas'];
export type BedKind = Schemas['BedKind'];
export type Service = Schemas['Service'];
export type EmsTraffic = Schemas['EmsTraffic'];
export type CapacityReport = Schemas['CapacityReport'];

/** In the order in which a ward counts. */
export const BED_KINDS: readonly BedKind[] = ['EMERGENCY', 'TRAUMA', 'ICU', 'SURGERY', 'PAEDIATRIC', 'MATERNITY'];
export const SERVICES: readonly Service[] = [
  'TRAUMA_SURGERY',
  'CT',
  'BLOOD',
  'ICU',
  'VENTILATOR',
  'NEUROSURGERY',
  'OBSTETRICS',
  'PAEDIATRICS',
  'ANTIVENOM',
  'DIALYSIS',
  'BURNS',
];
export const TRAFFIC: readonly EmsTraffic[] = ['NORMAL', 'ADVISORY', 'CLOSED'];

/** What somebody says: only what is named is said. */
export interface Figures {
  beds: Partial<Record<BedKind, number>>;
  services: Partial<Record<Service, boolean>>;
  emsTraffic?: EmsTraffic | undefined;
  note?: string | undefined;
}

export const NOTHING: Figures = { beds: {}, services: {} };

/** More of one kind is a slip of the finger; the contract refuses it. */
export const MOST_BEDS = 2000;

/** Further from the last figure than this is asked about once. */
export const FAR_JUMP = 20;

export function isEmpty(figures: Figures): boolean {
  return (
    Object.keys(figures.beds).length === 0 &&
    Object.keys(figures.services).length === 0 &&
    figures.emsTraffic === undefined &&
    figures.note === undefined
  );
}

/** What was said first with what was said after it laid over it. */
export function over(first: Figures, ...after: Figures[]): Figures {
  return after.reduce<Figures>(
    (below, above) => ({
      beds: { ...below.beds, ...above.beds },
      services: { ...below.services, ...above.services },
      emsTraffic: above.emsTraffic ?? below.emsTraffic,
      note: above.note ?? below.note,
    }),
    first,
  );
}

/** Everything that the board says of a hospital. */
export function figuresOf(hospital: Hospital): Figures {
  const beds = Object.fromEntries(Object.entries(hospital.beds).map(([kind, bed]) => [kind, bed.available]));
  return { beds, services: hospital.services, emsTraffic: hospital.emsTraffic };
}

/** Of `all`, what `named` names: what must be said again to take `named` back. A kind that was never reported has no past. */
export function restrictedTo(all: Figures, named: Figures): Figures {
  return {
    beds: pick(all.beds, named.beds),
    services: pick(all.services, named.services),
    emsTraffic: named.emsTraffic === undefined ? undefined : all.emsTraffic,
  };
}

/** Of `said`, what differs from `known`. */
export function differing(said: Figures, known: Figures): Figures {
  const beds = Object.entries(said.beds).filter(([kind, count]) => known.beds[kind as BedKind] !== count);
  const services = Object.entries(said.services).filter(([service, given]) => known.services[service as Service] !== given);
  return {
    beds: Object.fromEntries(beds),
    services: Object.fromEntries(services),
    emsTraffic: said.emsTraffic === known.emsTraffic ? undefined : said.emsTraffic,
    note: said.note,
  };
}

/** Kinds whose new figure is too far from the last one to be sent without asking. */
export function farJumps(said: Figures, known: Figures): BedKind[] {
  return BED_KINDS.filter((kind) => {
    const now = said.beds[kind];
    return now !== undefined && Math.abs(now - (known.beds[kind] ?? 0)) > FAR_JUMP;
  });
}

/** A typed number of beds; undefined when it is none, or more than there can be. */
export function readBeds(text: string): number | undefined {
  const plain = text.trim();
  const beds = /^\d{1,6}$/.test(plain) ? Number(plain) : Number.NaN;
  return beds <= MOST_BEDS ? beds : undefined;
}

/** As the contract takes it. */
export function reportOf(figures: Figures): CapacityReport {
  const report: CapacityReport = {};
  const beds = Object.entries(figures.beds);
  if (beds.length > 0) report.beds = Object.fromEntries(beds.map(([kind, available]) => [kind, { available }]));
  if (Object.keys(figures.services).length > 0) report.services = figures.services;
  if (figures.emsTraffic !== undefined) report.emsTraffic = figures.emsTraffic;
  if (figures.note !== undefined) report.note = figures.note;
  return report;
}

function pick<T extends object>(all: T, named: object): T {
  return Object.fromEntries(Object.entries(all).filter(([key]) => key in named)) as T;
}

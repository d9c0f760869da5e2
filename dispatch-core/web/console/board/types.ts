export type { Hospital, Unit } from '../../shared/api/types';
import type { Hospital } from '../../shared/api/types';

export type EmsTraffic = Hospital['emsTraffic'];
export const BED_KINDS = ['EMERGENCY', 'TRAUMA', 'ICU', 'SURGERY', 'PAEDIATRIC', 'MATERNITY'] as const;
export type BedKind = (typeof BED_KINDS)[number];

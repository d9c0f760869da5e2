import type { AssignmentStatus, Patient } from '../../shared/api/types';

/** What each kind of report says, beside which device sent it, its number and when it was made. */
export interface Bodies {
  STATUS: { status: AssignmentStatus; reason?: string };
  PATIENT: { patient: Patient };
  DESTINATION: { reason: string; hospitalId: string | null };
  DUTY: { onDuty: boolean };
  PHOTO: { image: Blob; note: string };
}

export type Kind = keyof Bodies;

/** A report as it is made. */
export type Draft = {
  [K in Kind]: { kind: K; body: Bodies[K]; unitId: string; assignmentId: string | null; at: string };
}[Kind];

export interface Refusal {
  status: number;
  code: string;
  /** The server's sentence, in the language of the moment. */
  sentence: string;
  at: string;
  /** Whether the crew has read it. */
  seen: boolean;
}

/** A report that is kept on the tablet until the server has answered for it. */
export type Item = Draft & {
  /** Counted by the device, never used twice: the server counts each number once. */
  seq: number;
  deviceId: string;
  /** How often the server has failed over it. */
  faults: number;
  /** Why it does not count; null while it waits. */
  refused: Refusal | null;
};

/**
 * Reports of one lane are sent strictly in order. Photos have a lane of their own, for on one bar of signal half a megabyte
 * would hold up the press behind it for minutes.
 */
export type Lane = 'acts' | 'photos';

export const laneOf = (kind: Kind): Lane => (kind === 'PHOTO' ? 'photos' : 'acts');

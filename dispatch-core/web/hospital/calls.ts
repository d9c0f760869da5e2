import { call, type Call } from '../shared/api/client';
import type { CapacityHistory, Hospital, HospitalBoard, IncomingList, ReceiverList, Transfer, TransferList, TransferRequest } from '../shared/api/types';
import type { components } from '../shared/api/contract';
import { reportOf } from './figures';
import type { Answer, ConfirmEntry, ReportEntry } from './outbox';

export type PhotoList = components['schemas']['PhotoList'];

/** The history on the page: some weeks of a quiet ward. */
const HISTORY_SHOWN = 50;

/** The contract's limit: what was counted longer ago says so and no more. */
const LONGEST_AGO_S = 86_400;

export const getBoard = () => call<HospitalBoard>('GET', '/hospitals');
export const getHistory = (hospital: string) =>
  call<CapacityHistory>('GET', `${of(hospital)}/capacity/history?limit=${HISTORY_SHOWN}`);
export const getIncoming = (hospital: string) => call<IncomingList>('GET', `${of(hospital)}/incoming`);

export const report = (hospital: string, entry: ReportEntry) =>
  call<Hospital>('PUT', `${of(hospital)}/capacity`, pressed(entry, { ...reportOf(entry.figures), ...correction(entry) }));
export const confirm = (hospital: string, entry: ConfirmEntry) =>
  call<Hospital>('POST', `${of(hospital)}/capacity/confirm`, pressed(entry, {}));

export const answer = (hospital: string, assignmentId: string, said: Answer, reason: string | null) =>
  call<unknown>('POST', `${of(hospital)}/incoming/${encodeURIComponent(assignmentId)}`, { body: { answer: said, reason } });
export const see = (hospital: string, assignmentId: string) =>
  call<void>('POST', `${of(hospital)}/incoming/${encodeURIComponent(assignmentId)}/seen`);

export const getTransfers = (hospital: string) => call<TransferList>('GET', `${of(hospital)}/transfers`);
export const getReceivers = (hospital: string, bed: string, services: readonly string[]) =>
  call<ReceiverList>('GET', `${of(hospital)}/transfers/receivers?bed=${bed}${services.length > 0 ? `&services=${services.join()}` : ''}`);
export const askTransfer = (hospital: string, key: string, body: TransferRequest) =>
  call<Transfer>('POST', `${of(hospital)}/transfers`, { body, headers: { 'Idempotency-Key': key } });
export const answerTransfer = (hospital: string, id: string, said: Answer, reason: string | null) =>
  call<Transfer>('POST', `${of(hospital)}/transfers/${encodeURIComponent(id)}/answer`, { body: { answer: said, reason } });
export const askAnother = (hospital: string, id: string, toHospitalId: string) =>
  call<Transfer>('PUT', `${of(hospital)}/transfers/${encodeURIComponent(id)}/receiver`, { body: { toHospitalId } });

export const listPhotos = (incidentId: string) => call<PhotoList>('GET', `/incidents/${encodeURIComponent(incidentId)}/photos`);

/** With its key, what it rests on, and how long ago it was pressed: an outage must not make old figures look new. */
function pressed(entry: ReportEntry | ConfirmEntry, body: object): Call {
  const ageS = Math.min(LONGEST_AGO_S, Math.max(0, Math.round((Date.now() - entry.at) / 1000)));
  const basis = typeof entry.basedOn === 'number' ? { basedOn: entry.basedOn } : {};
  return { body: { ...body, ...basis, ageS }, headers: { 'Idempotency-Key': entry.key } };
}

function correction(entry: ReportEntry): object {
  return typeof entry.corrects === 'number' ? { corrects: entry.corrects } : {};
}

function of(hospital: string): string {
  return `/hospitals/${encodeURIComponent(hospital)}`;
}

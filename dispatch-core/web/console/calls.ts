import { call } from '../shared/api/client';
import type { components } from '../shared/api/contract';
import type {
  Assignment,
  Hospital,
  Incident,
  IncidentChange,
  RoadClosureRequest,
  Unit,
} from '../shared/api/types';

type Schemas = components['schemas'];
export type WeighedPair = Schemas['WeighedPair'];
export type Handover = Schemas['Handover'];
export type Photo = Schemas['Photo'];
export type Place = Schemas['Place'];
export type PlaceAt = Schemas['PlaceAt'];
export type CapacityReport = Schemas['CapacityReport'];
export type RoadClosureEntered = Schemas['RoadClosureEntered'];
export type Patient = Schemas['Patient'];
export type CasualtyPlan = Schemas['CasualtyPlan'];
export type PlannedRide = Schemas['PlannedRide'];

/** What only the desk asks of the server. */

const of = (id: string) => `/incidents/${encodeURIComponent(id)}`;

export const acknowledge = (id: string) => call<Incident>('POST', `${of(id)}/acknowledge`);
export const note = (id: string, text: string) => call<Incident>('POST', `${of(id)}/notes`, { body: { text } });
export const reopen = (id: string, reason: string) => call<Incident>('POST', `${of(id)}/reopen`, { body: { reason } });
export const merge = (id: string, into: string) => call<Incident>('POST', `${of(id)}/merge`, { body: { into } });
export const unmerge = (id: string) => call<Incident>('POST', `${of(id)}/unmerge`);
export const change = (id: string, version: number, body: IncidentChange) =>
  call<Incident>('PATCH', of(id), { body, headers: { 'If-Match': String(version) } });

export const weigh = (id: string, unitId: string, hospitalId: string | null, signal: AbortSignal) =>
  call<WeighedPair>(
    'GET',
    `${of(id)}/recommendation/pair?${new URLSearchParams({ unitId, ...(hospitalId ? { hospitalId } : {}) })}`,
    { signal },
  );

/** The last one told counts, however often. */
export const chooseHospital = (id: string, hospitalId: string | null) =>
  call<Schemas['Choice']>('PUT', `${of(id)}/choice`, { body: { hospitalId }, isRepeatable: true });

export const planCasualties = (id: string, signal: AbortSignal) =>
  call<CasualtyPlan>('POST', `${of(id)}/plan`, { signal });

export const divert = (assignmentId: string, hospitalId: string, reason: string, overrideReason: string, agreedBy: string) =>
  call<Assignment>('POST', `/assignments/${encodeURIComponent(assignmentId)}/destination`, {
    body: { hospitalId, reason: reason || null, overrideReason: overrideReason || null, agreedBy: agreedBy || null },
  });

export const listPhotos = (id: string, signal: AbortSignal) =>
  call<Schemas['PhotoList']>('GET', `${of(id)}/photos`, { signal });

export const searchPlaces = (q: string, limit: number, signal: AbortSignal) =>
  call<Place[]>('GET', `/places?${new URLSearchParams({ q, limit: String(limit) })}`, { signal });
export const placeAt = (lat: number, lon: number) =>
  call<PlaceAt>('GET', `/places/at?${new URLSearchParams({ lat: String(lat), lon: String(lon) })}`);

export const enterRoadClosure = (body: RoadClosureRequest) => call<RoadClosureEntered>('POST', '/road-closures', { body });

export const setDuty = (unitId: string, onDuty: boolean) =>
  call<Unit>('PUT', `/units/${encodeURIComponent(unitId)}/duty`, { body: { onDuty } });
export const reportCapacity = (hospitalId: string, body: CapacityReport) =>
  call<Hospital>('PUT', `/hospitals/${encodeURIComponent(hospitalId)}/capacity`, { body });
export const confirmCapacity = (hospitalId: string) =>
  call<Hospital>('POST', `/hospitals/${encodeURIComponent(hospitalId)}/capacity/confirm`);

export const listHandovers = () => call<Schemas['HandoverList']>('GET', '/handovers');
export const createHandover = (text: string) => call<Handover>('POST', '/handovers', { body: { note: text } });
export const acceptHandover = (id: string) =>
  call<Handover>('POST', `/handovers/${encodeURIComponent(id)}/accept`);

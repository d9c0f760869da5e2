import { session } from '../session';
import { call } from './client';
import type {
  AlertReceipt,
  AlertRequest,
  Assignment,
  AssignmentStatus,
  Disposition,
  HospitalBoard,
  Incident,
  IncidentPage,
  MapInfo,
  Priority,
  Recommendation,
  RoadClosure,
  RoadClosureList,
  RoadClosureRequest,
  Route,
  SessionAnswer,
  TroubleList,
  UnitBoard,
  WaitingAlerts,
} from './types';

/** More options than a person compares; the refusals are always complete. */
const OPTIONS_SHOWN = 6;

export const login = (user: string, password: string) =>
  call<SessionAnswer>('POST', '/session', { body: { user, password } });
export const logout = () => call<void>('DELETE', '/session');

export const listOpenIncidents = () => call<IncidentPage>('GET', '/incidents?state=open&limit=500');
export const getIncident = (id: string) => call<Incident>('GET', `/incidents/${encodeURIComponent(id)}`);
export const recommend = (id: string, signal: AbortSignal) =>
  call<Recommendation>('GET', `/incidents/${encodeURIComponent(id)}/recommendation?limit=${OPTIONS_SHOWN}`, { signal });
export const changePriority = (incident: Incident, priority: Priority) =>
  call<Incident>('PATCH', `/incidents/${encodeURIComponent(incident.id)}`, {
    body: { priority },
    headers: { 'If-Match': String(incident.version) },
  });
export const closeIncident = (id: string, disposition: Disposition, note: string) =>
  call<Incident>('POST', `/incidents/${encodeURIComponent(id)}/close`, { body: { disposition, note: note || null } });

export const assign = (incidentId: string, unitId: string, hospitalId: string | null, overrideReason: string, agreedBy: string) =>
  call<Assignment>('POST', `/incidents/${encodeURIComponent(incidentId)}/assignments`, {
    body: { unitId, hospitalId, overrideReason: overrideReason || null, agreedBy: agreedBy || null },
  });
/** A ride of a plan for many: this unit goes for these, and the hospital is chosen by the gravest of them. */
export const assignFor = (
  incidentId: string,
  unitId: string,
  hospitalId: string,
  carries: ('RED' | 'YELLOW' | 'GREEN')[],
) =>
  call<Assignment>('POST', `/incidents/${encodeURIComponent(incidentId)}/assignments`, {
    body: { unitId, hospitalId, carries },
  });
export const divert = (assignmentId: string, hospitalId: string, reason: string) =>
  call<Assignment>('POST', `/assignments/${encodeURIComponent(assignmentId)}/destination`, {
    body: { hospitalId, reason: reason || null },
  });
export const getRoute = (assignmentId: string, leg: 'SCENE' | 'HOSPITAL') =>
  call<Route>('GET', `/assignments/${encodeURIComponent(assignmentId)}/route?leg=${leg}`);
export const recordStatus = (assignmentId: string, status: AssignmentStatus, reason: string) =>
  call<Assignment>('POST', `/assignments/${encodeURIComponent(assignmentId)}/status`, {
    body: { status, ...nextReport(), at: new Date().toISOString(), reason: reason || null },
    isRepeatable: true, // by device and number
  });

/** The key is made once for each alert that is written, so that pressing twice reports once. */
export const createAlert = (alert: AlertRequest, key: string) =>
  call<AlertReceipt>('POST', '/alerts', { body: alert, headers: { 'Idempotency-Key': key } });

export const listWaitingAlerts = () => call<WaitingAlerts>('GET', '/alerts/waiting');
export const listTrouble = () => call<TroubleList>('GET', '/trouble');

export const listUnits = () => call<UnitBoard>('GET', '/units');
export const listHospitals = () => call<HospitalBoard>('GET', '/hospitals');
export const listRoadClosures = () => call<RoadClosureList>('GET', '/road-closures');
export const closeRoad = (body: RoadClosureRequest) => call<RoadClosure>('POST', '/road-closures', { body });
export const reopenRoad = (id: string) => call<void>('DELETE', `/road-closures/${encodeURIComponent(id)}`);
export const getMapInfo = () => call<MapInfo>('GET', '/map/info');

/** This desk as a reporting device: an identity for the tab and a number that grows, both kept over a reload. */
function nextReport(): { deviceId: string; seq: number } {
  const deviceId = sessionStorage.getItem('deviceId') ?? `console-${session.value?.user ?? ''}-${crypto.randomUUID()}`;
  const seq = Number(sessionStorage.getItem('deviceSeq') ?? '0') + 1;
  sessionStorage.setItem('deviceId', deviceId);
  sessionStorage.setItem('deviceSeq', String(seq));
  return { deviceId: deviceId.slice(-64), seq };
}

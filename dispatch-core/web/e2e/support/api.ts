import { randomUUID } from 'node:crypto';
import type {
  AlertRequest,
  Assignment,
  AssignmentStatus,
  DispatchOption,
  Disposition,
  Hospital,
  HospitalBoard,
  Incident,
  IncidentChange,
  IncidentPage,
  Recommendation,
  RoadClosure,
  RoadClosureRequest,
  SessionAnswer,
  Unit,
  UnitBoard,
} from '../../shared/api/types';
import type { components } from '../../shared/api/contract';

/** Where the server under test is. */
export const PAGES = process.env['PAGES_URL'] ?? 'http://127.0.0.1:8080';

const ANSWER_WITHIN_MS = 30_000;

type Schemas = components['schemas'];
export type Receipt = Schemas['AlertReceipt'];
export type CrewOrder = Schemas['CrewOrder'];
export type Patient = Schemas['Patient'];
export type Incoming = Schemas['Incoming'];
export type TriageCategory = Schemas['TriageCategory'];
export type CapacityReport = Schemas['CapacityReport'];
export type Tracking = Schemas['Tracking'];

export interface RoadKm {
  road: string;
  km: number;
}

/** What the server said, whatever it was. */
export interface Heard<T = unknown> {
  status: number;
  body: T;
}

/** The server refused; the message holds all that it said. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Anybody who talks to the API: stories are set up and looked at by the same doors that the pages use. */
export class Caller {
  constructor(private readonly user: string = '') {}

  get<T>(path: string): Promise<T> {
    return this.call('GET', path);
  }

  post<T>(path: string, body?: unknown, headers?: Record<string, string>): Promise<T> {
    return this.call('POST', path, body, headers);
  }

  put<T>(path: string, body: unknown): Promise<T> {
    return this.call('PUT', path, body);
  }

  patch<T>(path: string, body: unknown, version: number): Promise<T> {
    return this.call('PATCH', path, body, { 'If-Match': String(version) });
  }

  delete(path: string): Promise<void> {
    return this.call('DELETE', path);
  }

  /** Reports an emergency under a key of its own. */
  reports(alert: Partial<AlertRequest>): Promise<Receipt> {
    const complete: AlertRequest = { source: 'APP', kind: 'TRAFFIC_COLLISION', ...alert };
    return this.post('/alerts', complete, { 'Idempotency-Key': randomUUID() });
  }

  tracks(trackingCode: string): Promise<Tracking> {
    return this.get(`/track/${trackingCode}`);
  }

  /** As the others, but a refusal is an answer too. */
  async tries<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Heard<T>> {
    const heard = await this.asks<T>(method, path, body, headers);
    // An account has a limited number of sessions: those of the pages end this one, in a long run.
    if (heard.status !== 401 || !this.user) return heard;
    sessions.delete(this.user);
    return this.asks(method, path, body, headers);
  }

  private async asks<T>(method: string, path: string, body: unknown, headers: Record<string, string>): Promise<Heard<T>> {
    const all: Record<string, string> = { 'Accept-Language': 'vi', ...headers };
    if (this.user) all['Authorization'] = `Bearer ${await token(this.user)}`;
    if (body !== undefined) all['Content-Type'] = 'application/json';
    const response = await fetch(new URL(`/api/v1${path}`, PAGES), {
      method,
      headers: all,
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    const text = await response.text();
    return { status: response.status, body: (text ? JSON.parse(text) : undefined) as T };
  }

  private async call<T>(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<T> {
    const heard = await this.tries<T>(method, path, body, headers);
    if (heard.status >= 200 && heard.status < 300) return heard.body;
    const code = (heard.body as { code?: string } | undefined)?.code ?? '';
    throw new Refused(heard.status, code, `${method} ${path}: ${heard.status} ${JSON.stringify(heard.body)}`);
  }
}

/** The dispatcher. */
export class Desk extends Caller {
  /** A telephone call about a place on a road. */
  hears(roadKm: RoadKm, alert: Partial<AlertRequest> = {}): Promise<Receipt> {
    return this.reports({ source: 'PHONE', injured: 1, roadKm, ...alert });
  }

  async openIncidents(): Promise<IncidentPage['incidents']> {
    return (await this.get<IncidentPage>('/incidents?state=open&limit=500')).incidents;
  }

  incident(id: string): Promise<Incident> {
    return this.get(`/incidents/${id}`);
  }

  async changes(id: string, change: IncidentChange): Promise<Incident> {
    return this.patch(`/incidents/${id}`, change, (await this.incident(id)).version);
  }

  /** What a first look at the scene says: the colour of each patient. */
  triages(id: string, ...triage: TriageCategory[]): Promise<Incident> {
    return this.changes(id, { patients: triage.map((colour) => ({ triage: colour })) });
  }

  recommendation(id: string): Promise<Recommendation> {
    return this.get(`/incidents/${id}/recommendation?limit=50`);
  }

  async best(id: string): Promise<DispatchOption> {
    const best = (await this.recommendation(id)).options[0];
    if (!best) throw new Error(`nobody can go to ${id}: every unit is taken, or off duty`);
    return best;
  }

  /** Confirms an option as it was recommended; the best one when none is named. */
  async sends(id: string, option?: { unitId: string; hospitalId: string | null }): Promise<Assignment> {
    const { unitId, hospitalId } = option ?? (await this.best(id));
    return this.post(`/incidents/${id}/assignments`, { unitId, hospitalId });
  }

  diverts(assignmentId: string, hospitalId: string, reason?: string): Promise<Assignment> {
    return this.post(`/assignments/${assignmentId}/destination`, { hospitalId, reason: reason ?? null });
  }

  /** The unit may go home. */
  standsDown(assignmentId: string, reason = 'hết việc'): Promise<Assignment> {
    return this.post(`/assignments/${assignmentId}/status`, {
      status: 'CANCELLED',
      deviceId: `desk-${assignmentId}`.slice(0, 64),
      seq: 1,
      at: new Date().toISOString(),
      reason,
    });
  }

  closes(id: string, disposition: Disposition = 'TRANSPORTED', note?: string): Promise<Incident> {
    return this.post(`/incidents/${id}/close`, { disposition, note: note ?? null });
  }

  /** Leaves nothing behind: whoever is still on it is sent home, then it is closed. */
  async clears(id: string): Promise<void> {
    const it = await this.incident(id);
    if (it.status !== 'OPEN') return;
    for (const one of it.assignments.filter((each) => !['CANCELLED', 'HANDED_OVER', 'IN_SERVICE'].includes(each.status))) {
      if (one.next?.includes('CANCELLED')) await this.standsDown(one.id);
      else await crew(one.unitId).finishes(one.id);
    }
    await this.closes(id, 'CANCELLED');
  }

  notes(id: string, text: string): Promise<Incident> {
    return this.post(`/incidents/${id}/notes`, { text });
  }

  closesRoad(closure: RoadClosureRequest): Promise<RoadClosure> {
    return this.post('/road-closures', closure);
  }

  opensRoad(id: string): Promise<void> {
    return this.delete(`/road-closures/${id}`);
  }

  async units(): Promise<Unit[]> {
    return (await this.get<UnitBoard>('/units')).units;
  }

  async hospitals(): Promise<Hospital[]> {
    return (await this.get<HospitalBoard>('/hospitals')).hospitals;
  }
}

/** The usual way of a crew, from the order to free again. */
export const CHAIN: readonly AssignmentStatus[] = [
  'ACKNOWLEDGED',
  'EN_ROUTE',
  'ON_SCENE',
  'AT_PATIENT',
  'LEFT_SCENE',
  'AT_DESTINATION',
  'HANDED_OVER',
  'IN_SERVICE',
];

/** A crew with a tablet that numbers every press. */
export class Crew extends Caller {
  private readonly tablet = `tablet-${randomUUID()}`;
  private presses = 0;

  constructor(readonly unitId: string) {
    super(`crew-${unitId}`);
  }

  async order(): Promise<CrewOrder | null> {
    return (await this.get<Schemas['CrewOrderAnswer']>('/crew/order')).order;
  }

  press(assignmentId: string, status: AssignmentStatus): Promise<Assignment> {
    return this.post(`/assignments/${assignmentId}/status`, { status, ...this.stamp() });
  }

  asksForAnotherHospital(assignmentId: string, reason: string, hospitalId?: string): Promise<Assignment> {
    return this.post(`/assignments/${assignmentId}/destination-request`, { hospitalId: hospitalId ?? null, reason, ...this.stamp() });
  }

  records(assignmentId: string, patient: Patient): Promise<unknown> {
    return this.post(`/assignments/${assignmentId}/patients`, { patient, ...this.stamp() });
  }

  private stamp(): { deviceId: string; seq: number; at: string } {
    this.presses += 1;
    return { deviceId: this.tablet, seq: this.presses, at: new Date().toISOString() };
  }

  /** Presses its one next button until that status. */
  async goesOnTo(assignmentId: string, status: AssignmentStatus): Promise<Assignment> {
    let now = await this.get<Assignment>(`/assignments/${assignmentId}`);
    for (const next of CHAIN.slice(CHAIN.indexOf(now.status) + 1, CHAIN.indexOf(status) + 1)) {
      now = await this.press(assignmentId, next);
    }
    return now;
  }

  finishes(assignmentId: string): Promise<Assignment> {
    return this.goesOnTo(assignmentId, 'IN_SERVICE');
  }

  isAt(lat: number, lon: number, at = new Date()): Promise<unknown> {
    return this.post(`/units/${this.unitId}/positions`, [{ lat, lon, at: at.toISOString() }]);
  }

  duty(onDuty: boolean): Promise<Unit> {
    return this.put(`/units/${this.unitId}/duty`, { onDuty });
  }
}

/** The emergency ward of a hospital. */
export class Ward extends Caller {
  constructor(readonly hospitalId: string) {
    super(`hospital-${hospitalId}`);
  }

  async incoming(): Promise<Incoming[]> {
    return (await this.get<Schemas['IncomingList']>(`/hospitals/${this.hospitalId}/incoming`)).incoming;
  }

  answers(assignmentId: string, answer: Schemas['PreArrivalAnswer']['answer'], reason?: string): Promise<Incoming> {
    return this.post(`/hospitals/${this.hospitalId}/incoming/${assignmentId}`, { answer, reason: reason ?? null });
  }

  has(report: CapacityReport): Promise<Hospital> {
    return this.put(`/hospitals/${this.hospitalId}/capacity`, report);
  }

  confirms(): Promise<Hospital> {
    return this.post(`/hospitals/${this.hospitalId}/capacity/confirm`);
  }
}

/** Whoever is on the road. */
export const anybody = new Caller();

/** The demonstration accounts: the password is the name. One session for each, however often it is asked for. */
const sessions = new Map<string, Promise<string>>();

export function token(user: string): Promise<string> {
  let session = sessions.get(user);
  if (!session) {
    session = login(user);
    sessions.set(user, session);
    session.catch(() => sessions.delete(user)); // whoever was refused may ask again
  }
  return session;
}

/** A session of its own. */
export async function login(user: string): Promise<string> {
  return (await anybody.post<SessionAnswer>('/session', { user, password: user })).token ?? '';
}

export function desk(user = 'operator'): Desk {
  return new Desk(user);
}

export function crew(unitId: string): Crew {
  return new Crew(unitId);
}

export function ward(hospitalId: string): Ward {
  return new Ward(hospitalId);
}

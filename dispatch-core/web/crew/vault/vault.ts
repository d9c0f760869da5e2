import type { Assignment, CrewOrderAnswer, MapInfo, RoadClosure, Route } from '../../shared/api/types';
import type { Draft, Item } from '../outbox/item';
import type { Notice } from '../order/news';

/** A position as the contract takes it. */
export interface Fix {
  at: string;
  lat: number;
  lon: number;
  speedMps: number | null;
  headingDeg: number | null;
  accuracyM: number | null;
}

/** A route with its instructions in both languages: out of coverage nobody can be asked for the other one. */
export interface KeptRoute {
  route: Route;
  texts: { vi: string[]; en: string[] };
  at: number;
}

export interface KeptRoutes {
  assignmentId: string;
  /** What they were asked for; another scene, hospital or state of the roads asks again. */
  key: string;
  SCENE: KeptRoute | null;
  HOSPITAL: KeptRoute | null;
}

export interface KeptOrder {
  answer: CrewOrderAnswer;
  /** When the server said so, in this machine's milliseconds. */
  at: number;
  /** Grows with each change, so that an answer that was asked for before a press is not taken for what came after it. */
  stamp: number;
}

/** Whoever uses this tablet; the token is here too, for the worker that sends when no page is open. */
export interface KeptCrew {
  unitId: string;
  user: string;
  token: string | null;
}

/** Everything small that must be there after the tablet was killed in a place without network. */
export interface Kept {
  device: { id: string; seq: number };
  crew: KeptCrew;
  order: KeptOrder;
  /** The case before, for the quiet screen. */
  lastOrder: { incidentNumber: string; place: string; status: Assignment['status']; at: number };
  routes: KeptRoutes;
  notices: Notice[];
  closures: RoadClosure[];
  map: MapInfo;
}

/** What the tablet remembers. */
export interface Vault {
  /** Whether it survives a kill. */
  readonly durable: boolean;
  read<K extends keyof Kept>(key: K): Promise<Kept[K] | undefined>;
  /** Reads, decides and writes at once: no other tab comes in between. Undefined forgets. */
  change<K extends keyof Kept>(key: K, change: (was: Kept[K] | undefined) => Kept[K] | undefined): Promise<Kept[K] | undefined>;
  /** Gives the report the device's next number and keeps both together: never two with one number. */
  add(draft: Draft): Promise<Item>;
  /** All reports, in the order in which they were made. */
  items(): Promise<Item[]>;
  put(item: Item): Promise<void>;
  remove(seq: number): Promise<void>;
  /** Keeps a position; of more than `max` only what `thin` leaves. */
  addFix(fix: Fix, max: number, thin: (fixes: Fix[]) => Fix[]): Promise<void>;
  /** The oldest positions, with their keys. */
  fixes(limit: number): Promise<{ keys: number[]; fixes: Fix[] }>;
  removeFixes(keys: number[]): Promise<void>;
}

export const newDevice = () => ({ id: `tablet-${crypto.randomUUID()}`, seq: 0 });

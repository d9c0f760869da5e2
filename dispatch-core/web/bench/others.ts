import { type Crew, crew, type Desk, desk, login, PAGES, token } from '../e2e/support/api';
import { say, type Task } from './task';

/**
 * Everybody else, in a process of their own: the crews, each sending where it is once a second, and the other consoles.
 * Told by its parent what to do; says once a second what it did.
 */

/** As fast as an ambulance on a good road there. */
const METRES_PER_S = 14;
const METRES_PER_DEGREE = 111_320;
const TICK_MS = 1000;

/** An account has only so many sessions at a time: several consoles share one, as the windows of one desk do. */
const SESSIONS = 5;

interface Sitting {
  sit(user: string, token: string, incidentId: string | undefined): () => void;
}

let sent = 0;
let late = 0;
let asked = 0;
let failed = 0;

/** A line to drive along, there and back. */
class Drive {
  private passed = 0;
  private readonly lengths: number[];

  constructor(private readonly line: readonly (readonly number[])[]) {
    this.lengths = line.slice(1).map((to, index) => metres(line[index] ?? to, to));
  }

  next(): { lat: number; lon: number } {
    this.passed += METRES_PER_S;
    const whole = this.lengths.reduce((sum, each) => sum + each, 0);
    const turn = this.passed % (2 * whole || 1);
    let left = turn <= whole ? turn : 2 * whole - turn;
    for (const [index, length] of this.lengths.entries()) {
      const [from, to] = [this.line[index], this.line[index + 1]];
      if (from && to && left <= length) {
        const share = length === 0 ? 0 : left / length;
        return { lon: between(from[0], to[0], share), lat: between(from[1], to[1], share) };
      }
      left -= length;
    }
    const last = this.line[this.line.length - 1] ?? [0, 0];
    return { lon: last[0] ?? 0, lat: last[1] ?? 0 };
  }
}

/** Each crew at its own moment of the second, every second, however long the answers take. */
async function drive(): Promise<void> {
  const operator = await desk();
  const units = await operator.units();
  const crews: { tablet: Crew; way: Drive }[] = [];
  // One after the other: sixty at once look like somebody who guesses passwords.
  for (const unit of units) {
    await token(`crew-${unit.id}`);
    crews.push({ tablet: crew(unit.id), way: await wayOf(operator, unit) });
  }
  const first = performance.now();
  crews.forEach(({ tablet, way }, index) => tick(tablet, way, first + (index * TICK_MS) / crews.length));
}

function tick(tablet: Crew, way: Drive, due: number): void {
  setTimeout(
    () => {
      if (performance.now() - due > TICK_MS) late++;
      const { lat, lon } = way.next();
      tablet.isAt(lat, lon).then(
        () => sent++,
        () => failed++,
      );
      tick(tablet, way, due + TICK_MS);
    },
    Math.max(0, due - performance.now()),
  );
}

/** Who is sent somewhere drives there; who is not goes round its station. */
async function wayOf(operator: Desk, unit: Awaited<ReturnType<Desk['units']>>[number]): Promise<Drive> {
  if (unit.assignmentId) {
    const route = await operator.get<{ geometry: { coordinates: number[][] } }>(`/assignments/${unit.assignmentId}/route?leg=SCENE`);
    if (route.geometry.coordinates.length > 1) return new Drive(route.geometry.coordinates);
  }
  const { lat, lon } = unit.position ?? unit.station ?? { lat: 22.38, lon: 103.48 };
  return new Drive([
    [lon, lat],
    [lon + 0.01, lat],
    [lon + 0.01, lat + 0.01],
  ]);
}

/** The page's own code, once for each console: as many copies of the module as consoles. */
async function sitDown(count: number): Promise<void> {
  pretendToBeABrowser();
  const open = await (await desk()).openIncidents();
  const sessions: string[] = [];
  while (sessions.length < SESSIONS) sessions.push(await login('operator'));
  for (let number = 0; number < count; number++) {
    const { sit } = (await import(new URL(`./desk.js?console=${number}`, import.meta.url).href)) as Sitting;
    sit('operator', sessions[number % SESSIONS] ?? '', open[number % (open.length || 1)]?.id);
  }
}

function pretendToBeABrowser(): void {
  const store = new Map<string, string>();
  const storage = {
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, value: string) => void store.set(key, value),
    removeItem: (key: string) => void store.delete(key),
  };
  const { host, origin, protocol } = new URL(PAGES);
  const ask = globalThis.fetch;
  Object.assign(globalThis, {
    localStorage: storage,
    sessionStorage: storage,
    location: { host, origin, protocol },
    // No network of this machine comes or goes while it measures.
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    // Only the page's code names no host.
    fetch: (path: string | URL, options: RequestInit) => {
      if (typeof path === 'string') asked++;
      return ask(new URL(path, PAGES), options);
    },
  });
}

// Whoever measures is gone, however he went: nobody is left to be anybody for.
process.on('disconnect', () => process.exit());

process.on('message', (task: Task) => {
  const done = (failure?: unknown) => say({ done: task.does, failure: failure ? String(failure) : '' });
  if (task.does === 'drive') drive().then(() => done(), done);
  if (task.does === 'sit') sitDown(task.count).then(() => done(), done);
  if (task.does === 'count') say({ done: 'count', sent, late, asked, failed });
});

function metres(from: readonly number[], to: readonly number[]): number {
  const north = ((to[1] ?? 0) - (from[1] ?? 0)) * METRES_PER_DEGREE;
  const east = ((to[0] ?? 0) - (from[0] ?? 0)) * METRES_PER_DEGREE * Math.cos(((from[1] ?? 0) * Math.PI) / 180);
  return Math.hypot(north, east);
}

function between(from: number | undefined, to: number | undefined, share: number): number {
  return (from ?? 0) + ((to ?? 0) - (from ?? 0)) * share;
}

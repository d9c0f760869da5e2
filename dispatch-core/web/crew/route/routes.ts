import { call, Refused } from '../../shared/api/client';
import type { CrewOrder, Route } from '../../shared/api/types';
import { legAhead } from '../order/lifecycle';
import { routesKey } from '../order/news';
import { changed, toldOrder, vault } from '../store';
import type { KeptRoute } from '../vault/vault';
import { hasAllTiles, keepTiles } from './tiles';

type Leg = 'SCENE' | 'HOSPITAL';

/** Off the route the server is asked at most this often: each answer costs a crew on one bar ten kilobytes. */
const ASK_AGAIN_MS = 30_000;

let running: Promise<void> | undefined;
let askedAt = 0;

/** Fetches both legs when they would be others than those that are kept. One fetching at a time. */
export function refreshRoutes(): Promise<void> {
  running ??= fetchRoutes(false).finally(() => (running = undefined));
  return running;
}

/** The crew is not where the route leads: from where it is now. */
export async function askFromHere(): Promise<void> {
  if (running || Date.now() - askedAt < ASK_AGAIN_MS) return;
  askedAt = Date.now();
  running = fetchRoutes(true).finally(() => (running = undefined));
  await running.catch(() => undefined);
}

async function fetchRoutes(anew: boolean): Promise<void> {
  const kept = await vault;
  const order = toldOrder.value;
  if (!order) return;
  const key = routesKey(order);
  const was = await kept.read('routes');
  const ahead = legAhead(order.assignment.status);
  if (was?.key === key && !anew) {
    if (!hasAllTiles()) void keepTiles();
    return;
  }
  const before = was?.assignmentId === order.assignment.id ? was : undefined;
  const [scene, hospital] = await Promise.all([
    ahead === 'SCENE' ? fetchLeg(order, 'SCENE') : (before?.SCENE ?? null),
    order.assignment.hospitalId ? fetchLeg(order, 'HOSPITAL') : null,
  ]);
  await kept.change('routes', () => ({ assignmentId: order.assignment.id, key, SCENE: scene, HOSPITAL: hospital }));
  await changed();
  void keepTiles();
}

/** Null when the server says that there is none; if nobody answers the old one stays, and it is asked for again. */
async function fetchLeg(order: CrewOrder, leg: Leg): Promise<KeptRoute | null> {
  const path = `/assignments/${encodeURIComponent(order.assignment.id)}/route?leg=${leg}`;
  const ask = (language: 'vi' | 'en') => call<Route>('GET', path, { headers: { 'Accept-Language': language } });
  try {
    const [vi, en] = await Promise.all([ask('vi'), ask('en')]);
    const texts = { vi: vi.steps.map((step) => step.text), en: en.steps.map((step) => step.text) };
    return { route: vi, texts, at: Date.now() };
  } catch (cause) {
    if (cause instanceof Refused && (cause.status === 409 || cause.status === 404)) return null;
    throw cause;
  }
}

import { call, Refused } from '../../shared/api/client';
import type { Assignment, CrewOrderAnswer, RoadClosureList } from '../../shared/api/types';
import { coalesced } from '../../shared/coalesce';
import { heardAt, type LiveEvent } from '../../shared/live';
import { placeLabel } from '../../shared/place';
import { session } from '../../shared/session';
import { refreshRoutes } from '../route/routes';
import { changed, crew, keptOrder, vault } from '../store';
import type { KeptOrder } from '../vault/vault';
import { asPressed } from './asPressed';
import { isOver } from './lifecycle';
import { type Notice, news } from './news';
import { tell } from './tell';

/** News that nobody dismissed is kept, but not for ever. */
const NOTICES_MAX = 30;
/** A press may be answered while the order is asked for; then the older answer is thrown away and asked for again. */
const ATTEMPTS = 3;

/** Asks what the order is now; many reasons at once ask once. */
export const refreshOrder = coalesced(async () => {
  try {
    await follow();
  } catch (cause) {
    // Out of coverage, or the session ended: what is kept stays, and the pill says how old it is.
    if (!(cause instanceof Refused)) throw cause;
  }
});

export function onLive(event: LiveEvent): void {
  if (event.type === 'position') return;
  if (event.type === 'road-closure' || event.type === 'resync') void refreshClosures().catch(() => undefined);
  refreshOrder();
}

/** Any answer will do; that the session has ended is one too. */
export async function isServerThere(): Promise<boolean> {
  try {
    await call('GET', '/session');
    return true;
  } catch (cause) {
    return cause instanceof Refused && cause.status !== 0;
  }
}

async function follow(): Promise<void> {
  if (!session.value) return;
  const kept = await vault;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const before = await kept.read('order');
    const answer = await call<CrewOrderAnswer>('GET', '/crew/order');
    heardAt.value = Date.now();
    const told = await verified(news(before?.answer, answer, Date.now()), before);
    const now: KeptOrder = { answer, at: Date.now(), stamp: (before?.stamp ?? 0) + 1 };
    const result = await kept.change('order', (was) => (was?.stamp === before?.stamp ? now : was));
    if (result !== now) continue;
    await remember(before, told);
    await changed();
    if (answer.order && !before?.answer.order) await refreshClosures().catch(() => undefined);
    await refreshRoutes();
    return;
  }
}

/** That an order is gone may mean that it was finished; only what was cancelled by others is news. */
async function verified(told: Notice[], before: KeptOrder | undefined): Promise<Notice[]> {
  const checked = await Promise.all(
    told.map(async (notice) => {
      if (notice.kind !== 'STOOD_DOWN') return notice;
      const was = before?.answer.order?.assignment;
      if (was && isOver(asPressed(was, await (await vault).items()).status)) return null;
      return (await isCancelled(notice.assignmentId)) ? notice : null;
    }),
  );
  return checked.filter((notice) => notice !== null);
}

async function isCancelled(assignmentId: string): Promise<boolean> {
  try {
    const assignment = await call<Assignment>('GET', `/assignments/${encodeURIComponent(assignmentId)}`);
    return assignment.status === 'CANCELLED';
  } catch (cause) {
    // No longer this crew's: to it that is the same. Nobody answering is another matter: then nothing is known yet.
    if (cause instanceof Refused && (cause.status === 403 || cause.status === 404)) return true;
    throw cause;
  }
}

/** Keeps what is new, and tells what no other tab has told. */
async function remember(before: KeptOrder | undefined, told: Notice[]): Promise<void> {
  const kept = await vault;
  const was = before?.answer.order;
  const isGone = was && was.assignment.id !== keptOrderId(await kept.read('order'));
  if (was && isGone) {
    const status = asPressed(was.assignment, await kept.items()).status;
    const cancelled = told.some((notice) => notice.kind === 'STOOD_DOWN');
    await kept.change('lastOrder', () => ({
      incidentNumber: was.incidentNumber,
      place: placeLabel(was.place),
      status: cancelled ? 'CANCELLED' : status,
      at: Date.now(),
    }));
  }
  let fresh: Notice[] = [];
  await kept.change('notices', (list = []) => {
    const known = new Set(list.map((notice) => notice.id));
    fresh = told.filter((notice) => !known.has(notice.id));
    return fresh.length === 0 ? list : [...list, ...fresh].slice(-NOTICES_MAX);
  });
  if (fresh.some((notice) => notice.route)) await refreshClosures().catch(() => undefined);
  const order = (await kept.read('order'))?.answer.order ?? null;
  for (const notice of fresh) tell(notice, order);
}

const keptOrderId = (order: KeptOrder | undefined) => order?.answer.order?.assignment.id;

/** Dismissed by the crew: it has been read. */
export async function dismiss(id: string): Promise<void> {
  await (await vault).change('notices', (list = []) => list.filter((notice) => notice.id !== id));
  await changed();
}

async function refreshClosures(): Promise<void> {
  const list = await call<RoadClosureList>('GET', '/road-closures');
  await (await vault).change('closures', () => list.roadClosures.filter((closure) => closure.inForce));
  await changed();
}

/** Who uses the tablet follows from who signed in; an ended session changes nothing but the token. */
export function keepCrew(): () => void {
  return session.subscribe((now) => {
    void (async () => {
      const kept = await vault;
      await kept.change('crew', (was) => {
        if (now?.unitId) return { unitId: now.unitId, user: now.user, token: now.token };
        return was && { ...was, token: null };
      });
      // Another crew took the tablet over: the order of the one before is not its business.
      const unitId = now?.unitId;
      if (unitId) await kept.change('order', (was) => (was && was.answer.unitId !== unitId ? undefined : was));
      await changed();
      heardAt.value = Math.max(heardAt.value, keptOrder.value?.at ?? 0);
      if (crew.value?.token) refreshOrder();
    })();
  });
}

/** The crew leaves the tablet. What it has not sent stays here until it signs in again. */
export async function leave(): Promise<void> {
  const kept = await vault;
  await kept.change('crew', () => undefined);
  await kept.change('order', () => undefined);
  await kept.change('routes', () => undefined);
  await kept.change('notices', () => undefined);
  await kept.change('lastOrder', () => undefined);
  await changed();
}

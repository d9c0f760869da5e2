import type { CrewOrder, CrewOrderAnswer, RouteNotice } from '../../shared/api/types';
import { legAhead } from './lifecycle';

/** What a crew must be told aloud, and see until it says that it has seen it. */
export interface Notice {
  /** The same news has the same id in every tab and after every reload, so that it is told once. */
  id: string;
  kind: 'ORDER' | 'STOOD_DOWN' | 'REROUTED' | 'CUT_OFF' | 'DIVERTED' | 'NO_HOSPITAL' | 'MOVED';
  assignmentId: string;
  incidentNumber: string;
  /** When it was learnt, in this machine's milliseconds. */
  at: number;
  /** For a route: what the server said of it, and whether it is the leg that is driven now or next. */
  route?: RouteNotice;
  ahead?: boolean;
  /** For a diversion: where to now. */
  hospital?: string;
}

/** What is new between two answers of the server. `now` only dates it. */
export function news(before: CrewOrderAnswer | undefined, after: CrewOrderAnswer, now: number): Notice[] {
  const was = before?.order ?? null;
  const is = after.order ?? null;
  const told: Notice[] = [];
  if (was && was.assignment.id !== is?.assignment.id) {
    // Only a guess: it may have ended as it should. Whoever tells it asks the server first.
    told.push(notice('STOOD_DOWN', was, now, was.assignment.id));
  }
  if (is && was?.assignment.id !== is.assignment.id) {
    told.push(notice('ORDER', is, now, is.assignment.id));
  }
  if (is && was?.assignment.id === is.assignment.id) {
    told.push(...changes(was, is, now));
  }
  return told;
}

function changes(was: CrewOrder, is: CrewOrder, now: number): Notice[] {
  const told: Notice[] = [];
  const leg = legAhead(is.assignment.status);
  if (leg === 'SCENE' && placeKey(was) !== placeKey(is) && is.place.located) {
    told.push(notice('MOVED', is, now, `${is.assignment.id} ${placeKey(is)}`));
  }
  const hospital = is.assignment.hospitalId;
  if (leg && hospital && was.assignment.hospitalId !== hospital) {
    // May come back to a hospital that it had before, and must be told that too.
    const id = `${is.assignment.id} ${was.assignment.hospitalId ?? ''} ${hospital} ${now}`;
    told.push({ ...notice('DIVERTED', is, now, id), hospital: is.assignment.hospitalName ?? hospital });
  }
  if (is.assignment.needsDestination && !was.assignment.needsDestination) {
    told.push(notice('NO_HOSPITAL', is, now, `${is.assignment.id} ${now}`));
  }
  const known = new Set((was.assignment.routes ?? []).map(routeKey));
  for (const route of is.assignment.routes ?? []) {
    if (known.has(routeKey(route))) continue;
    const kind = route.cutOff ? 'CUT_OFF' : 'REROUTED';
    told.push({ ...notice(kind, is, now, `${is.assignment.id} ${routeKey(route)}`), route, ahead: route.leg === leg });
  }
  return told;
}

function notice(kind: Notice['kind'], order: CrewOrder, at: number, id: string): Notice {
  return { id: `${kind} ${id}`, kind, assignmentId: order.assignment.id, incidentNumber: order.incidentNumber, at };
}

function placeKey(order: CrewOrder): string {
  const at = order.place.located;
  return at ? `${at.lat},${at.lon}` : '';
}

export function routeKey(route: RouteNotice): string {
  return `${route.leg} ${route.roadsVersion} ${route.at}`;
}

/** What the routes of an order depend on: when it changes, they are asked for anew. */
export function routesKey(order: CrewOrder): string {
  const told = (order.assignment.routes ?? []).map(routeKey).sort().join(';');
  return [order.assignment.id, placeKey(order), order.assignment.hospitalId ?? '', told].join('|');
}

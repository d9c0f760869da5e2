import type { CrewOrder, RoadClosure, RouteNotice } from '../../shared/api/types';
import { kilometres, kmPost, minutes } from '../../shared/format';
import { t, word } from '../../shared/i18n';
import { placeLabel } from '../../shared/place';
import type { Notice } from './news';

const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Ho_Chi_Minh', hourCycle: 'h23' });

/** 15:40, as it is said. */
export const hourMinute = (ms: number) => CLOCK.format(new Date(ms));

/** A piece of news as one or two sentences that are short enough to be heard over an engine. */
export function noticeWords(notice: Notice, order: CrewOrder | null, closures: readonly RoadClosure[]): string {
  switch (notice.kind) {
    case 'ORDER':
      return order ? orderWords(order) : t('crew.say.order.short');
    case 'STOOD_DOWN':
      return t('crew.say.stoodDown', { number: notice.incidentNumber });
    case 'REROUTED':
    case 'CUT_OFF':
      return notice.route ? routeWords(notice.route, notice.ahead !== false, closures) : '';
    case 'DIVERTED':
      return t('crew.say.diverted', { hospital: notice.hospital ?? '' });
    case 'NO_HOSPITAL':
      return t('crew.say.noHospital');
    case 'MOVED':
      return t('crew.say.moved', { place: order ? placeLabel(order.place) : '' });
  }
}

function orderWords(order: CrewOrder): string {
  const hurt = order.injured ?? 0;
  return t(hurt > 0 ? 'crew.say.order.hurt' : 'crew.say.order', {
    kind: word('kind', order.kind),
    place: placeLabel(order.place),
    n: hurt,
  });
}

/** Of the leg after this one nobody can say yet when it ends, but how long it takes. */
function routeWords(route: RouteNotice, ahead: boolean, closures: readonly RoadClosure[]): string {
  const why = whyWords(route, closures);
  if (route.cutOff) {
    return t(`crew.say.cutOff.${route.leg}`, {
      why,
      minutes: minutes(route.cutOff.driveS),
      km: kilometres(route.cutOff.walkM),
    });
  }
  if (!ahead) return t('crew.say.rerouted.after', { why, n: minutes(route.nowS ?? 0) });
  const time = hourMinute(Date.parse(route.at) + (route.nowS ?? 0) * 1000);
  return t(`crew.say.rerouted.${route.leg}`, { why, time });
}

/** Why the way is another: the road closure in words, if the tablet knows it, else as the server put it. */
function whyWords(route: RouteNotice, closures: readonly RoadClosure[]): string {
  const closed = closures.find((closure) => route.closed.includes(closure.id));
  if (closed?.road && closed.fromKm !== null && closed.fromKm !== undefined) {
    const known = /^(sạt lở|ngập|lở|tắc|lũ)/i.test(closed.reason);
    return t(known ? 'crew.say.closed.by' : 'crew.say.closed', {
      road: closed.road,
      post: kmPost(closed.fromKm),
      reason: known ? closed.reason.charAt(0).toLowerCase() + closed.reason.slice(1) : closed.reason,
    });
  }
  const opened = route.closed.length === 0 && route.opened.length > 0;
  if (!route.why) return t(opened ? 'crew.say.opened.unknown' : 'crew.say.closed.unknown');
  return t(opened ? 'crew.say.opened' : 'crew.say.closed.why', { why: route.why });
}

import { describe, expect, test } from 'vitest';
import { news, routesKey } from '../../crew/order/news';
import { noticeWords } from '../../crew/order/words';
import { spoken } from '../../crew/voice/roads';
import { language } from '../../shared/i18n';
import type { CrewOrder, CrewOrderAnswer, RoadClosure, RouteNotice } from '../../shared/api/types';

const NOW = Date.parse('2026-11-25T08:00:00Z');

const rerouted: RouteNotice = {
  leg: 'SCENE',
  at: '2026-11-25T08:00:00Z',
  roadsVersion: 7,
  beforeS: 1200,
  nowS: 2400,
  cutOff: null,
  closed: ['c1'],
  opened: [],
  why: 'QL4D Km25+300: sạt lở',
};

function order(change: Partial<CrewOrder['assignment']> = {}, id = 'a1'): CrewOrder {
  return {
    assignment: {
      id,
      unitId: 'LC-01',
      callSign: 'Lai Châu 1',
      hospitalId: 'BV01',
      hospitalName: 'Bệnh viện Đa khoa tỉnh',
      status: 'EN_ROUTE',
      milestones: {},
      hold: null,
      preArrival: null,
      etaS: 600,
      routes: [],
      ...change,
    },
    incidentId: 'i1',
    incidentNumber: '2026-000001',
    kind: 'TRAFFIC_COLLISION',
    priority: 'P1',
    place: { told: [], flags: [], located: { lat: 22.3, lon: 103.4, label: 'QL4D Km25+300', roadKm: { road: 'QL4D', km: 25.3 } } },
    injured: 2,
    patients: [],
    needs: { capabilities: [], services: [] },
  };
}

const answer = (of: CrewOrder | null): CrewOrderAnswer => ({ unitId: 'LC-01', order: of });
const kinds = (was: CrewOrder | null, is: CrewOrder | null) => news(answer(was), answer(is), NOW).map((one) => one.kind);

describe('what is new', () => {
  test('an order', () => {
    expect(kinds(null, order())).toEqual(['ORDER']);
    expect(news(undefined, answer(order()), NOW).map((one) => one.kind)).toEqual(['ORDER']);
  });

  test('an order that came with a changed route is one piece of news', () => {
    expect(kinds(null, order({ routes: [rerouted] }))).toEqual(['ORDER']);
  });

  test('nothing, when nothing changed', () => {
    expect(kinds(order({ routes: [rerouted] }), order({ routes: [rerouted] }))).toEqual([]);
    expect(kinds(null, null)).toEqual([]);
  });

  test('an order that is gone', () => {
    expect(kinds(order(), null)).toEqual(['STOOD_DOWN']);
    expect(kinds(order(), order({}, 'a2'))).toEqual(['STOOD_DOWN', 'ORDER']);
  });

  test('a new route, once', () => {
    expect(kinds(order(), order({ routes: [rerouted] }))).toEqual(['REROUTED']);
    const cut = { ...rerouted, roadsVersion: 8, nowS: null, cutOff: { lat: 22, lon: 103, driveS: 600, walkM: 2400, walkS: 3000 } };
    expect(kinds(order({ routes: [rerouted] }), order({ routes: [cut] }))).toEqual(['CUT_OFF']);
  });

  test('another hospital, and back to the first', () => {
    const other = order({ hospitalId: 'BV02', hospitalName: 'Trung tâm Y tế' });
    expect(kinds(order(), other)).toEqual(['DIVERTED']);
    expect(kinds(other, order())).toEqual(['DIVERTED']);
    const there = news(answer(order()), answer(other), NOW)[0]?.id;
    expect(news(answer(order()), answer(other), NOW + 1)[0]?.id).not.toBe(there);
  });

  test('a hospital that declines', () => {
    expect(kinds(order(), order({ hospitalId: null, hospitalName: null, needsDestination: true }))).toEqual(['NO_HOSPITAL']);
  });

  test('a scene that is elsewhere; once it is reached, nothing', () => {
    const moved = order();
    moved.place = { ...moved.place, located: { lat: 22.4, lon: 103.4, label: 'QL4D Km30+000' } };
    expect(kinds(order(), moved)).toEqual(['MOVED']);
    const there = { ...moved, assignment: { ...moved.assignment, status: 'AT_PATIENT' as const } };
    expect(kinds(order(), there)).toEqual([]);
  });

  test('asks for new routes just when the route is another', () => {
    expect(routesKey(order())).toBe(routesKey(order({ etaS: 1 })));
    expect(routesKey(order())).not.toBe(routesKey(order({ routes: [rerouted] })));
    expect(routesKey(order())).not.toBe(routesKey(order({ hospitalId: 'BV02' })));
  });
});

describe('what is said', () => {
  const landslide = { id: 'c1', label: 'QL4D Km25+300', road: 'QL4D', fromKm: 25.3, reason: 'Sạt lở' } as RoadClosure;
  const [told] = news(answer(order()), answer(order({ routes: [rerouted] })), NOW);

  test('of a landslide: where, what, and when one arrives now', () => {
    language.value = 'vi';
    const sentence = told ? noticeWords(told, order(), [landslide]) : '';
    expect(sentence).toBe('Đường QL4D bị sạt lở tại Km25+300. Đường mới đã có, đến hiện trường lúc 15:40.');
    expect(spoken(sentence, 'vi')).toBe(
      'Đường quốc lộ 4 D bị sạt lở tại ki lô mét 25 cộng 300. Đường mới đã có, đến hiện trường lúc 15:40.',
    );
  });

  test('of a road closure that the tablet does not know: as the server put it', () => {
    language.value = 'vi';
    expect(told && noticeWords(told, order(), [])).toContain('QL4D Km25+300: sạt lở');
  });

  test('in English too', () => {
    language.value = 'en';
    expect(told && noticeWords(told, order(), [landslide])).toBe('QL4D at Km25+300: sạt lở. There is a new route, at the scene at 15:40.');
    language.value = 'vi';
  });

  test.each([
    ['Rẽ phải vào QL.4D', 'Rẽ phải vào quốc lộ 4 D'],
    ['ĐT127 Km3+000', 'tỉnh lộ 127 ki lô mét 3'],
    ['Đi thẳng', 'Đi thẳng'],
  ])('%s is spoken %s', (written, said) => {
    expect(spoken(written, 'vi')).toBe(said);
  });
});

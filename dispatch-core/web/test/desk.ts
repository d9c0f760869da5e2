import type { Assignment, Hospital, IncidentSummary, RoadClosure, Unit } from '../shared/api/types';
import type { World } from '../console/command/world';

/** A small desk to read lines against: two incidents, three units, two hospitals. */

export const NOON = new Date('2026-11-25T05:00:00Z'); // 12:00 in the province

export function assignment(part: Partial<Assignment> & { id: string; unitId: string }): Assignment {
  return {
    callSign: part.unitId,
    hospitalId: 'BV01',
    hospitalName: 'Bệnh viện Đa khoa tỉnh Lai Châu',
    status: 'EN_ROUTE',
    next: ['ON_SCENE', 'CANCELLED'],
    milestones: {},
    hold: null,
    preArrival: null,
    etaS: 600,
    ...part,
  } as Assignment;
}

export function incident(number: number, part: Partial<IncidentSummary> = {}): IncidentSummary {
  const padded = String(number).padStart(6, '0');
  return {
    id: `id-${number}`,
    number: `2026-${padded}`,
    status: 'OPEN',
    version: 1,
    openedAt: '2026-11-25T04:50:00Z',
    acknowledged: { at: '2026-11-25T04:51:00Z', by: 'operator' },
    kind: 'TRAFFIC_COLLISION',
    priority: 'P2',
    place: {
      told: [],
      located: { lat: 22.4, lon: 103.4, label: 'QL4D Km25+300', roadKm: { road: 'QL4D', km: 25.3 } },
      flags: [],
    },
    patients: [],
    injured: 1,
    dead: 0,
    trapped: 0,
    needs: { capabilities: [], services: [], bed: 'TRAUMA' },
    possibleDuplicates: [],
    assignments: [],
    ...part,
  } as IncidentSummary;
}

export function unit(id: string, callSign: string, part: Partial<Unit> = {}): Unit {
  return {
    id,
    callSign,
    status: 'AVAILABLE',
    onDuty: true,
    capabilities: ['BLS'],
    vehicleClass: 'AMBULANCE',
    position: null,
    assignmentId: null,
    ...part,
  } as Unit;
}

export function hospital(id: string, name: string, part: Partial<Hospital> = {}): Hospital {
  return {
    id,
    name,
    lat: 22.4,
    lon: 103.4,
    beds: { ICU: { available: 3, held: 1, free: 2 }, TRAUMA: { available: 5, held: 0, free: 5 } },
    services: {},
    emsTraffic: 'NORMAL',
    capacity: { reportedAt: null, by: null, ageS: null, confidence: 'UNKNOWN' },
    ...part,
  } as Hospital;
}

export function roadClosure(part: Partial<RoadClosure>): RoadClosure {
  return {
    id: 'rc',
    label: 'QL4D Km25+300 – QL4D Km26+000',
    road: 'QL4D',
    fromKm: 25.3,
    toKm: 26,
    reason: 'sạt lở',
    effect: 'CLOSED',
    passableFor: [],
    inForce: true,
    from: '2026-11-25T04:00:00Z',
    until: null,
    ...part,
  } as RoadClosure;
}

export function world(part: Partial<World> = {}): World {
  return {
    now: NOON,
    selectedId: 'id-12',
    incidents: [
      incident(12),
      incident(15, { assignments: [assignment({ id: 'a-1', unitId: 'LC-09', callSign: 'Nậm Tăm 1' })] }),
    ],
    ended: [incident(9, { status: 'CLOSED' }), incident(8, { status: 'MERGED' })],
    units: [
      unit('LC-07', 'Mường Tè 2'),
      unit('LC-08', 'Nậm Nhùn 1', { onDuty: false, status: 'OUT_OF_SERVICE' }),
      unit('LC-09', 'Nậm Tăm 1', { status: 'EN_ROUTE', assignmentId: 'a-1' }),
    ],
    hospitals: [hospital('BV01', 'Bệnh viện Đa khoa tỉnh Lai Châu'), hospital('TTYT03', 'Trung tâm Y tế Nậm Tăm')],
    closures: [roadClosure({})],
    ...part,
  };
}

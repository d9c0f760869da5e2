import type { AlertRequest, Assignment, AssignmentStatus, Hospital, RoadClosureRequest } from '../../shared/api/types';
import { type CapacityReport, crew, desk, type Desk, type Receipt, type RoadKm, type TriageCategory, ward } from './api';

/** An emergency of a believable evening, and how far its first unit has come. */
interface Case {
  name: string;
  roadKm?: RoadKm;
  alert: Partial<AlertRequest>;
  triage?: TriageCategory[];
  /** The status that the crew has pressed; nobody is sent when it is missing. */
  until?: AssignmentStatus;
  answer?: { answer: 'ACCEPT' | 'ACCEPT_IF' | 'DECLINE'; reason?: string };
}

/** Along roads that exist, far apart; together they show every colour, every state and every kind of place. */
const CASES: readonly Case[] = [
  {
    name: 'collision',
    roadKm: { road: 'QL4D', km: 76.65 },
    alert: {
      kind: 'TRAFFIC_COLLISION',
      injured: 3,
      trapped: 1,
      description: 'Xe khách va chạm xe tải ở khúc cua, một người kẹt trong ca-bin, một người chảy máu nhiều ở chân.',
      reporterPhone: '0912 345 678',
    },
    triage: ['RED', 'YELLOW', 'GREEN'],
    until: 'EN_ROUTE',
    answer: { answer: 'ACCEPT' },
  },
  {
    name: 'birth',
    roadKm: { road: 'QL12', km: 32.4 },
    alert: { kind: 'OBSTETRIC', injured: 1, description: 'Sản phụ 38 tuần, đau bụng từ sáng, vỡ ối cách đây 20 phút.' },
    triage: ['YELLOW'],
    until: 'LEFT_SCENE',
    answer: { answer: 'ACCEPT_IF', reason: 'gọi trước 10 phút để mở phòng đẻ' },
  },
  {
    name: 'fall',
    roadKm: { road: 'QL32', km: 372.1 },
    alert: { kind: 'FALL', injured: 1, description: 'Thợ xây ngã giàn giáo tầng hai, đau lưng, còn tỉnh.' },
    triage: ['YELLOW'],
    until: 'NOTIFIED',
  },
  {
    name: 'declined',
    roadKm: { road: 'QL279', km: 170.3 },
    alert: { kind: 'TRAFFIC_COLLISION', injured: 1, description: 'Xe máy tự ngã xuống taluy, chấn thương đầu, gọi hỏi chậm.' },
    triage: ['RED'],
    until: 'AT_PATIENT',
    answer: { answer: 'DECLINE', reason: 'hết phòng mổ' },
  },
  {
    name: 'waiting',
    roadKm: { road: 'QL4D', km: 58.2 },
    alert: { kind: 'TRAFFIC_COLLISION', injured: 2, description: 'Hai xe máy đâm nhau ở ngã ba, một người gãy chân, một người choáng.' },
    triage: ['RED', 'GREEN'],
  },
  {
    name: 'slope',
    roadKm: { road: 'ĐT127', km: 72.55 },
    alert: { kind: 'LANDSLIDE', trapped: 2, description: 'Sạt taluy dương vùi lán công nhân, hai người chưa ra được.' },
  },
  {
    name: 'chest pain',
    roadKm: { road: 'ĐT133', km: 50.05 },
    alert: { kind: 'MEDICAL', injured: 1, description: 'Ông 62 tuổi đau ngực, vã mồ hôi, khó thở.' },
    triage: ['RED'],
  },
  {
    name: 'somewhere',
    alert: { kind: 'POISONING', injured: 4, placeText: 'bản Nậm Sập, nhà trưởng bản', description: 'Ăn nấm rừng, bốn người nôn, một trẻ em lơ mơ.' },
  },
  {
    name: 'twice?',
    roadKm: { road: 'QL4D', km: 76.95 },
    alert: { kind: 'OTHER', source: 'APP', description: 'thấy xe đổ bên đường gần cầu' },
  },
  {
    name: 'fire',
    roadKm: { road: 'ĐT132', km: 25.5 },
    alert: { kind: 'FIRE', injured: 1, description: 'Cháy bếp, một người bỏng tay.' },
    triage: ['GREEN'],
  },
];

const ROAD_CLOSURES: readonly RoadClosureRequest[] = [
  { road: 'ĐT127', fromKm: 72.5, toKm: 72.7, reason: 'sạt lở taluy dương, đất đá tràn kín mặt đường' },
  { road: 'QL32', fromKm: 352.2, toKm: 352.4, reason: 'ngập 40 cm', effect: 'CLOSED', passableFor: ['FOUR_BY_FOUR'] },
  { road: 'QL12', fromKm: 61, toKm: 61.3, reason: 'sụt lún nửa đường', effect: 'ONE_LANE', delayS: 300 },
];

const WARDS: Record<string, CapacityReport> = {
  BV01: { beds: { EMERGENCY: { available: 5 }, TRAUMA: { available: 2 }, ICU: { available: 3 }, SURGERY: { available: 4 } } },
  TTYT04: { beds: { EMERGENCY: { available: 2 }, ICU: { available: 0 } }, emsTraffic: 'ADVISORY', note: 'máy thở hỏng, chờ sửa' },
  TTYT05: { beds: { EMERGENCY: { available: 0 }, ICU: { available: 0 } }, emsTraffic: 'CLOSED', note: 'mất điện' },
};

/** A busy evening as it is on the server now. */
export class Shift {
  private readonly incidents = new Map<string, string>();
  private readonly assignments = new Map<string, Assignment>();
  private readonly receipts = new Map<string, Receipt>();
  private readonly roadClosures: string[] = [];
  private before: Hospital[] = [];

  private constructor(private readonly operator: Desk) {}

  /** @param pauseMs between two alerts, for clocks that say something */
  static async begin(pauseMs = 0): Promise<Shift> {
    const shift = new Shift(desk());
    await shift.fill(pauseMs);
    return shift;
  }

  incident(name: string): string {
    return known(this.incidents, name);
  }

  assignment(name: string): Assignment {
    return known(this.assignments, name);
  }

  /** What whoever reported it was told. */
  receipt(name: string): Receipt {
    return known(this.receipts, name);
  }

  /** The units are free and at their stations, the roads open and the beds as they were. */
  async end(): Promise<void> {
    for (const id of this.roadClosures) await this.operator.opensRoad(id);
    for (const id of this.incidents.values()) await this.operator.clears(id);
    const sent = new Set([...this.assignments.values()].map(({ unitId }) => unitId));
    for (const { id, station } of await this.operator.units()) {
      if (station && sent.has(id)) await crew(id).isAt(station.lat, station.lon);
    }
    for (const { id, beds, emsTraffic, note } of this.before) {
      if (!(id in WARDS)) continue;
      const available = Object.fromEntries(Object.entries(beds).map(([kind, bed]) => [kind, { available: bed.available }]));
      await ward(id).has({ beds: available, emsTraffic, note: note ?? null });
    }
  }

  private async fill(pauseMs: number): Promise<void> {
    this.before = await this.operator.hospitals();
    for (const [id, report] of Object.entries(WARDS)) await ward(id).has(report);
    for (const each of CASES) {
      await this.take(each);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
    for (const each of ROAD_CLOSURES) this.roadClosures.push((await this.operator.closesRoad(each)).id);
  }

  private async take(each: Case): Promise<void> {
    const source = each.alert.source ?? 'PHONE';
    const receipt: Receipt = await this.operator.reports({ ...each.alert, source, roadKm: each.roadKm });
    const id = receipt.incidentId;
    this.incidents.set(each.name, id);
    this.receipts.set(each.name, receipt);
    if (each.triage) await this.operator.triages(id, ...each.triage);
    if (!each.until) return;
    const assignment = await this.operator.sends(id);
    this.assignments.set(each.name, assignment);
    const tablet = crew(assignment.unitId);
    if (each.until !== 'NOTIFIED') await tablet.goesOnTo(assignment.id, each.until);
    await this.drive(assignment, each.until);
    if (each.answer && assignment.hospitalId) {
      await ward(assignment.hospitalId).answers(assignment.id, each.answer.answer, each.answer.reason);
    }
  }

  /** Where a unit that has come that far would be: part of the way along its route. */
  private async drive(assignment: Assignment, until: AssignmentStatus): Promise<void> {
    const leg = until === 'LEFT_SCENE' ? 'HOSPITAL' : 'SCENE';
    if (leg === 'HOSPITAL' && !assignment.hospitalId) return;
    const route = await this.operator.get<{ geometry: { coordinates: number[][] } }>(`/assignments/${assignment.id}/route?leg=${leg}`);
    const line = route.geometry.coordinates;
    const share = { NOTIFIED: 0, EN_ROUTE: 0.4, AT_PATIENT: 1, LEFT_SCENE: 0.5 }[until as string] ?? 0;
    const [lon, lat] = line[Math.min(line.length - 1, Math.floor(share * line.length))] ?? [];
    if (lat !== undefined && lon !== undefined) await crew(assignment.unitId).isAt(lat, lon);
  }
}

function known<T>(map: Map<string, T>, name: string): T {
  const found = map.get(name);
  if (found === undefined) throw new Error(`nothing is called ${name} here`);
  return found;
}

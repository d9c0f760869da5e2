import type { Assignment } from '../shared/api/types';
import { crew, type Desk, desk, Refused, ward } from '../e2e/support/api';
import { Places } from '../e2e/support/places';

/** A day of a province in a bad week (assumed): more than its 115 centre has ever had, so that no real day is worse. */
export const INCIDENTS_A_DAY = 300;
/** Beside each incident a report of beds, and at every seventh a road closure. */
const REPORTS_PER_INCIDENT = 1;
const ROAD_CLOSURES_PER_INCIDENT = 1 / 7;

/** So many at a time: a whole life takes the server a second, the units must not run out. */
const SIDE_BY_SIDE = 6;

/** Everything of a day, one after the other as fast as it must go to be over in time; tells how many events that were. */
export async function liveThroughADay(minutes: number, incidents: number, places: Places): Promise<number> {
  const operator = await desk();
  const endsAt = performance.now() + minutes * 60_000;
  let events = 0;
  await Promise.all([
    spread(endsAt, incidents, SIDE_BY_SIDE, async () => {
      events += await wholeLife(operator, places);
    }),
    spread(endsAt, incidents * REPORTS_PER_INCIDENT, 1, async (number) => {
      events += await report(operator, number);
    }),
    spread(endsAt, incidents * ROAD_CLOSURES_PER_INCIDENT, 1, async (number) => {
      events += await landslide(operator, number);
    }),
  ]);
  return events;
}

/** So many tasks, evenly until then, so many at the same time at the most. */
async function spread(endsAt: number, count: number, sideBySide: number, task: (number: number) => Promise<void>): Promise<void> {
  const startsAt = performance.now();
  let next = 0;
  const hand = async () => {
    while (next < count) {
      const number = next++;
      const due = startsAt + ((endsAt - startsAt) * number) / count;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
      await task(number);
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, hand));
}

async function wholeLife(operator: Desk, places: Places): Promise<number> {
  const place = await places.take();
  const { incidentId } = await operator.hears(place, { injured: 1, description: 'một người bị thương ở chân' });
  let events = 1;
  try {
    await operator.triages(incidentId, 'YELLOW');
    const assignment = await sendSomebody(operator, incidentId);
    events += 2;
    const tablet = await crew(assignment.unitId);
    await tablet.goesOnTo(assignment.id, 'EN_ROUTE');
    if (assignment.hospitalId) {
      await (await ward(assignment.hospitalId)).answers(assignment.id, 'ACCEPT');
      events += 1;
    }
    await tablet.finishes(assignment.id);
    events += 8;
  } finally {
    await operator.clears(incidentId);
    places.giveBack(place);
  }
  return events + 1;
}

/** Another desk may be faster: then whoever is best now, as an operator does. */
async function sendSomebody(operator: Desk, incidentId: string): Promise<Assignment> {
  for (let time = 0; ; time++) {
    try {
      return await operator.sends(incidentId);
    } catch (refusal) {
      if (!(refusal instanceof Refused) || refusal.status !== 409 || time === 9) throw refusal;
    }
  }
}

async function report(operator: Desk, number: number): Promise<number> {
  const hospitals = await operator.hospitals();
  const { id } = hospitals[number % hospitals.length] ?? { id: '' };
  await (await ward(id)).has({ beds: { EMERGENCY: { available: 3 + (number % 5) } } });
  return 1;
}

async function landslide(operator: Desk, number: number): Promise<number> {
  const fromKm = 5 + (number % 40) * 2;
  const { id } = await operator.closesRoad({ road: 'ĐT133', fromKm, toKm: fromKm + 0.1, reason: 'sạt lở' });
  await operator.opensRoad(id);
  return 2;
}

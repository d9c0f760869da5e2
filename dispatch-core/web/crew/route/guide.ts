import type { Drive } from '../../shared/api/types';
import { lengthOf, type Line, lineOf, type OnLine, type Point, project } from './line';

/** A position farther from the road than this, its own error aside, is not on the route. */
const OFF_ROUTE_M = 80;
/** Near its start a route is far from whoever still stands in a yard or a side street that the map does not have. */
const START_M = 30;
const YARD_M = 400;
/** Behind the crew by this much a manoeuvre is done. */
const PASSED_M = 15;

/** A route made ready to be followed. */
export interface Guide {
  line: Line;
  lengthM: number;
  timeS: number;
  steps: GuideStep[];
}

interface GuideStep {
  /** Where on the line it is done. */
  alongM: number;
  distanceM: number;
  timeS: number;
}

/** Where the crew is on its route. */
export interface Progress {
  on: OnLine;
  isOff: boolean;
  /** The manoeuvre that comes next: its number among the steps, and how far it is. */
  next: number;
  toNextM: number;
  leftM: number;
  leftS: number;
}

export function guideOf(drive: Pick<Drive, 'geometry' | 'steps' | 'timeS'>): Guide {
  const line = lineOf(drive.geometry.coordinates);
  let from = 0;
  const steps = drive.steps.map((step) => {
    from = project(line, step, from)?.alongM ?? from;
    return { alongM: from, distanceM: step.distanceM, timeS: step.timeS };
  });
  const last = steps.at(-1);
  const lengthM = lengthOf(line);
  // The arrival is the end of the line, whichever piece of the road is nearest to where it is drawn.
  if (last) last.alongM = lengthM;
  return { line, lengthM, timeS: drive.timeS, steps };
}

/**
 * Where a position is on the route. Looked for from where the crew was before, so that a hairpin below is not taken for
 * the road above; when it is not found there, anywhere.
 */
export function progress(guide: Guide, place: Point, accuracyM: number, beforeM: number): Progress | null {
  const limit = OFF_ROUTE_M + Math.min(accuracyM, OFF_ROUTE_M);
  const ahead = project(guide.line, place, Math.max(0, beforeM - BACK_M));
  const on = ahead && ahead.offM <= limit ? ahead : project(guide.line, place);
  if (!on) return null;
  const next = guide.steps.findIndex((step) => step.alongM > on.alongM + PASSED_M);
  const at = next < 0 ? Math.max(0, guide.steps.length - 1) : next;
  return {
    on,
    isOff: on.offM > (on.alongM < START_M ? YARD_M : limit),
    next: at,
    toNextM: Math.max(0, (guide.steps[at]?.alongM ?? guide.lengthM) - on.alongM),
    leftM: Math.max(0, guide.lengthM - on.alongM),
    leftS: leftS(guide, on.alongM),
  };
}

/** How far back a position may fall by its own error without having turned round. */
const BACK_M = 100;

/** The time that is left: of the piece being driven its share, of the pieces after it all. */
function leftS(guide: Guide, alongM: number): number {
  let left = 0;
  guide.steps.forEach((step, i) => {
    const end = guide.steps[i + 1]?.alongM ?? guide.lengthM;
    const length = end - step.alongM;
    const share = length > 0 ? Math.min(1, Math.max(0, (end - alongM) / length)) : 0;
    left += step.timeS * share;
  });
  // Routes without steps, such as an estimate, still have a length and a time.
  if (left === 0 && guide.lengthM > 0) left = guide.timeS * ((guide.lengthM - alongM) / guide.lengthM);
  return Math.max(0, left);
}

/** From these distances a manoeuvre is told: once to get ready, once to do it. */
const TELL_AT_M = [500, 100] as const;

/** Which telling of a manoeuvre is due, as a mark that is the same until the next one is; empty while it is far. */
export function tellingDue(at: Progress): string {
  const due = TELL_AT_M.filter((metres) => at.toNextM <= metres).at(-1);
  return due === undefined ? '' : `${at.next} ${due}`;
}

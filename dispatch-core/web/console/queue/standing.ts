import { ageLevel, type AgeLevel } from '../../shared/age';
import type { Assignment, IncidentSummary } from '../../shared/api/types';
import type { Key } from '../../shared/i18n';
import { activeOf, isUnassigned } from '../state/incidents';

/** How an incident stands, as one word of its row: what is wrong comes before what goes on. */
export interface Standing {
  says: Key | null;
  /** Whose status it is; none while nobody is sent. */
  of: Assignment | null;
  level: AgeLevel;
  /** Units besides that one. */
  more: number;
}

const CREW_SILENT_S = 60;

export function standing(it: IncidentSummary, openForS: number, sinceS: (instant: string) => number): Standing {
  const active = activeOf(it);
  if (isUnassigned(it)) return { says: 'desk.row.unassigned', of: null, level: ageLevel(openForS, true), more: 0 };
  const one = (of: Assignment, says: Key | null, level: AgeLevel): Standing => ({ says, of, level, more: active.length - 1 });
  const trouble = active
    .flatMap((of) => {
      const wrong = troubleOf(it, of, sinceS);
      return wrong ? [{ of, ...wrong }] : [];
    })
    .sort((a, b) => Number(b.level === 'red') - Number(a.level === 'red'))[0];
  if (trouble) return one(trouble.of, trouble.says, trouble.level);
  const first = active[0] ?? it.assignments.filter((each) => each.status !== 'CANCELLED').at(-1);
  return first ? { ...one(first, null, 'calm'), more: Math.max(0, active.length - 1) } : { says: null, of: null, level: 'calm', more: 0 };
}

function troubleOf(
  it: IncidentSummary,
  of: Assignment,
  sinceS: (instant: string) => number,
): { says: Key; level: AgeLevel } | null {
  if (of.cutOff) return { says: 'desk.row.cutOff', level: 'red' };
  if (of.needsDestination && of.preArrival?.answer === 'DECLINE') return { says: 'desk.row.declined', level: 'red' };
  if (of.destinationAsked) return { says: 'desk.row.destinationAsked', level: 'amber' };
  if (of.status === 'NOTIFIED' && of.milestones.notified && sinceS(of.milestones.notified) >= CREW_SILENT_S) {
    return { says: 'desk.row.notAcknowledged', level: 'amber' };
  }
  return of.needsDestination && it.needs.bed ? { says: 'desk.row.noHospital', level: 'amber' } : null;
}

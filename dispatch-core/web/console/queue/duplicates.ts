import type { IncidentSummary } from '../../shared/api/types';
import { activeOf } from '../state/incidents';

/**
 * Of two that are one, which goes on: the one that units are out for, else the older. (The server refuses to merge away an
 * incident with a unit on its way.)
 */
export function mergeOrder(
  one: IncidentSummary,
  other: IncidentSummary,
): { from: IncidentSummary; into: IncidentSummary } {
  const out = (it: IncidentSummary) => activeOf(it).length > 0;
  const older = Date.parse(one.openedAt) <= Date.parse(other.openedAt) ? one : other;
  const into = out(one) === out(other) ? older : out(one) ? one : other;
  return { into, from: into === one ? other : one };
}

/** The nearest suggestion that is still open; the other side of a suggestion counts as well. */
export function suggested(it: IncidentSummary, open: readonly IncidentSummary[]): IncidentSummary | undefined {
  const near = [...it.possibleDuplicates].sort((a, b) => a.distanceM - b.distanceM);
  const told = near.flatMap(({ incidentId }) => open.find((one) => one.id === incidentId) ?? []);
  return told[0] ?? open.find((one) => one.possibleDuplicates.some(({ incidentId }) => incidentId === it.id));
}

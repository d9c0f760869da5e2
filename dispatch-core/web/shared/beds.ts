import type { Assignment } from './api/types';
import { word } from './i18n';

/** The beds of a hold as they are spoken: "trauma", or for several on board "trauma, emergency ×2". */
export function bedWords({ kind, besides }: NonNullable<Assignment['hold']>): string {
  const counts = new Map<string, number>([[kind, 1]]);
  for (const [other, count] of Object.entries(besides ?? {})) counts.set(other, (counts.get(other) ?? 0) + count);
  return [...counts].map(([each, count]) => word('bed', each) + (count > 1 ? ` ×${count}` : '')).join(', ');
}

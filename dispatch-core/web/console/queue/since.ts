import { clock } from '../../shared/format';

/** "0:45", "12:03"; from an hour on "1h05": then nobody counts seconds any more. */
export function sinceWords(seconds: number): string {
  if (seconds < 3600) return clock(seconds);
  return `${Math.floor(seconds / 3600)}h${String(Math.floor(seconds / 60) % 60).padStart(2, '0')}`;
}

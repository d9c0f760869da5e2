import { computed } from '@preact/signals';
import { databaseAwaySince } from '../../shared/database';
import { heardAt, liveState } from '../../shared/live';
import { now } from '../../shared/now';

/** After so long without a word from anybody the desk goes on by hand, and need not wonder whether it should. */
const NOBODY_FOR_MS = 10_000;

/** Why the desk goes on by paper, and since when; null while it need not. */
export const paperMode = computed<{ why: 'database' | 'nobody'; since: number } | null>(() => {
  if (liveState.value === 'lost' && heardAt.value > 0 && now.value - heardAt.value > NOBODY_FOR_MS) {
    return { why: 'nobody', since: heardAt.value };
  }
  return databaseAwaySince.value === null ? null : { why: 'database', since: Date.parse(databaseAwaySince.value) };
});

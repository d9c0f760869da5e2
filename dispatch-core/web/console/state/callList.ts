import { computed } from '@preact/signals';
import type { Hospital } from '../../shared/api/types';
import { hospitals } from './boards';
import { serverNow } from './clock';

/** As one word, so that what shows the list is drawn again when it changes and not at every tick. */
const due = computed(() =>
  hospitals
    .all()
    .filter(isDue)
    .sort((one, other) => countedAt(one) - countedAt(other))
    .map((one) => one.id)
    .join(' '),
);

/** The hospitals to be telephoned for their beds, the longest silent first; when that is, the server says. */
export const toCall = computed(() => (due.value === '' ? [] : due.value.split(' ')));

function isDue(it: Hospital): boolean {
  if (it.callAt === undefined) return false; // an old board, from before there was a list
  return it.callAt === null || Date.parse(it.callAt) <= serverNow.value;
}

function countedAt(it: Hospital): number {
  return it.capacity.reportedAt ? Date.parse(it.capacity.reportedAt) : -Infinity;
}

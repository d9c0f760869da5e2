import { computed, signal } from '@preact/signals';
import { sentence } from '../shared/api/client';
import type { CapacityHistory, Hospital, IncomingList } from '../shared/api/types';
import { coalesced } from '../shared/coalesce';
import { heardAt, type LiveEvent } from '../shared/live';
import { now } from '../shared/now';
import { session } from '../shared/session';
import * as calls from './calls';
import type { BedKind } from './figures';
import { forgetTransfers, refreshTransfers } from './transfer/store';

export type HistoryLine = CapacityHistory['reports'][number];

/** This hospital, as the server last said. */
export const board = signal<Hospital | null>(null);
/** When that was, in this machine's milliseconds: its age goes on counting from there. */
export const boardReadAt = signal(0);
export const history = signal<HistoryLine[]>([]);
export const arrivals = signal<IncomingList | null>(null);
export const arrivalsReadAt = signal(0);
/** How often something was heard of an incident: what belongs to it is looked at again. */
export const news = signal<Record<string, number>>({});
/** Why the last read failed; empty while the server answers. */
export const readFailure = signal('');

export function hospitalId(): string {
  return session.value?.hospitalId ?? '';
}

/** How old the figures are now; null when nobody ever reported, or nothing has been read yet. */
export const figuresAgeS = computed(() => grown(board.value?.capacity.ageS));

/** The same of one kind of bed: what the last report did not name is older. */
export function kindAgeS(kind: BedKind): number | null {
  return grown(board.value?.beds[kind]?.ageS);
}

function grown(ageS: number | null | undefined): number | null {
  return ageS === null || ageS === undefined ? null : ageS + Math.max(0, (now.value - boardReadAt.value) / 1000);
}

export function adopt(hospital: Hospital): void {
  board.value = hospital;
  boardReadAt.value = Date.now();
}

export const refreshBoard = coalesced(() =>
  quietly(async () => {
    const [read, lines] = await Promise.all([calls.getBoard(), calls.getHistory(hospitalId())]);
    const own = read.hospitals.find((each) => each.id === hospitalId());
    if (own) adopt(own);
    history.value = lines.reports;
  }),
);

export const refreshArrivals = coalesced(() => quietly(readArrivals));

export function refreshAll(): void {
  refreshBoard();
  refreshArrivals();
  refreshTransfers();
}

/** A hint says what to look at, never what it is. A patient on the way holds a bed, so that both change together. */
export function onLive(event: LiveEvent): void {
  const id = (event['data'] as { id?: string } | undefined)?.id;
  if (event.type === 'incident' && id) news.value = { ...news.value, [id]: (news.value[id] ?? 0) + 1 };
  if (event.type === 'hospital') refreshBoard();
  else refreshAll();
}

export async function isServerThere(): Promise<boolean> {
  const before = heardAt.value;
  await quietly(readArrivals);
  return heardAt.value !== before;
}

async function readArrivals(): Promise<void> {
  arrivals.value = await calls.getIncoming(hospitalId());
  arrivalsReadAt.value = Date.now();
}

export function forget(): void {
  board.value = null;
  history.value = [];
  arrivals.value = null;
  readFailure.value = '';
  forgetTransfers();
}

async function quietly(read: () => Promise<void>): Promise<void> {
  if (!session.value) return;
  try {
    await read();
    heardAt.value = Date.now();
    readFailure.value = '';
  } catch (failure) {
    readFailure.value = sentence(failure);
  }
}

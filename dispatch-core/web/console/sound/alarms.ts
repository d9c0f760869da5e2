import { computed, effect, signal } from '@preact/signals';
import { session } from '../../shared/session';
import { takeNotice } from '../acts/incidents';
import { serverNow } from '../state/clock';
import { incidents } from '../state/incidents';
import { selectedId } from '../state/panel';
import { open } from '../state/selected';
import { type Alarm, alarmsOf, audible, type Seat, SEATS, toneOf } from './rule';
import { arm, play } from './tones';

const STORED_AS = 'seat';

/** Where this screen stands: kept on the machine, since a desk does not move. */
export const seat = signal<Seat>(stored() ?? '1');

export function takeSeat(to: Seat): void {
  seat.value = to;
  localStorage.setItem(STORED_AS, to);
}

/** Where nobody ever said where this screen stands, it follows from who signs in. */
export function sitDown(): void {
  seat.value = stored() ?? (session.peek()?.role === 'SUPERVISOR' ? 'supervisor' : '1');
}

function stored(): Seat | undefined {
  const kept = typeof localStorage === 'undefined' ? null : localStorage.getItem(STORED_AS);
  return SEATS.find((one) => one === kept);
}

/** What was acknowledged here: a crew cut off rings on at the other desks until something is done about it. */
const silenced = signal<ReadonlySet<string>>(new Set());

export function isSilenced(alarm: Alarm): boolean {
  return silenced.value.has(alarm.key);
}

/** When an incident began to ring again: a later caller told of worse. */
const ringsSince = new Map<string, number>();
const wasQuiet = new Set<string>();

/** Everything that waits for somebody, acknowledged here or not. */
export const alarms = steady(() => {
  const open = incidents.all();
  for (const it of open) {
    if (it.acknowledged) wasQuiet.add(it.id);
    else if (wasQuiet.delete(it.id)) ringsSince.set(it.id, serverNow.peek());
  }
  return alarmsOf(open, serverNow.value, ringsSince);
});

export const heard = steady(() => audible(alarms.value, seat.value, silenced.value, serverNow.value));

/** Reckoned every second, new only when it is another list. */
function steady(from: () => Alarm[]) {
  let last: Alarm[] = [];
  return computed(() => {
    const next = from();
    if (next.length !== last.length || next.some((one, index) => one.key !== last[index]?.key)) last = next;
    return last;
  });
}

/** The alarms of the chosen incident, or else the most urgent one, which is opened: one key, and the room is quiet. */
export function acknowledge(): void {
  arm();
  const mine = heard.peek().filter((one) => one.incidentId === selectedId.peek());
  const first = heard.peek()[0] ?? alarms.peek().find((one) => !silenced.peek().has(one.key));
  const taken = mine.length > 0 ? mine : first ? alarms.peek().filter((one) => one.incidentId === first.incidentId) : [];
  acknowledgeThese(taken);
  if (taken[0] && mine.length === 0) open(taken[0].incidentId);
}

export function acknowledgeOf(incidentId: string): void {
  acknowledgeThese(alarms.peek().filter((one) => one.incidentId === incidentId));
}

function acknowledgeThese(taken: readonly Alarm[]): void {
  if (taken.length === 0) return;
  silenced.value = new Set([...silenced.value, ...taken.map((one) => one.key)]);
  for (const one of taken) if (one.kind === 'new') void takeNotice(one.incidentId);
}

/** Sounds as long as something is heard; what joins while it sounds is told at once. */
export function ring(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = new Set<string>();
  const again = () => {
    const tone = toneOf(heard.peek());
    timer = undefined;
    if (!tone) return;
    play(tone.priority);
    timer = setTimeout(again, tone.everyMs);
  };
  const stop = effect(() => {
    const keys = heard.value.map((one) => one.key);
    const joined = keys.some((key) => !told.has(key));
    told = new Set(keys);
    if (joined || keys.length === 0) {
      clearTimeout(timer);
      again();
    }
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}

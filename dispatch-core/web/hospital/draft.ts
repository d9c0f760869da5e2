import { computed, signal } from '@preact/signals';
import { newKey } from '../shared/key';
import { now } from '../shared/now';
import { type BedKind, type Figures, farJumps, figuresOf, isEmpty, NOTHING, over, restrictedTo } from './figures';
import { type Basis, basisFor, isCapacity } from './outbox';
import { drop, inFlight, numberOf, outbox, put, unsent } from './sender';
import { board } from './store';

/** Presses are collected until the hand has rested this long, and are then one report. */
const COLLECT_MS = 1500;
/** And can be taken back for so long. */
export const UNDO_MS = 10_000;

interface Draft {
  key: string;
  figures: Figures;
  /** What stood there before the first press of each kind. */
  before: Figures;
  basedOn: Basis;
  /** Kinds whose far jump was asked about and is meant. */
  sure: readonly BedKind[];
  pressedAt: number;
}

/** What was pressed and is not yet a report. */
export const draft = signal<Draft | null>(null);
/** The last report made here, while it can be taken back. */
const last = signal<{ key: string; before: Figures; pressedAt: number } | null>(null);

/** Everything that is said here and not known to the server, laid over what it knows. */
export const said = computed(() => over(NOTHING, ...queued.value, draft.value?.figures ?? NOTHING));

export const shown = computed(() => over(known.value, said.value));

const known = computed(() => (board.value ? figuresOf(board.value) : NOTHING));
const queued = computed(() => unsent.value.flatMap((entry) => (entry.kind === 'report' ? [entry.figures] : [])));

/** What the presses of now are compared with. */
export const settled = computed(() => over(known.value, ...queued.value));

/** Kinds that must be asked about before anything is sent. */
export const asked = computed(() => {
  const it = draft.value;
  return it ? farJumps(it.figures, settled.value).filter((kind) => !it.sure.includes(kind)) : [];
});

let timer: ReturnType<typeof setTimeout> | undefined;

export function press(figures: Figures): void {
  const it = draft.value;
  draft.value = {
    key: it?.key ?? newKey(),
    figures: over(it?.figures ?? NOTHING, figures),
    before: over(restrictedTo(shown.value, figures), it?.before ?? NOTHING),
    basedOn: it?.basedOn ?? basisFor(outbox.value, board.value?.capacity.reportId),
    sure: it?.sure ?? [],
    pressedAt: Date.now(),
  };
  last.value = null;
  rest();
}

export function pressBed(kind: BedKind, beds: number): void {
  press({ ...NOTHING, beds: { [kind]: beds } });
}

export function isMeant(kind: BedKind): void {
  const it = draft.value;
  if (it) draft.value = { ...it, sure: [...it.sure, kind] };
  rest();
}

export function isNotMeant(kind: BedKind): void {
  const it = draft.value;
  if (!it) return;
  const { [kind]: _, ...beds } = it.figures.beds;
  const figures = { ...it.figures, beds };
  draft.value = isEmpty(figures) ? null : { ...it, figures };
  rest();
}

function rest(): void {
  clearTimeout(timer);
  if (draft.value) timer = setTimeout(flush, COLLECT_MS);
}

/** Makes the presses a report now, unless one of them must be asked about. */
export function flush(): void {
  clearTimeout(timer);
  const it = draft.value;
  if (!it || asked.value.length > 0) return;
  draft.value = null;
  last.value = { key: it.key, before: it.before, pressedAt: it.pressedAt };
  put({ kind: 'report', key: it.key, at: it.pressedAt, figures: it.figures, basedOn: it.basedOn });
}

/** The session is over: what is said is kept, what was still asked about was not said. */
export function leave(): void {
  flush();
  draft.value = null;
  last.value = null;
}

/** "Nothing changed". With presses under the hand it is those that are said: what they do not name has not changed. */
export function confirm(): void {
  if (draft.value) {
    flush();
    return;
  }
  last.value = null;
  const basedOn = basisFor(outbox.value, board.value?.capacity.reportId);
  put({ kind: 'confirm', key: newKey(), at: Date.now(), basedOn, figures: { beds: shown.value.beds, services: {} } });
}

/** Puts an old report right: what it said wrongly, said again. */
export function correct(mistake: number, figures: Figures): void {
  flush();
  const basedOn = basisFor(outbox.value, board.value?.capacity.reportId);
  put({ kind: 'report', key: newKey(), at: Date.now(), figures, basedOn, corrects: mistake });
}

/** Seconds in which the last presses can still be taken back; 0 when there is nothing to take back. */
export const undoS = computed(() => {
  const it = draft.value ?? last.value;
  if (!it || isEmpty(it.before) || inFlight.value === it.key) return 0;
  return Math.max(0, Math.ceil((it.pressedAt + UNDO_MS - now.value) / 1000));
});

/** What nobody has been told is forgotten; what may have been told is corrected, so that both can be read. */
export function undo(): void {
  const it = draft.value ?? last.value;
  clearTimeout(timer);
  last.value = null;
  if (draft.value || !it) {
    draft.value = null;
    return;
  }
  const entry = outbox.value.find((each) => each.key === it.key);
  if (entry && (!entry.tried || (isCapacity(entry) && entry.stale))) {
    drop(it.key);
    return;
  }
  const basedOn = basisFor(outbox.value, board.value?.capacity.reportId);
  put({ kind: 'report', key: newKey(), at: Date.now(), figures: it.before, basedOn, corrects: numberOf(it.key) ?? it.key });
}

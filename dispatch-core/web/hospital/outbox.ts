import type { components } from '../shared/api/contract';
import type { ReportSource } from '../shared/api/types';
import { type Figures, over } from './figures';

export type Answer = components['schemas']['PreArrivalAnswer']['answer'];

/** What a report rests on: a report's number, none, or whatever becomes of the entry before it. */
export type Basis = number | null | 'previous';

interface Pressed {
  /** Of the press: the server counts it once, however often it is sent. */
  key: string;
  /** When it was pressed, by this machine. */
  at: number;
  /** Whether it may have reached the server already: then it cannot be taken back unsaid. */
  tried?: boolean;
  /** Why the server will never take it; shown until somebody has read it. */
  refused?: string;
}

interface AboutCapacity extends Pressed {
  basedOn: Basis;
  /** Who has reported meanwhile: a person decides which figures are right. */
  stale?: Newest;
}

export interface Newest {
  id: number;
  by: string;
  source?: ReportSource | null;
  at: string;
}

export interface ReportEntry extends AboutCapacity {
  kind: 'report';
  figures: Figures;
  /** The report that was a mistake: its number, or the key of an entry that has none yet. */
  corrects?: number | string;
}

export interface ConfirmEntry extends AboutCapacity {
  kind: 'confirm';
  /** What was on the page when "nothing changed" was pressed. */
  figures: Figures;
}

export interface AnswerEntry extends Pressed {
  kind: 'answer';
  assignmentId: string;
  callSign: string;
  answer: Answer;
  reason: string | null;
}

export interface SeenEntry extends Pressed {
  kind: 'seen';
  assignmentId: string;
}

export type CapacityEntry = ReportEntry | ConfirmEntry;
export type Entry = CapacityEntry | AnswerEntry | SeenEntry;
export type Outbox = readonly Entry[];

/** Nobody presses so much in an outage; a full store is worse than a lost press from yesterday. */
export const LONGEST = 200;

export function isCapacity(entry: Entry): entry is CapacityEntry {
  return entry.kind === 'report' || entry.kind === 'confirm';
}

/** What is on its way to the server, or waits for a person. */
export function waiting(outbox: Outbox): Entry[] {
  return outbox.filter((entry) => !entry.refused);
}

/** What the next report rests on: what is still unsent, else what the board showed. */
export function basisFor(outbox: Outbox, reportId: number | null | undefined): Basis {
  return waiting(outbox).some(isCapacity) ? 'previous' : (reportId ?? null);
}

export function add(outbox: Outbox, entry: Entry): Outbox {
  return [...outbox, entry].slice(-LONGEST);
}

/** What may be sent now. Reports are sent in order; one that waits for a person holds up the reports after it, nothing else. */
export function next(outbox: Outbox): Entry | undefined {
  const held = outbox.some((entry) => isCapacity(entry) && entry.stale && !entry.refused);
  return outbox.find((entry) => !entry.refused && !(held && isCapacity(entry)));
}

export function tried(outbox: Outbox, key: string): Outbox {
  return change(outbox, key, (entry) => ({ ...entry, tried: true }));
}

/** It has arrived, under that number if it was a report; what rests on it, or corrects it, learns the number. */
export function arrived(outbox: Outbox, key: string, reportId: number | null): Outbox {
  const at = outbox.findIndex((entry) => entry.key === key);
  if (at < 0) return outbox;
  return passOn(outbox, at, reportId).map((entry) =>
    entry.kind === 'report' && entry.corrects === key && reportId !== null ? { ...entry, corrects: reportId } : entry,
  );
}

/** It is taken back before anybody was told. */
export function dropped(outbox: Outbox, key: string): Outbox {
  const at = outbox.findIndex((entry) => entry.key === key);
  const entry = outbox[at];
  return entry ? passOn(outbox, at, isCapacity(entry) ? entry.basedOn : null) : outbox;
}

/** The server will never take it: what rests on it rests on what it rested on. What would have corrected it goes with it. */
export function refused(outbox: Outbox, key: string, why: string): Outbox {
  const at = outbox.findIndex((entry) => entry.key === key);
  const entry = outbox[at];
  if (!entry) return outbox;
  const rest = passOn(outbox, at, isCapacity(entry) ? entry.basedOn : null);
  const kept = rest.filter((each) => !(each.kind === 'report' && each.corrects === key));
  return [...kept, { ...entry, refused: why }];
}

export function outdated(outbox: Outbox, key: string, stale: Newest): Outbox {
  return change(outbox, key, (entry) => (isCapacity(entry) ? { ...entry, stale } : entry));
}

/** The reports that wait for a person because somebody has reported meanwhile; the first of them knows who. */
export function conflict(outbox: Outbox): { newest: Newest; mine: CapacityEntry[]; figures: Figures } | undefined {
  const mine = waiting(outbox).filter(isCapacity);
  const newest = mine.find((entry) => entry.stale)?.stale;
  const [first, ...rest] = mine;
  if (!newest || !first) return undefined;
  return { newest, mine, figures: over(first.figures, ...rest.map((entry) => entry.figures)) };
}

/** "Mine are right": all of them again, on top of the newest; a "nothing changed" now says which figures it meant. */
export function mineAreRight(outbox: Outbox, newestId: number): Outbox {
  const first = waiting(outbox).find(isCapacity);
  return outbox.map((entry): Entry => {
    if (!isCapacity(entry) || entry.refused) return entry;
    const { stale: _, ...rest } = entry;
    const basedOn = entry === first ? newestId : rest.basedOn;
    return rest.kind === 'confirm' && entry === first ? { ...rest, kind: 'report', basedOn } : { ...rest, basedOn };
  });
}

/** "The newer ones are right": mine are not sent. */
export function theirsAreRight(outbox: Outbox): Outbox {
  return outbox.filter((entry) => !isCapacity(entry) || entry.refused);
}

/** Takes out one entry; the next report after it that rested on it rests on `basis` now. */
function passOn(outbox: Outbox, at: number, basis: Basis): Outbox {
  const rest = outbox.filter((_, i) => i !== at);
  const entry = outbox[at];
  if (!entry || !isCapacity(entry)) return rest;
  const heir = rest.findIndex((each, i) => i >= at && isCapacity(each) && !each.refused);
  return rest.map((each, i) => (i === heir && isCapacity(each) && each.basedOn === 'previous' ? { ...each, basedOn: basis } : each));
}

function change(outbox: Outbox, key: string, how: (entry: Entry) => Entry): Outbox {
  return outbox.map((entry) => (entry.key === key ? how(entry) : entry));
}

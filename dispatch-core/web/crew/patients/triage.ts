import type { TriageCategory, TriageFindings } from '../../shared/api/types';

export type Method = 'START' | 'SALT';
export type Question = keyof TriageFindings;

/** START: more breaths than this a minute are red. */
const RESPIRATIONS_MOST = 30;
/** START: a nail that needs longer than this to be pink again is red. */
const REFILL_LONGEST_S = 2;

/**
 * The colour that findings mean; null while not enough was looked at. The same rules as the server's TriageRule, held to the
 * same table of cases (test/triage-cases.json), for where a patient lies nobody can be asked.
 */
export function colourOf(method: Method, found: TriageFindings): TriageCategory | null {
  return method === 'START' ? start(found) : salt(found);
}

/** What is to be looked at next; only what the findings so far leave open, so that most patients take three touches. */
export function nextQuestion(method: Method, found: TriageFindings): Question | null {
  if (colourOf(method, found)) return null;
  const asked = method === 'START' ? START_ASKS : SALT_ASKS;
  if (doesNotBreathe(found) && !isSeen(found.breathesAfterAirway)) return 'breathesAfterAirway';
  if (method === 'SALT' && isInDanger(found)) return 'likelyToSurvive';
  return asked.find((question) => !isSeen(found[question])) ?? null;
}

const START_ASKS: readonly Question[] = ['walks', 'breathes', 'respirationsPerMin', 'radialPulse', 'obeysCommands'];
const SALT_ASKS: readonly Question[] = [
  'breathes',
  'obeysCommands',
  'radialPulse',
  'respiratoryDistress',
  'majorBleedingControlled',
  'minorInjuriesOnly',
];

/** Walks: green. Does not breathe: black, or red if an open airway helps. Breath, pulse, mind: one bad is red. */
function start(found: TriageFindings): TriageCategory | null {
  if (found.walks) return 'GREEN';
  if (doesNotBreathe(found)) return choose(found.breathesAfterAirway, 'RED', 'BLACK');
  if (!breathes(found)) return null;
  const respirations = found.respirationsPerMin ?? null;
  const refill = found.capillaryRefillS ?? null;
  const isBad =
    (respirations !== null && respirations > RESPIRATIONS_MOST) ||
    found.radialPulse === false ||
    (refill !== null && refill > REFILL_LONGEST_S) ||
    found.obeysCommands === false;
  if (isBad) return 'RED';
  const perfused = found.radialPulse === true || refill !== null;
  return found.walks === false && respirations !== null && perfused && found.obeysCommands === true ? 'YELLOW' : null;
}

/** Does not breathe: black. All four signs good: green or yellow, by the injuries. One bad: red, or black if hopeless. */
function salt(found: TriageFindings): TriageCategory | null {
  if (doesNotBreathe(found) && !found.breathesAfterAirway) return found.breathesAfterAirway === false ? 'BLACK' : null;
  if (!breathes(found)) return null;
  if (isInDanger(found)) return choose(found.likelyToSurvive, 'RED', 'BLACK');
  const allGood =
    found.obeysCommands === true &&
    found.radialPulse === true &&
    found.respiratoryDistress === false &&
    found.majorBleedingControlled === true;
  return allGood ? choose(found.minorInjuriesOnly, 'GREEN', 'YELLOW') : null;
}

/** SALT: one bad sign of the four. */
function isInDanger(found: TriageFindings): boolean {
  return (
    found.obeysCommands === false ||
    found.radialPulse === false ||
    found.respiratoryDistress === true ||
    found.majorBleedingControlled === false
  );
}

/** A count of no breaths says the same as the word. */
function doesNotBreathe(found: TriageFindings): boolean {
  return found.breathes === false || found.respirationsPerMin === 0;
}

/** Whether somebody saw it; whoever does as he is told breathes. */
function breathes(found: TriageFindings): boolean {
  return (
    found.breathes === true ||
    found.breathesAfterAirway === true ||
    (found.respirationsPerMin ?? 0) > 0 ||
    found.obeysCommands === true
  );
}

function choose(seen: boolean | null | undefined, ifSo: TriageCategory, ifNot: TriageCategory): TriageCategory | null {
  return isSeen(seen) ? (seen ? ifSo : ifNot) : null;
}

function isSeen<T>(answer: T | null | undefined): answer is T {
  return answer !== null && answer !== undefined;
}

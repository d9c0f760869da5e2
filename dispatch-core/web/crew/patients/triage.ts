import type { TriageCategory, TriageFindings } from '../../shared/api/types';

export type Method = 'START' | 'SALT';
export type Question = keyof TriageFindings;

/** Breathing faster than this is distress (START: more than 30 a minute). */
const FAST_BREATHS_PER_MIN = 30;
/** Blood that takes longer than this to come back under a nail does not reach the limbs (START: more than 2 s). */
const SLOW_REFILL_S = 2;

/** What is to be looked at next, or the colour when nothing more is needed for it. */
export type Step = { ask: Question } | { colour: TriageCategory };

/**
 * START (Newport Beach, 1983; modified 1994) and SALT (2008), computed where the patient lies. Each asks only what the
 * answers so far leave open, so that most patients take three taps.
 */
export function triage(method: Method, found: TriageFindings): Step {
  return method === 'START' ? start(found) : salt(found);
}

export function colourOf(method: Method, found: TriageFindings): TriageCategory | null {
  const step = triage(method, found);
  return 'colour' in step ? step.colour : null;
}

function start(found: TriageFindings): Step {
  if (isOpen(found.walks)) return { ask: 'walks' };
  if (found.walks) return { colour: 'GREEN' };
  if (isOpen(found.breathes)) return { ask: 'breathes' };
  if (!found.breathes) return afterAirway(found, { colour: 'RED' });
  if (isOpen(found.respirationsPerMin)) return { ask: 'respirationsPerMin' };
  if (found.respirationsPerMin > FAST_BREATHS_PER_MIN) return { colour: 'RED' };
  const perfused = isPerfused(found);
  if (perfused === null) return { ask: 'radialPulse' };
  if (!perfused) return { colour: 'RED' };
  if (isOpen(found.obeysCommands)) return { ask: 'obeysCommands' };
  return { colour: found.obeysCommands ? 'YELLOW' : 'RED' };
}

/** Sorting by voice comes before; this is the look at each one. Expectant has no colour of its own here: it is BLACK. */
function salt(found: TriageFindings): Step {
  if (isOpen(found.breathes)) return { ask: 'breathes' };
  if (!found.breathes) {
    const airway = afterAirway(found, null);
    if (airway) return airway;
  }
  for (const [asked, isWell] of SALT_SIGNS) {
    const answer = found[asked];
    if (isOpen(answer)) return { ask: asked };
    if (!isWell(answer)) return isOpen(found.likelyToSurvive) ? { ask: 'likelyToSurvive' } : worth(found.likelyToSurvive);
  }
  if (isOpen(found.walks)) return { ask: 'walks' };
  return { colour: found.walks ? 'GREEN' : 'YELLOW' };
}

const SALT_SIGNS: readonly [Question, (answer: boolean | number) => boolean][] = [
  ['obeysCommands', Boolean],
  ['radialPulse', Boolean],
  ['respirationsPerMin', (perMinute) => Number(perMinute) <= FAST_BREATHS_PER_MIN],
  ['majorBleedingControlled', Boolean],
];

const worth = (likely: boolean): Step => ({ colour: likely ? 'RED' : 'BLACK' });

function afterAirway<T>(found: TriageFindings, breathesAgain: T): Step | T {
  if (isOpen(found.breathesAfterAirway)) return { ask: 'breathesAfterAirway' };
  return found.breathesAfterAirway ? breathesAgain : { colour: 'BLACK' };
}

/** A pulse at the wrist or quick refill; either of them missing is enough to worry. Null when neither was looked at. */
function isPerfused(found: TriageFindings): boolean | null {
  const slow = !isOpen(found.capillaryRefillS) && found.capillaryRefillS > SLOW_REFILL_S;
  if (found.radialPulse === false || slow) return false;
  return found.radialPulse || !isOpen(found.capillaryRefillS) ? true : null;
}

function isOpen<T>(answer: T | null | undefined): answer is null | undefined {
  return answer === null || answer === undefined;
}

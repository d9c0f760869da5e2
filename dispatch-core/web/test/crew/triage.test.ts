import { describe, expect, test } from 'vitest';
import { colourOf, type Method, nextQuestion } from '../../crew/patients/triage';
import { cardsOf, countsOf } from '../../crew/patients/cards';
import { memoryVault } from '../../crew/vault/memory';
import type { Patient, TriageCategory, TriageFindings } from '../../shared/api/types';
import cases from '../triage-cases.json';

interface Case {
  method: Method;
  story: string;
  findings: TriageFindings;
  colour: TriageCategory | null;
}

describe('the colour of a patient', () => {
  test.each(cases as Case[])('$method: $story', ({ method, findings, colour }) => {
    expect(colourOf(method, findings)).toBe(colour);
  });
});

describe('the questions', () => {
  /** Everybody that there can be, by yes and no and a few counts. */
  function* everybody(): Generator<TriageFindings> {
    const answers = ['walks', 'breathes', 'breathesAfterAirway', 'radialPulse', 'obeysCommands', 'respiratoryDistress', 'majorBleedingControlled', 'minorInjuriesOnly', 'likelyToSurvive'] as const;
    for (let bits = 0; bits < 2 ** answers.length; bits++) {
      const found: TriageFindings = Object.fromEntries(answers.map((answer, i) => [answer, (bits & (1 << i)) !== 0]));
      for (const respirationsPerMin of [16, 36]) yield { ...found, respirationsPerMin };
    }
  }

  test.each(['START', 'SALT'] as const)('of %s always end with a colour, after eight at most', (method) => {
    for (const patient of everybody()) {
      let found: TriageFindings = {};
      let asked = 0;
      for (let next = nextQuestion(method, found); next; next = nextQuestion(method, found)) {
        found = { ...found, [next]: patient[next] };
        asked += 1;
        expect(asked).toBeLessThanOrEqual(8);
      }
      expect(colourOf(method, found)).not.toBeNull();
    }
  });

  test('of START stop at the first that decides', () => {
    expect(nextQuestion('START', {})).toBe('walks');
    expect(nextQuestion('START', { walks: true })).toBeNull();
    expect(nextQuestion('START', { walks: false, breathes: false })).toBe('breathesAfterAirway');
    expect(nextQuestion('START', { walks: false, breathes: true, respirationsPerMin: 32 })).toBeNull();
  });

  test('of SALT ask for the chances only of whoever is in danger', () => {
    expect(nextQuestion('SALT', { breathes: true, obeysCommands: false })).toBe('likelyToSurvive');
    expect(nextQuestion('SALT', { breathes: true, obeysCommands: true })).toBe('radialPulse');
  });
});

describe('the cards', () => {
  const known: Patient[] = [{ triage: 'RED' }, { id: 'p1', triage: 'YELLOW' }];

  test('a card made again replaces the one before, and says that it is not sent', async () => {
    const vault = memoryVault();
    await vault.add({ kind: 'PATIENT', body: { patient: { id: 'p1', triage: 'RED' } }, unitId: 'u', assignmentId: 'a1', at: '' });
    await vault.add({ kind: 'PATIENT', body: { patient: { id: 'p2', triage: 'GREEN' } }, unitId: 'u', assignmentId: 'a1', at: '' });
    const cards = cardsOf(known, await vault.items(), 'a1');
    expect(cards.map((card) => [card.patient.id, card.patient.triage, card.sent])).toEqual([
      ['p1', 'RED', false],
      ['p2', 'GREEN', false],
    ]);
    expect(countsOf(cards, known)).toEqual([['RED', 1], ['YELLOW', 0], ['GREEN', 1], ['BLACK', 0]]);
  });

  test('without cards what the desk was told is counted', () => {
    expect(countsOf([], known)[0]).toEqual(['RED', 1]);
  });
});

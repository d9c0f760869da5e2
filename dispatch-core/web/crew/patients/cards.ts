import type { Patient, TriageCategory } from '../../shared/api/types';
import type { Item } from '../outbox/item';

/** A patient's card, and whether the server has it as it is. */
export interface Card {
  patient: Patient;
  sent: boolean;
}

export const COLOURS: readonly TriageCategory[] = ['RED', 'YELLOW', 'GREEN', 'BLACK'];

/** A shape for each colour: wet goggles and red light leave no hue. */
export const SHAPES: Readonly<Record<TriageCategory, string>> = { RED: '▲', YELLOW: '◆', GREEN: '●', BLACK: '■' };

/** The cards of the incident with those that wait; a card made again replaces the one before. */
export function cardsOf(known: readonly Patient[], items: readonly Item[], assignmentId: string): Card[] {
  const cards = new Map<string, Card>();
  for (const patient of known) if (patient.id) cards.set(patient.id, { patient, sent: true });
  for (const item of items) {
    if (item.kind !== 'PATIENT' || item.refused || item.assignmentId !== assignmentId) continue;
    const { patient } = item.body;
    if (patient.id) cards.set(patient.id, { patient, sent: false });
  }
  return [...cards.values()];
}

/** How many of each colour, counted on cards; where there are none, what the desk was told. */
export function countsOf(cards: readonly Card[], known: readonly Patient[]): [TriageCategory, number][] {
  const patients = cards.length > 0 ? cards.map((card) => card.patient) : known;
  return COLOURS.map((colour) => [colour, patients.filter((patient) => patient.triage === colour).length]);
}

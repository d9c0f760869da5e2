import type { Unit } from '../../shared/api/types';

/** "2026-000123" as it is spoken and typed: I123. */
export function shortNumber({ number }: { number: string }): string {
  return `I${Number(/(\d+)$/.exec(number)?.[1] ?? NaN) || number}`;
}

/** "LC-07" as it is spoken and typed: U7; its whole id where the register numbers them otherwise. */
export function shortUnit(id: string): string {
  const digits = /(\d+)$/.exec(id)?.[1];
  return digits ? `U${Number(digits)}` : id;
}

/** The trade's own abbreviations, so that a name fits into a row. */
const ABBREVIATIONS: readonly [RegExp, string][] = [
  [/^Bệnh viện Đa khoa\b/iu, 'BVĐK'],
  [/^Bệnh viện Y học cổ truyền/iu, 'BV YHCT'],
  [/^Bệnh viện/iu, 'BV'],
  [/^Trung tâm Y tế/iu, 'TTYT'],
];

export function shortName(name: string): string {
  const [pattern, short] = ABBREVIATIONS.find(([long]) => long.test(name)) ?? [];
  return pattern && short ? name.replace(pattern, short) : name;
}

/** Free units first in nobody's eyes: only whether it can be sent now. */
export function isFree(unit: Unit): boolean {
  return unit.onDuty && unit.status === 'AVAILABLE';
}

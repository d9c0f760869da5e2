import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

interface Figure {
  name: string;
  value: number;
  unit: string;
}

/** What was measured: printed as lines while it goes, kept as JSON at the end, as every suite of `deploy/bench`. */
export class Figures {
  private readonly figures: Figure[] = [];

  add(name: string, value: number, unit: string): void {
    this.figures.push({ name: `pages.${name}`, value: Math.round(value * 100) / 100, unit });
  }

  /** p50, p99 and the worst, printed beside the goal for p99. */
  addLatencies(name: string, label: string, ms: readonly number[], goalMs: number): void {
    const cells = [50, 99, 100].map((percent) => {
      const value = percentile(ms, percent);
      this.add(`${name}.${percent === 100 ? 'max' : `p${percent}`}`, value, 'ms');
      return value.toFixed(0).padStart(9);
    });
    const verdict = percentile(ms, 99) <= goalMs ? '' : '  missed';
    console.log(`${label.padEnd(44)}${cells.join('')}${`p99 ≤ ${goalMs} ms`.padStart(16)}${verdict}   n = ${ms.length}`);
  }

  addValue(name: string, label: string, value: number, unit: string, goal?: number): void {
    this.add(name, value, unit);
    const told = goal === undefined ? '' : `≤ ${Number(goal.toFixed(1))} ${unit}`.padStart(20) + (value <= goal ? '' : '  missed');
    console.log(`${label.padEnd(44)}${value.toFixed(1).padStart(18)} ${unit}${told}`);
  }

  writeTo(file: string): void {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(this.figures, null, 2)}\n`);
  }
}

/** The nearest rank: a value that was measured, never one between two. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

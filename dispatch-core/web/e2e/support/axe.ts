import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { inEveryLook } from './looks';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

/** Selectors only of what is wrong, not of the thousands of places that are right. */
const OPTIONS: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  resultTypes: ['violations'],
};

interface Row {
  sight: string;
  /** By look: what axe has against it. */
  against: Map<string, string[]>;
}

/** What axe says of every sight in every look. */
export class Verdicts {
  private readonly rows: Row[] = [];

  async judge(page: Page, sight: string): Promise<void> {
    await inEveryLook(page, ({ theme, language }) => this.judgeAsItIs(page, sight, `${language} ${theme}`));
  }

  async judgeAsItIs(page: Page, sight: string, look: string): Promise<void> {
    let row = this.rows.find((each) => each.sight === sight);
    if (!row) this.rows.push((row = { sight, against: new Map() }));
    row.against.set(look, await violations(page));
  }

  /** Every violation once, with the looks that have it. */
  list(): string[] {
    const looks = new Map<string, string[]>();
    for (const row of this.rows) {
      for (const [look, found] of row.against) {
        for (const each of found) {
          const what = `${row.sight}: ${each}`;
          looks.set(what, [...(looks.get(what) ?? []), look]);
        }
      }
    }
    return [...looks].map(([what, where]) => `${what} [${where.join(', ')}]`);
  }

  /** One line a sight, one column a look. */
  table(): string {
    const first = this.rows[0];
    if (!first) return 'nothing was looked at';
    const looks = [...first.against.keys()];
    const width = Math.max(...this.rows.map((row) => row.sight.length));
    const line = (name: string, cells: string[]) => name.padEnd(width + 2) + cells.map((cell) => cell.padStart(10)).join('');
    const rows = this.rows.map((row) => line(row.sight, looks.map((look) => verdict(row.against.get(look)))));
    return [line('axe', looks), ...rows].join('\n');
  }
}

/** Once into each document and then asked: its own adapter reads it anew each time and carries all that is right over, twice the time. */
async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const found = await page.evaluate(async (options) => {
    const { axe } = window as unknown as { axe: { run(what: Document, how: RunOptions): Promise<AxeResults> } };
    return (await axe.run(document, options)).violations;
  }, OPTIONS);
  return found.flatMap((rule) =>
    rule.nodes.map((node) => {
      const data = (node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? rule.help;
      return `${rule.id} ${node.target.join(' ')}: ${data}`;
    }),
  );
}

function verdict(found: string[] | undefined): string {
  if (!found) return '-';
  return found.length === 0 ? 'ok' : String(found.length);
}

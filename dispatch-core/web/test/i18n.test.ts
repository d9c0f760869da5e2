import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import en from '../i18n/en.json';
import vi from '../i18n/vi.json';
import { fill } from '../shared/i18n';

const root = join(import.meta.dirname, '..');
const vietnamese: Record<string, string> = vi;
const english: Record<string, string> = en;

/** Groups of words that come from the server: looked up by what it says, so no source names them. */
const SERVER_WORDS =
  /^(app\.theme|priority|kind|status|unitStatus|triage|capability|service|bed|hold|traffic|confidence|reportSource|disposition|flag|source|incidentStatus|assign\.answer|assign\.route|assign\.rerouted|assign\.cutOff|closure\.cutOff|rec\.basis|roadEffect|live|map|report\.kind|report\.track|firstAid|desk\.(bed|duty|finding|kind|placeKind|roadClass|sex|status|unit|vehicle))\./;

/** Pages that a browser draws, and those that the server writes: templates, and what is said from its own code. */
const PAGES = ['shared', 'console', 'hospital', 'crew', 'report', '../src/main/jte', '../src/main/java/rescue/dispatch/shell/report', '../src/main/java/rescue/dispatch/shell/paper'];

describe('the two languages', () => {
  test('have the same keys', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(vietnamese).sort());
  });

  test('have the same placeholders', () => {
    expect(mapped(english, placeholders)).toEqual(mapped(vietnamese, placeholders));
  });

  test('say something under every key', () => {
    const silent = Object.keys(vietnamese).filter((key) => !vietnamese[key]?.trim() || !english[key]?.trim());
    expect(silent).toEqual([]);
  });

  test('are written in composed characters', () => {
    for (const phrase of [...Object.values(vietnamese), ...Object.values(english)]) {
      expect(phrase).toBe(phrase.normalize('NFC'));
    }
  });

  test('hold no phrase that no page uses', () => {
    const sources = PAGES.flatMap(sourceFiles).join('\n');
    // t(`crew.do.${status}`) uses every key that begins so.
    const groups = [...sources.matchAll(/`((?:\w+\.)+)\$\{/g)].map((found) => found[1] ?? '');
    const isUsed = (key: string) =>
      SERVER_WORDS.test(key) || sources.includes(`'${key}'`) || sources.includes(`"${key}"`) || groups.some((group) => key.startsWith(group));
    const unused = Object.keys(vietnamese).filter((key) => !isUsed(key));
    expect(unused).toEqual([]);
  });

  test('have a phrase for every word of the contract that a page shows', () => {
    const contract = readFileSync(join(root, '../src/main/resources/openapi.yaml'), 'utf8');
    const groups = {
      AssignmentStatus: 'status',
      UnitStatus: 'unitStatus',
      Capability: 'capability',
      Service: 'service',
      Disposition: 'disposition',
      Confidence: 'confidence',
      ReportSource: 'reportSource',
      EmsTraffic: 'traffic',
      HoldState: 'hold',
      BedKind: 'bed',
      PlaceFlag: 'flag',
      AlertSource: 'source',
      Priority: 'priority',
      TriageCategory: 'triage',
      RoadEffect: 'roadEffect',
    };
    const short = { AssignmentStatus: 'desk.status', UnitStatus: 'desk.unit', BedKind: 'desk.bed', VehicleClass: 'desk.vehicle' };
    const missing = [...Object.entries(groups), ...Object.entries(short)].flatMap(([schema, group]) =>
      words(contract, schema)
        .map((word) => `${group}.${word}`)
        .filter((key) => !(key in vietnamese)),
    );
    expect(missing).toEqual([]);
  });
});

test('a placeholder without a value stays visible', () => {
  expect(fill('{n} xe, {m}', { n: 3 })).toBe('3 xe, {m}');
});

function mapped(table: Record<string, string>, by: (phrase: string) => string[]): Record<string, string[]> {
  return Object.fromEntries(Object.entries(table).map(([key, phrase]) => [key, by(phrase)]));
}

function placeholders(phrase: string): string[] {
  return [...phrase.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();
}

/** The enum's words of a schema; fails when there are none, so that a renamed schema is noticed. */
function words(contract: string, schema: string): string[] {
  const block = new RegExp(`\\n    ${schema}:\\n((?:      .*\\n)+)`).exec(contract)?.[1] ?? '';
  const found = block.slice(block.indexOf('enum:')).match(/\b[A-Z][A-Z0-9_]+\b/g) ?? [];
  expect(found, schema).not.toHaveLength(0);
  return found;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|jte|java)$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'));
}

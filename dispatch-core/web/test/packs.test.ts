import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import en from '../i18n/en.json';
import vi from '../i18n/vi.json';

/** What report/packs/README.md says, held. */
interface Pack {
  language: string;
  name: string;
  offered: boolean;
  vouchedFor: string | null;
  note: string | null;
  phrases: Record<string, { text: string | null; pictogram: string | null; audio: string | null }>;
}

const folder = join(import.meta.dirname, '../report/packs');
const read = <T>(file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as T;
const keys = read<Record<string, string | null>>('keys.json');
const listed = read<string[]>('packs.json');
const sprite = readFileSync(join(folder, '../sprite.svg'), 'utf8');
const OURS: Record<string, Record<string, string>> = { vi, en };
const AUDIO_MAX_BYTES = 20_000;

test('every folder is listed, and every listed pack is there', () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map((entry) => entry.name).sort()).toEqual([...listed].sort());
});

test('the keys are phrases of the page, and their pictograms are drawn', () => {
  for (const [key, pictogram] of Object.entries(keys)) {
    expect(Object.keys(vi)).toContain(key);
    if (pictogram) expect(sprite).toContain(`<symbol id="${pictogram}"`);
  }
});

describe.each(listed)('the pack %s', (language) => {
  const pack = read<Pack>(`${language}/pack.json`);

  test('has the form', () => {
    expect(Object.keys(pack).sort()).toEqual(['language', 'name', 'note', 'offered', 'phrases', 'vouchedFor']);
    expect(pack.language).toBe(language);
    expect(pack.name.trim()).not.toBe('');
    expect(Object.keys(pack.phrases)).toEqual(Object.keys(keys));
    for (const [key, said] of Object.entries(pack.phrases)) {
      expect(Object.keys(said)).toEqual(['text', 'pictogram', 'audio']);
      expect(said.pictogram).toBe(keys[key]);
      if (said.text !== null) expect(said.text).toBe(said.text.normalize('NFC').trim());
    }
  });

  test('keeps the placeholders of what it translates', () => {
    const names = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
    for (const [key, { text }] of Object.entries(pack.phrases)) {
      if (text !== null) expect(names(text), key).toEqual(names((vi as Record<string, string>)[key] ?? ''));
    }
  });

  test('has the recordings that it names, small enough for one bar of signal', () => {
    for (const { audio } of Object.values(pack.phrases)) {
      if (audio === null) continue;
      expect(audio).toMatch(/^[\w.-]+\.(opus|ogg|mp3)$/);
      expect(existsSync(join(folder, language, audio)), audio).toBe(true);
      expect(readFileSync(join(folder, language, audio)).length).toBeLessThanOrEqual(AUDIO_MAX_BYTES);
    }
  });

  test('is put before people only when somebody stands up for it', () => {
    if (pack.offered) expect(pack.vouchedFor).not.toBeNull();
    const silent = Object.values(pack.phrases).some(({ text }) => text === null);
    if (silent) expect(pack).toMatchObject({ offered: false, note: 'needs a native speaker' });
  });
});

test.each(Object.keys(OURS))('the pack %s says what the pages say: npm run packs', (language) => {
  const { phrases } = read<Pack>(`${language}/pack.json`);
  const texts = Object.fromEntries(Object.entries(phrases).map(([key, said]) => [key, said.text]));
  expect(texts).toEqual(Object.fromEntries(Object.keys(keys).map((key) => [key, OURS[language]?.[key]])));
});

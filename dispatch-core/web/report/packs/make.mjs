// Writes the packs of our own languages from the pages' phrases, and gives every other pack the keys that it lacks, silent.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const read = (...parts) => JSON.parse(readFileSync(join(here, ...parts), 'utf8'));
const OURS = ['vi', 'en'];
const keys = read('keys.json');

for (const language of read('packs.json')) {
  const pack = read(language, 'pack.json');
  const texts = OURS.includes(language) ? read('../../i18n', `${language}.json`) : null;
  pack.phrases = Object.fromEntries(
    Object.entries(keys).map(([key, pictogram]) => {
      const known = pack.phrases[key] ?? { text: null, audio: null };
      return [key, { text: texts ? texts[key] : known.text, pictogram, audio: known.audio }];
    }),
  );
  writeFileSync(join(here, language, 'pack.json'), `${JSON.stringify(pack, null, 2)}\n`);
}

/** How the short names of Vietnam's roads are spoken: "QL4D" read by letters is not understood over an engine. */
const CLASSES: readonly [RegExp, string, string][] = [
  [/^QL[.\s]?/i, 'quốc lộ ', 'national road '],
  [/^(ĐT|DT|TL)[.\s]?/i, 'tỉnh lộ ', 'provincial road '],
  [/^CT[.\s]?/i, 'cao tốc ', 'expressway '],
];

export function spokenRoad(road: string, language: 'vi' | 'en'): string {
  for (const [short, vi, en] of CLASSES) {
    if (short.test(road)) return road.replace(short, language === 'vi' ? vi : en).replace(/(\d)([A-ZĐ])/gi, '$1 $2');
  }
  return road;
}

/** "Km25+300" as it is said on the radio. */
export function spokenPost(text: string, language: 'vi' | 'en'): string {
  return text.replace(/\bKm\s?(\d{1,4})\+(\d{3})\b/gi, (_, whole: string, metres: string) => {
    const exact = Number(metres);
    if (language === 'vi') return exact === 0 ? `ki lô mét ${whole}` : `ki lô mét ${whole} cộng ${exact}`;
    return exact === 0 ? `kilometre ${whole}` : `kilometre ${whole} plus ${exact}`;
  });
}

/** A sentence with road names and posts in it, for the voice. */
export function spoken(sentence: string, language: 'vi' | 'en'): string {
  const roads = sentence.replace(/(?<!\p{L})(QL|ĐT|DT|TL|CT)[.\s]?\d+[A-ZĐ]?(?!\p{L})/gu, (road) => spokenRoad(road, language));
  return spokenPost(roads, language);
}

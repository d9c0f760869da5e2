import { computed, signal } from '@preact/signals';
import en from '../i18n/en.json';
import vi from '../i18n/vi.json';

/** Vietnamese is the source: a key exists when vi.json has it. */
export type Key = keyof typeof vi;
export type Language = 'vi' | 'en';
export type Params = Record<string, string | number>;

const STORED_AS = 'language';
const tables: Record<Language, Record<string, string>> = { vi, en };

export const language = signal<Language>(remembered());

/** For dates, numbers and sorting. */
export const locale = computed(() => (language.value === 'vi' ? 'vi-VN' : 'en-GB'));

export function t(key: Key, params: Params = {}): string {
  return fill(tables[language.value][key] ?? vi[key], params);
}

/** The phrase of a word that came from the server, or the word itself where we have none. */
export function word(group: string, value: string): string {
  const key = `${group}.${value}`;
  return tables[language.value][key] ?? (vi as Record<string, string>)[key] ?? value;
}

export function fill(phrase: string, params: Params): string {
  return phrase.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : String(value);
  });
}

export function changeLanguage(to: Language): void {
  language.value = to;
  document.documentElement.lang = to;
  localStorage.setItem(STORED_AS, to);
}

function remembered(): Language {
  return typeof localStorage !== 'undefined' && localStorage.getItem(STORED_AS) === 'en' ? 'en' : 'vi';
}

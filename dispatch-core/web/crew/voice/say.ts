import { signal } from '@preact/signals';
import { language } from '../../shared/i18n';
import { chime } from './tones';
import { spoken } from './roads';

/** Whether this machine has a voice for the language of the page. */
export const hasVoice = signal(false);
/** Whether manoeuvres are spoken; what changes the case is always told. */
export const guidanceOn = signal(typeof localStorage === 'undefined' || localStorage.getItem('crew.guidance') !== 'off');

/** Whether what was said last was only a manoeuvre. */
let guiding = false;

const LANGUAGES = { vi: 'vi-VN', en: 'en-GB' } as const;

/** Voices come late in most browsers, so they are looked for again whenever the list changes. */
export function watchVoices(): void {
  const look = () => {
    hasVoice.value = findVoice() !== undefined;
  };
  look();
  globalThis.speechSynthesis?.addEventListener?.('voiceschanged', look);
  language.subscribe(look);
}

/**
 * Says what changes the case, one after the other: none may cut the other off, but a manoeuvre gives way. Without a voice it
 * stands on the page, and a chime calls the eye.
 */
export function say(sentence: string): void {
  const voice = findVoice();
  if (!voice) {
    chime();
    return;
  }
  if (guiding) speechSynthesis.cancel();
  guiding = false;
  speechSynthesis.speak(utterance(sentence, voice));
}

/** A manoeuvre: left out when the crew has switched guidance off, or while something more important is being said. */
export function guide(sentence: string): void {
  const voice = findVoice();
  if (!voice || !guidanceOn.value || (speechSynthesis.speaking && !guiding)) return;
  speechSynthesis.cancel();
  guiding = true;
  speechSynthesis.speak(utterance(sentence, voice));
}

function utterance(sentence: string, voice: SpeechSynthesisVoice): SpeechSynthesisUtterance {
  const words = new SpeechSynthesisUtterance(spoken(sentence, language.value));
  words.lang = LANGUAGES[language.value];
  if (voice instanceof SpeechSynthesisVoice) words.voice = voice;
  return words;
}

export function switchGuidance(on: boolean): void {
  guidanceOn.value = on;
  localStorage.setItem('crew.guidance', on ? 'on' : 'off');
  if (!on) globalThis.speechSynthesis?.cancel();
}

function findVoice(): SpeechSynthesisVoice | undefined {
  const voices = globalThis.speechSynthesis?.getVoices() ?? [];
  return voices.find((voice) => voice.lang.toLowerCase().replace('_', '-').startsWith(language.value));
}

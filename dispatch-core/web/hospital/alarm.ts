import { computed, effect, signal } from '@preact/signals';
import { isUnexpectedlyBad } from './prepared';
import { unsent } from './sender';
import { arrivals } from './store';
import { unanswered } from './transfer/store';

/** Two tones, as a ward's own alarms have them: heard through a corridor, told from a telephone. */
const TONES_HZ = [880, 660];
const TONE_S = 0.22;
const PAIRS = 2;
const LOUDNESS = 0.35;
/** A pause in which one can speak. */
const REPEAT_MS = 4000;

/** Whether the browser lets us be heard; it wants a touch first. */
export const armed = signal(false);
/** How often the alarm has sounded since the page was opened. */
export const rung = signal(0);

let audio: AudioContext | undefined;

/** On a person's touch: from now on the page may be heard. With a short tone, so that the loudness can be judged. */
export async function arm(): Promise<void> {
  audio ??= newAudio();
  await audio.resume();
  if (armed.value) chime(1);
}

/** A browser that lets this page be heard without a touch is armed from the start; any touch arms it otherwise. */
export function armSilently(): () => void {
  audio ??= newAudio();
  const touched = () => void audio?.resume();
  addEventListener('pointerdown', touched);
  addEventListener('keydown', touched);
  return () => {
    removeEventListener('pointerdown', touched);
    removeEventListener('keydown', touched);
  };
}

/** Who comes and was not yet seen by anybody here; a press counts at once, also while it is unsent. */
export const unseen = computed(() => {
  const pressed = new Set(unsent.value.flatMap((entry) => ('assignmentId' in entry ? [entry.assignmentId] : [])));
  return (arrivals.value?.incoming ?? []).filter((one) => !one.seenAt && !pressed.has(one.assignmentId));
});

/** Whom it rings for: whoever was not seen yet, and whoever is worse than was seen. */
export const calling = computed(() => {
  const fresh = new Set(unseen.value);
  return (arrivals.value?.incoming ?? []).filter((one) => fresh.has(one) || isUnexpectedlyBad(one));
});

/** Everything it rings for: patients on their way, and transfers that are asked for. */
export const ringsFor = computed(() => [...calling.value.map((one) => one.assignmentId), ...unanswered.value.map((one) => one.id)]);

/** Rings, and goes on ringing, while somebody comes whom nobody has seen, or not as bad as he is now, or another house asks. */
export function watch(): () => void {
  let timer: ReturnType<typeof setInterval> | undefined;
  const ringing = computed(() => armed.value && ringsFor.value.length > 0);
  const ids = computed(() => ringsFor.value.join());
  const stop = effect(() => {
    clearInterval(timer);
    if (!ringing.value || !ids.value) return; // and anew at once when one more comes
    ring();
    timer = setInterval(ring, REPEAT_MS);
  });
  return () => {
    stop();
    clearInterval(timer);
  };
}

function ring(): void {
  rung.value = rung.peek() + 1;
  chime(PAIRS);
}

/** Once: something has changed with somebody who is expected. */
export function notify(): void {
  if (armed.value) chime(1);
}

function chime(pairs: number): void {
  if (!audio) return;
  const start = audio.currentTime + 0.02;
  for (let i = 0; i < pairs * TONES_HZ.length; i++) {
    tone(audio, TONES_HZ[i % TONES_HZ.length] ?? 0, start + i * TONE_S);
  }
}

/** Without a click at its ends. */
function tone(context: AudioContext, hz: number, at: number): void {
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.frequency.value = hz;
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(LOUDNESS, at + 0.02);
  gain.gain.setValueAtTime(LOUDNESS, at + TONE_S - 0.04);
  gain.gain.linearRampToValueAtTime(0, at + TONE_S - 0.01);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + TONE_S);
}

function newAudio(): AudioContext {
  const context = new AudioContext();
  const look = () => {
    armed.value = context.state === 'running';
  };
  context.onstatechange = look;
  look();
  return context;
}

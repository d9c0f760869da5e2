import { signal } from '@preact/signals';

/** A browser lets a page sound only after somebody has touched it; until then the page says that it is mute. */
export const soundReady = signal(false);

interface Note {
  hz: number;
  fromS: number;
  forS: number;
}

/** Two rising pairs: an order. Heard through an engine and rain, hence above 700 Hz. */
const ORDER: readonly Note[] = [
  { hz: 784, fromS: 0, forS: 0.18 },
  { hz: 1175, fromS: 0.2, forS: 0.28 },
  { hz: 784, fromS: 0.6, forS: 0.18 },
  { hz: 1175, fromS: 0.8, forS: 0.28 },
];
/** Falling and slow: it is off. */
const STAND_DOWN: readonly Note[] = [
  { hz: 988, fromS: 0, forS: 0.35 },
  { hz: 740, fromS: 0.4, forS: 0.35 },
  { hz: 494, fromS: 0.8, forS: 0.6 },
];
const CHIME: readonly Note[] = [
  { hz: 1047, fromS: 0, forS: 0.15 },
  { hz: 1319, fromS: 0.17, forS: 0.25 },
];

const AGAIN_MS = 2_500;

let audio: AudioContext | undefined;
let ringing: { tone: readonly Note[]; timer: ReturnType<typeof setInterval> } | undefined;

/** To be called from a touch. */
export async function armSound(): Promise<void> {
  try {
    audio ??= new AudioContext();
    audio.onstatechange = () => (soundReady.value = audio?.state === 'running');
    await audio.resume();
    soundReady.value = audio.state === 'running';
  } catch {
    soundReady.value = false;
  }
}

/** Any first touch is enough. Not before the click itself: what disappears then would move what is being touched. */
export function armAtFirstTouch(): void {
  const arm = () => {
    void armSound().then(() => {
      if (soundReady.value) removeEventListener('click', arm, true);
    });
  };
  addEventListener('click', arm, true);
}

/** Repeats until {@link silence}. */
export function ring(kind: 'ORDER' | 'STAND_DOWN'): void {
  const tone = kind === 'ORDER' ? ORDER : STAND_DOWN;
  if (ringing?.tone === tone) return;
  silence();
  const once = () => {
    play(tone);
    shake(kind === 'ORDER' ? [300, 150, 300] : [700]);
  };
  once();
  ringing = { tone, timer: setInterval(once, AGAIN_MS) };
}

export function silence(): void {
  if (!ringing) return;
  clearInterval(ringing.timer);
  ringing = undefined;
  shake(0);
}

export function chime(): void {
  play(CHIME);
  shake(150);
}

/** A short answer of the hand: the press was taken. */
export const tap = () => shake(40);

/** As sound, only after a touch; iOS has no such thing at all. */
function shake(pattern: number | number[]): void {
  if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(pattern);
}

function play(notes: readonly Note[]): void {
  if (!audio || audio.state !== 'running') return;
  for (const { hz, fromS, forS } of notes) {
    const start = audio.currentTime + fromS;
    const tone = audio.createOscillator();
    const loud = audio.createGain();
    tone.type = 'square';
    tone.frequency.value = hz;
    // Without a ramp each note ends in a click.
    loud.gain.setValueAtTime(0.25, start);
    loud.gain.setTargetAtTime(0, start + forS, 0.02);
    tone.connect(loud).connect(audio.destination);
    tone.start(start);
    tone.stop(start + forS + 0.2);
  }
}

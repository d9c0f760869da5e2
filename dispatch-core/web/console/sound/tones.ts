import { signal } from '@preact/signals';
import type { Priority } from '../../shared/api/types';

/** Whether this page may make a sound: a browser allows it only after a person has touched the page. */
export const armed = signal(false);

interface Beep {
  atS: number;
  forS: number;
  hertz: number;
}

/** Told apart by rhythm as well as by pitch: not every ear hears both. */
const TONES: Record<Priority, readonly Beep[]> = {
  P1: [0, 0.18, 0.36, 0.54].map((atS, index) => ({ atS, forS: 0.15, hertz: index % 2 === 0 ? 988 : 740 })),
  P2: [0, 0.28].map((atS) => ({ atS, forS: 0.2, hertz: 740 })),
  P3: [{ atS: 0, forS: 0.3, hertz: 523 }],
  P4: [{ atS: 0, forS: 0.3, hertz: 523 }],
};

const LOUDNESS = 0.25;
/** A tone that begins or ends at once clicks. */
const EDGE_S = 0.015;

let context: AudioContext | null = null;

/** Must be called from a press or a key: signing in is one. */
export function arm(): void {
  if (typeof AudioContext === 'undefined') return;
  context ??= watched(new AudioContext());
  void context.resume().catch(() => undefined);
}

function watched(made: AudioContext): AudioContext {
  made.onstatechange = () => (armed.value = made.state === 'running');
  armed.value = made.state === 'running';
  return made;
}

export function play(priority: Priority): void {
  if (!context || context.state !== 'running') return;
  for (const beep of TONES[priority]) sound(context, beep);
}

/** All three, so that one knows each: the least urgent first. */
export function playAll(): void {
  arm();
  (['P3', 'P2', 'P1'] as const).forEach((priority, index) => setTimeout(() => play(priority), index * 900));
}

function sound(into: AudioContext, { atS, forS, hertz }: Beep): void {
  const begin = into.currentTime + atS;
  const voice = new OscillatorNode(into, { type: 'triangle', frequency: hertz });
  const volume = new GainNode(into, { gain: 0 });
  volume.gain.setValueAtTime(0, begin);
  volume.gain.linearRampToValueAtTime(LOUDNESS, begin + EDGE_S);
  volume.gain.setValueAtTime(LOUDNESS, begin + forS - EDGE_S);
  volume.gain.linearRampToValueAtTime(0, begin + forS);
  voice.connect(volume).connect(into.destination);
  voice.start(begin);
  voice.stop(begin + forS);
}

/** After a reload nobody signs in again: the first touch of the page arms it. */
export function armOnFirstTouch(): () => void {
  const touched = () => {
    arm();
    stop();
  };
  const stop = () => {
    document.removeEventListener('pointerdown', touched, true);
    document.removeEventListener('keydown', touched, true);
  };
  document.addEventListener('pointerdown', touched, true);
  document.addEventListener('keydown', touched, true);
  return stop;
}

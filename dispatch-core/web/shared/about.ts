import { signal } from '@preact/signals';
import { call } from './api/client';
import type { About } from './api/types';

const ASK_AGAIN_MS = 10_000;

/** What the server says of itself; null until it has answered once. */
export const about = signal<About | null>(null);

/** Asks until there is an answer: whether this is an exercise must be known on every page. */
export async function askAbout(): Promise<void> {
  try {
    about.value = await call<About>('GET', '/about');
  } catch {
    setTimeout(() => void askAbout(), ASK_AGAIN_MS);
  }
}

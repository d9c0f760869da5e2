import { signal } from '@preact/signals';
import { call } from './api/client';
import type { About } from './api/types';
import { heardCluster } from './cluster';
import { know } from './nodes';

const ASK_AGAIN_MS = 10_000;

/** What the server says of itself; null until it has answered once. */
export const about = signal<About | null>(null);

let again: ReturnType<typeof setTimeout> | undefined;

/** Asks until there is an answer: whether this is an exercise must be known on every page. */
export async function askAbout(): Promise<void> {
  clearTimeout(again);
  try {
    const said = await call<About>('GET', '/about');
    know(said.nodes);
    heardCluster(said.cluster);
    about.value = said;
  } catch {
    again = setTimeout(() => void askAbout(), ASK_AGAIN_MS);
  }
}

import { signal } from '@preact/signals';

/** This moment, once a second, so that every clock on the page ticks together. */
export const now = signal(Date.now());

setInterval(() => {
  now.value = Date.now();
}, 1000);

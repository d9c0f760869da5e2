import { effect, signal } from '@preact/signals';
import { current } from './store';

/** Whether the screen stays on: `missing` when this browser cannot, `off` when it refused or there is no order. */
export const awake = signal<'on' | 'off' | 'missing'>('off');

let lock: WakeLockSentinel | null = null;

/** While there is an order the screen stays on. A lock is lost whenever the page is hidden, and asked for again. */
export function stayAwake(): () => void {
  if (!('wakeLock' in navigator)) {
    awake.value = 'missing';
    return () => undefined;
  }
  const again = () => {
    if (document.visibilityState === 'visible' && current.value) void hold();
  };
  document.addEventListener('visibilitychange', again);
  const stop = effect(() => {
    if (current.value) void hold();
    else void letGo();
  });
  return () => {
    stop();
    void letGo();
    document.removeEventListener('visibilitychange', again);
  };
}

async function hold(): Promise<void> {
  if (lock && !lock.released) return;
  try {
    lock = await navigator.wakeLock.request('screen');
    awake.value = 'on';
    lock.addEventListener('release', () => (awake.value = 'off'));
  } catch {
    // Battery nearly empty, or hidden just now.
    awake.value = 'off';
  }
}

async function letGo(): Promise<void> {
  await lock?.release();
  lock = null;
}

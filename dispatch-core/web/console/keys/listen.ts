import { signal } from '@preact/signals';
import { isForTheField, pressesAControl } from '../../shared/shortcuts';
import { back } from '../state/panel';
import { ACTS, optionsHaveKeys } from './acts';
import { hear } from './keys';

const STORED_AS = 'singleKeys';
/** After this the first key of two is forgotten. */
const PENDING_MS = 4000;

/** Off for whoever speaks to the machine or whose hand shakes (WCAG 2.1.4); `/` and the buttons do the same. */
export const singleKeys = signal(localStorage.getItem(STORED_AS) !== 'off');

export function useSingleKeys(on: boolean): void {
  singleKeys.value = on;
  localStorage.setItem(STORED_AS, on ? 'on' : 'off');
}

/** The first of two keys, while the second is waited for. */
export const pending = signal<readonly string[]>([]);
let forgetting: ReturnType<typeof setTimeout> | undefined;

export function listenToKeys(): () => void {
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return;
  if (event.key === 'Escape') {
    wait([]);
    back();
    return;
  }
  if (isForTheField(event) || ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
  if (!singleKeys.value && event.key.length === 1) return;
  const heard = hear(pending.value, event.key);
  const was = pending.value;
  wait(heard.pending);
  const act = heard.act ?? (was.length > 0 ? hear([], event.key).act : null);
  if (heard.pending.length > 0) event.preventDefault();
  if (!act) return;
  if (act.yields && (pressesAControl(event) || !optionsHaveKeys())) return;
  if (event.repeat && !['optionDown', 'optionUp', 'nextIncident', 'previousIncident'].includes(act.does)) return;
  event.preventDefault();
  ACTS[act.does]();
}

function wait(keys: readonly string[]): void {
  clearTimeout(forgetting);
  pending.value = keys;
  if (keys.length > 0) forgetting = setTimeout(() => (pending.value = []), PENDING_MS);
}

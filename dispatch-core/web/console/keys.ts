import { isForTheField, pressesAControl } from '../shared/shortcuts';
import { confirm } from './confirm';
import { showScene } from './map/view';
import { chooseBy, incidents, panel, type Panel, recommends, select, selectedId } from './store';

type Act = () => void;

const sendChosen: Act = () => void confirm();

/** Single keys without a modifier, since modifiers belong to the browser; none of them works while one is writing. */
const KEYS: Record<string, Act> = {
  n: () => toggle('alert'),
  r: () => toggle('closure'),
  u: () => toggle('board'),
  '?': () => toggle('keys'),
  j: () => chooseBy(1),
  k: () => chooseBy(-1),
  ArrowDown: () => chooseBy(1),
  ArrowUp: () => chooseBy(-1),
  a: sendChosen,
  Enter: sendChosen,
  ']': () => selectBy(1),
  '[': () => selectBy(-1),
  g: () => showScene(),
};

/** Keys that belong to the widget that has the focus before they belong to the page. */
const WIDGET_KEYS = new Set(['Enter', 'ArrowDown', 'ArrowUp']);

export function listenToKeys(): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return;
    if (event.key === 'Escape') {
      back();
      return;
    }
    if (isForTheField(event)) return;
    if (WIDGET_KEYS.has(event.key) && (pressesAControl(event) || !recommends.value || panel.value !== 'incident')) return;
    const act = KEYS[event.key];
    if (!act || (event.repeat && act === sendChosen)) return;
    event.preventDefault();
    act();
  };
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}

export function toggle(which: Panel): void {
  panel.value = panel.value === which ? home() : which;
}

/** From a form or sheet to the incident behind it; from there nothing closes by accident. */
export function back(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  panel.value = home();
}

function home(): Panel {
  return selectedId.value === null ? 'none' : 'incident';
}

export function selectBy(step: number): void {
  const list = incidents.value ?? [];
  const at = list.findIndex((one) => one.id === selectedId.value);
  const next = list[Math.min(list.length - 1, Math.max(0, at + step))];
  if (next) select(next.id);
}

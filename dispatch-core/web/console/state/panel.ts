import { computed, signal } from '@preact/signals';

/** What the right pane shows. Whatever opens, opens there: nothing covers the queue or the map. */
export type Panel = 'none' | 'incident' | 'alert' | 'closure' | 'unit' | 'hospital' | 'calls' | 'handover' | 'keys';

export const panel = signal<Panel>('none');
export const selectedId = signal<string | null>(null);
/** Whose card the panel `unit` or `hospital` shows. */
export const shownUnitId = signal<string | null>(null);
export const shownHospitalId = signal<string | null>(null);

export const showsIncident = computed(() => panel.value === 'incident');

/** What one comes back to: the incident behind the form or the card. */
export function home(): Panel {
  return selectedId.value === null ? 'none' : 'incident';
}

export function toggle(which: Panel): void {
  panel.value = panel.value === which ? home() : which;
}

/** From a form or card to the incident behind it; from there nothing closes by accident. */
export function back(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  panel.value = home();
  document.getElementById('detail')?.focus({ preventScroll: true });
}

export function showUnit(id: string): void {
  shownUnitId.value = id;
  panel.value = 'unit';
}

export function showHospital(id: string): void {
  shownHospitalId.value = id;
  panel.value = 'hospital';
}

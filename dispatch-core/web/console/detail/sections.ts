import { effect, signal } from '@preact/signals';
import { panel, selectedId } from '../state/panel';

/** The one form of the incident that is being filled in; nothing opens over anything. */
export type Section = 'note' | 'place' | 'patients' | 'close';

export const section = signal<Section | null>(null);

/** Opens it and puts the hand into its first field; asked for again, shuts it. */
export function openSection(which: Section): void {
  panel.value = 'incident';
  section.value = section.value === which ? null : which;
}

export function shutSection(): void {
  section.value = null;
  document.getElementById('detail')?.focus({ preventScroll: true });
}

let of: string | null = null;
effect(() => {
  if (selectedId.value !== of) section.value = null;
  of = selectedId.value;
});

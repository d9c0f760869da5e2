const STEPS: Record<string, 'next' | 'previous' | 'right' | 'left' | 'first' | 'last'> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  ArrowRight: 'right',
  ArrowLeft: 'left',
  Home: 'first',
  End: 'last',
};

/**
 * One stop for the Tab key in a list, arrows within it (WAI-ARIA's roving tabindex). In a list of several columns the
 * sideways arrows go to whatever stands nearest there.
 */
export function roving(list: HTMLElement | null, items: string): (() => void) | undefined {
  if (!list) return undefined;
  const all = () => [...list.querySelectorAll<HTMLElement>(items)];
  const go = (to: HTMLElement | undefined) => {
    if (!to) return;
    for (const one of all()) one.tabIndex = one === to ? 0 : -1;
    to.focus();
    to.scrollIntoView({ block: 'nearest' });
  };
  const onKey = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const here = document.activeElement;
    const those = all();
    const at = those.findIndex((one) => one === here);
    if (!step || at < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    go(target(those, at, step));
  };
  // Whatever is focused by hand or by code becomes the one stop.
  const onFocus = (event: FocusEvent) => {
    const to = (event.target as HTMLElement).closest<HTMLElement>(items);
    if (to) for (const one of all()) one.tabIndex = one === to ? 0 : -1;
  };
  list.addEventListener('keydown', onKey);
  list.addEventListener('focusin', onFocus);
  return () => {
    list.removeEventListener('keydown', onKey);
    list.removeEventListener('focusin', onFocus);
  };
}

function target(those: HTMLElement[], at: number, step: (typeof STEPS)[string]): HTMLElement | undefined {
  switch (step) {
    case 'first':
      return those[0];
    case 'last':
      return those.at(-1);
    case 'next':
      return those[at + 1];
    case 'previous':
      return those[at - 1];
    default:
      return beside(those, those[at] as HTMLElement, step === 'right' ? 1 : -1);
  }
}

function beside(those: HTMLElement[], here: HTMLElement, sign: 1 | -1): HTMLElement | undefined {
  const from = here.getBoundingClientRect();
  const there = those
    .map((one) => ({ one, box: one.getBoundingClientRect() }))
    .filter(({ box }) => sign * (box.left - from.left) > from.width / 2);
  there.sort((a, b) => distance(a.box, from) - distance(b.box, from));
  return there[0]?.one;
}

const distance = (box: DOMRect, from: DOMRect) => Math.abs(box.left - from.left) + 4 * Math.abs(box.top - from.top);

/** Puts the focus into a list: where it was last, else on its first item. */
export function enterList(listId: string, items: string): void {
  const those = [...(document.getElementById(listId)?.querySelectorAll<HTMLElement>(items) ?? [])];
  (those.find((one) => one.tabIndex === 0) ?? those[0])?.focus();
}

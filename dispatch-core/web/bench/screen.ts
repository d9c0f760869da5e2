import type { BrowserContext, Page } from '@playwright/test';

declare global {
  interface Window {
    /** When each incident's row was first in the document, by its id, in milliseconds of the machine's clock. */
    rowsSeen: Record<string, number>;
    /** For each key pressed: from the key to the first frame that shows a change; NaN when nothing changed. */
    keysShown: number[];
  }
}

/** Before any page of it is opened: notes when rows come and when keys show, without a hand in the page's own code. */
export async function watchScreen(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    window.rowsSeen = {};
    window.keysShown = [];
    const wall = () => performance.timeOrigin + performance.now();
    const note = (node: Node) => {
      if (!(node instanceof Element)) return;
      for (const row of [node, ...node.querySelectorAll('[data-id]')]) {
        const id = row.getAttribute('data-id');
        if (id) window.rowsSeen[id] ??= wall();
      }
    };
    const rows = new MutationObserver((changes) => {
      for (const change of changes) {
        change.addedNodes.forEach(note);
        if (change.type === 'attributes') note(change.target);
      }
    });
    rows.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-id'] });

    document.addEventListener(
      'keydown',
      (event) => {
        const pressed = event.timeStamp;
        const settle = (value: number) => {
          changed.disconnect();
          clearTimeout(never);
          window.keysShown.push(value);
        };
        const changed = new MutationObserver(() => {
          changed.disconnect();
          // What a frame callback asks for runs once that frame has been handed over to be shown.
          requestAnimationFrame(() => {
            const shown = new MessageChannel();
            shown.port1.onmessage = () => settle(performance.now() - pressed);
            shown.port2.postMessage(null);
          });
        });
        const never = setTimeout(() => settle(Number.NaN), 2000);
        // Only what a key can change at once; clocks tick elsewhere all the time.
        const pane = document.querySelector('#detail') ?? document.body;
        changed.observe(pane, { childList: true, subtree: true, attributes: true, characterData: true });
      },
      { capture: true },
    );
  });
}

export async function rowsSeen(page: Page): Promise<Record<string, number>> {
  return page.evaluate(() => window.rowsSeen);
}

import type { Page } from '@playwright/test';

/** More than any page has; a walk that does not come back is caught by it. */
const MOST_STOPS = 400;

export interface Walk {
  stops: number;
  /** What can be used but is not reached by Tab. */
  missed: string[];
  /** What has the focus without showing it, or under something else. */
  unseen: string[];
}

/** Goes once round the page by Tab alone, and looks at every place where the focus stops. */
export async function walk(page: Page): Promise<Walk> {
  await page.evaluate(markStops);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const unseen: string[] = [];
  let stops = 0;
  let turns = 0;
  // Between the last stop and the first the focus is nowhere; the walk may have begun in the middle.
  for (let presses = 0; presses < MOST_STOPS && turns < 2; presses++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(lookAtFocus);
    if (stop.where === 'known') break;
    if (stop.where === 'nowhere') turns++;
    if (stop.where === 'new') stops++;
    if (stop.wrong) unseen.push(stop.wrong);
  }
  const missed = await page.evaluate(() =>
    [...document.querySelectorAll('[data-stop]')].map((each) => each.getAttribute('data-stop') ?? ''),
  );
  return { stops, missed, unseen };
}

/** Everything that a mouse can use is marked; each stop takes its mark away. Runs in the page. */
function markStops(): void {
  const usable = 'a[href], button, input, select, textarea, summary, [tabindex]';
  const groups = new Set<string>();
  for (const old of document.querySelectorAll<HTMLElement>('[data-walked], [data-stop]')) {
    delete old.dataset['walked'];
    delete old.dataset['stop'];
  }
  for (const each of document.querySelectorAll<HTMLElement>(usable)) {
    const isOff = each.matches(':disabled, [inert] *') || each.closest('[hidden]') !== null;
    // One of a group that arrow keys move in stands for the group.
    if (isOff || each.tabIndex < 0 || !each.checkVisibility({ visibilityProperty: true }) || each.getClientRects().length === 0) continue;
    if (each instanceof HTMLInputElement && each.type === 'radio') {
      if (groups.has(each.name)) continue;
      groups.add(each.name);
      const chosen = document.querySelector(`input[type=radio][name="${CSS.escape(each.name)}"]:checked`);
      if (chosen && chosen !== each) {
        chosen.setAttribute('data-stop', `radio ${each.name}`);
        continue;
      }
    }
    const name = each.getAttribute('aria-label') ?? each.textContent?.trim() ?? '';
    each.setAttribute('data-stop', `${each.tagName.toLowerCase()} "${name.slice(0, 60)}"`);
  }
}

/** Runs in the page. */
function lookAtFocus(): { where: 'new' | 'same' | 'known' | 'nowhere'; wrong: string } {
  const focus = document.activeElement;
  if (!(focus instanceof HTMLElement) || focus === document.body) return { where: 'nowhere', wrong: '' };
  const name = `${focus.tagName.toLowerCase()}.${focus.className} "${(focus.textContent ?? '').trim().slice(0, 40)}"`;
  const before = document.querySelector<HTMLElement>('[data-walked=last]');
  // A date has several fields in one.
  if (focus === before) return { where: 'same', wrong: '' };
  if (before) before.dataset['walked'] = 'yes';
  if (focus.dataset['walked']) return { where: 'known', wrong: '' };
  focus.dataset['walked'] = 'last';
  focus.removeAttribute('data-stop');
  // A field that is put out of sight is shown by its label.
  const seen = focus.matches('input.spoken') ? (focus.closest('label') ?? focus) : focus;
  const style = getComputedStyle(seen);
  const isShown = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== 'none';
  if (!isShown) return { where: 'new', wrong: `${name} does not show the focus` };
  const box = seen.getBoundingClientRect();
  const points = [0.1, 0.5, 0.9].map((share) => [box.left + box.width * share, box.top + box.height / 2] as const);
  const isFree = points.some(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top !== null && (seen.contains(top) || top.contains(seen) || top.closest('label')?.contains(focus) === true);
  });
  return { where: 'new', wrong: isFree ? '' : `${name} has the focus but is covered or off the screen` };
}

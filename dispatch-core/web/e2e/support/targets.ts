import type { Page } from '@playwright/test';

const TARGETS = 'button, a[href], input, select, textarea, summary, [role=option]';

/** What a finger or a mouse must hit and is smaller than that, in CSS pixels; links inside a sentence are excepted. */
export async function smallTargets(page: Page, least: number, selector = TARGETS): Promise<string[]> {
  return page.locator(selector).evaluateAll(
    (targets, size) =>
      (targets as HTMLElement[])
        .filter((each) => each.checkVisibility({ visibilityProperty: true }) && each.getClientRects().length > 0)
        .filter((each) => !(each.tagName === 'A' && getComputedStyle(each).display === 'inline'))
        // What is put under its label is hit by the label.
        .map((each) => [each, (each.matches('[type=checkbox], [type=radio], .spoken') && each.closest('label')) || each] as const)
        .map(([each, hit]) => [each, hit.getBoundingClientRect()] as const)
        // A skip link waits beside the page until it has the focus.
        .filter(([, box]) => box.right > 0 && box.width > 1 && (box.width < size - 0.5 || box.height < size - 0.5))
        .map(([each, box]) => {
          const name = (each.getAttribute('aria-label') ?? each.textContent ?? '').trim().slice(0, 40);
          return `${each.tagName.toLowerCase()} "${name}" ${Math.round(box.width)}×${Math.round(box.height)}`;
        }),
    least,
  );
}

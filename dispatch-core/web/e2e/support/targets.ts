import type { Locator, Page } from '@playwright/test';

/** What a finger or a mouse must hit and is smaller than that, in CSS pixels; links inside a sentence are excepted. */
export async function smallTargets(page: Page, least: number, within = 'body'): Promise<string[]> {
  return page.locator(within).first().evaluate(
    (root, size) =>
      [...root.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, summary, [role=option]')]
        .filter((each) => each.checkVisibility({ visibilityProperty: true }) && each.getClientRects().length > 0)
        .filter((each) => !(each.tagName === 'A' && getComputedStyle(each).display === 'inline'))
        // Hidden from the eye and put under its label, which is what is hit.
        .map((each) => [each, (each.matches('input[type=checkbox], input[type=radio]') && each.closest('label')) || each] as const)
        .map(([each, hit]) => [each, hit.getBoundingClientRect()] as const)
        // A skip link waits beside the page until it has the focus.
        .filter(([, box]) => box.right > 0 && box.width > 1 && box.height > 1 && (box.width < size - 0.5 || box.height < size - 0.5))
        .map(([each, box]) => `${each.tagName.toLowerCase()} "${(each.getAttribute('aria-label') ?? each.textContent ?? '').trim().slice(0, 40)}" ${Math.round(box.width)}×${Math.round(box.height)}`),
    least,
  );
}

export async function sizeOf(target: Locator): Promise<{ width: number; height: number }> {
  const box = await target.boundingBox();
  if (!box) throw new Error(`${String(target)} is not on the page`);
  return box;
}

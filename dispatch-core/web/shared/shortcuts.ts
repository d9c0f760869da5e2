/** Whether a key belongs to what the person is writing and not to the page. */
export function isForTheField(event: KeyboardEvent): boolean {
  const target = event.target;
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

/** Whether Enter already means something where the person is. */
export function pressesAControl(event: KeyboardEvent): boolean {
  const target = event.target;
  return target instanceof HTMLElement && target.closest('button, a, summary, [role=button]') !== null;
}

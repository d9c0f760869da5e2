/** What was written into a field of the form that was sent. */
export function field(event: SubmitEvent, name: string): string {
  return String(new FormData(event.currentTarget as HTMLFormElement).get(name) ?? '').trim();
}

/** The phrases that the server wrote into the page, in the reader's language. */
export function phrase(key: string, values: Record<string, string | number> = {}): string {
  const holder = document.querySelector<HTMLTemplateElement>('template#phrases');
  const said = holder?.content.querySelector(`[data-key="${key}"]`)?.textContent ?? key;
  return said.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : String(value);
  });
}

/** `?lang=vi`, to carry on. */
export function languageQuery(): string {
  const asked = new URLSearchParams(location.search).get('lang');
  return `?lang=${encodeURIComponent(asked ?? document.documentElement.lang)}`;
}

/** `14:02`, by the phone's clock. */
export function clockTime(at: number): string {
  const time = new Date(at);
  return `${String(time.getHours()).padStart(2, '0')}:${String(time.getMinutes()).padStart(2, '0')}`;
}

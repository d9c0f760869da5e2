/** What the phone keeps of our pages; the page fills it, the worker reads it. */
export const STORE = 'report-pages-1';

/** A page is kept under its address and language, not under what else was asked with it. */
export function storedAs(address: string): string {
  const url = new URL(address, location.origin);
  const lang = url.searchParams.get('lang');
  return url.pathname + (lang ? `?lang=${lang}` : '');
}

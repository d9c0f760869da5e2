import { signal } from '@preact/signals';

export type Theme = 'dark' | 'light';

const STORED_AS = 'theme';

/** Dark unless somebody chose otherwise: the desk is manned at night. */
export const theme = signal<Theme>(localStorage.getItem(STORED_AS) === 'light' ? 'light' : 'dark');

export function changeTheme(to: Theme): void {
  theme.value = to;
  localStorage.setItem(STORED_AS, to);
  showTheme();
}

export function showTheme(): void {
  document.documentElement.dataset['theme'] = theme.value;
}

/** A token's colour as the browser has it now, for what is not drawn by CSS. */
export function colour(token: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${token}`).trim();
}

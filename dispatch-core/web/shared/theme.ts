import { signal } from '@preact/signals';

/** `night` is red on black, for eyes that must stay used to the dark. */
export type Theme = 'dark' | 'light' | 'night';

export const THEMES: readonly Theme[] = ['dark', 'light', 'night'];

const STORED_AS = 'theme';

/** Dark unless somebody chose otherwise: the desk is manned at night. */
export const theme = signal<Theme>(remembered());

export function nextTheme(): Theme {
  return THEMES[(THEMES.indexOf(theme.value) + 1) % THEMES.length] ?? 'dark';
}

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

function remembered(): Theme {
  const stored = localStorage.getItem(STORED_AS);
  return THEMES.find((one) => one === stored) ?? 'dark';
}

import { type ComponentType, render } from 'preact';
import './fonts.css';
import './tokens.css';
import './base.css';
import { askAbout } from './about';
import { language } from './i18n';
import { showTheme } from './theme';

/** Puts a page into its document, in the light and the language that were chosen last. */
export function start(Page: ComponentType): void {
  showTheme();
  document.documentElement.lang = language.value;
  void askAbout();
  const root = document.getElementById('app');
  if (root) render(<Page />, root);
}

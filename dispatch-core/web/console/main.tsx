import { render } from 'preact';
import '../shared/fonts.css';
import '../shared/tokens.css';
import '../shared/base.css';
import './console.css';
import { language } from '../shared/i18n';
import { showTheme } from '../shared/theme';
import { App } from './App';

showTheme();
document.documentElement.lang = language.value;
const root = document.getElementById('app');
if (root) render(<App />, root);

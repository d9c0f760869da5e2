import './report.css';
import './sprite.svg?url';
import { startForm } from './form';
import { startMore } from './more';
import { showNetwork } from './net';
import { keepPages } from './store-pages';
import { startTracking } from './track';

// The page is whole without any of this. What follows adds: location, a store for what cannot be sent, ages that tick.
document.documentElement.classList.add('script');

const form = document.querySelector<HTMLFormElement>('form#report');
if (form) startForm(form);
if (document.getElementById('state')) startTracking();
startMore();
showNetwork();
openTarget();

/** An address may point at one of the folded parts. */
function openTarget(): void {
  const target = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  if (target instanceof HTMLDetailsElement) target.open = true;
}

if (document.readyState === 'complete') void keepPages();
else addEventListener('load', () => void keepPages());

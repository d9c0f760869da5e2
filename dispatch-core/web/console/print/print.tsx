import { render } from 'preact';
import { PrintBoard } from './PrintBoard';
import './print.css';

const PAPER = 'paper';

/** Put on paper at once, so that what is printed is what stands there now; the browser's own print does the same. */
function lay(): void {
  const known = document.getElementById(PAPER);
  const paper = known ?? document.body.appendChild(Object.assign(document.createElement('div'), { id: PAPER }));
  render(<PrintBoard at={Date.now()} />, paper);
}

export function printBoard(): void {
  lay();
  window.print();
}

export function readyToPrint(): () => void {
  window.addEventListener('beforeprint', lay);
  return () => window.removeEventListener('beforeprint', lay);
}

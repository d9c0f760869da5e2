import { shrunk } from './photo';
import { phrase } from './phrases';

/** Photos of a few hundred kilobytes take this long on one bar of signal. */
const ANSWER_WITHIN_MS = 120_000;

/** What is added afterwards: sent without leaving the page, so that nothing typed is lost when the network is. */
export function startMore(): void {
  const words = document.querySelector<HTMLFormElement>('form#more-words');
  if (words) {
    onSubmit(words, async () => new URLSearchParams(new FormData(words) as unknown as Record<string, string>));
  }
  const photo = document.querySelector<HTMLFormElement>('form#more-photo');
  if (photo) {
    onSubmit(photo, async () => {
      const file = (photo.elements.namedItem('photo') as HTMLInputElement).files?.[0];
      const body = new FormData();
      if (file) {
        status(phrase('report.photo.sending'));
        body.append('photo', await shrunk(file), 'photo.jpg');
      }
      return body;
    });
  }
}

function onSubmit(form: HTMLFormElement, read: () => Promise<URLSearchParams | FormData>): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const button = form.querySelector('button');
    if (button?.getAttribute('aria-busy') === 'true') return;
    button?.setAttribute('aria-busy', 'true');
    void send(form, read).finally(() => {
      button?.removeAttribute('aria-busy');
      status('');
    });
  });
}

async function send(form: HTMLFormElement, read: () => Promise<URLSearchParams | FormData>): Promise<void> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), ANSWER_WITHIN_MS);
  try {
    const body = await read();
    body.append('script', 'yes'); // back to the page that refreshes by its script
    const answer = await fetch(form.action, { method: 'POST', body, signal: patience.signal });
    if (answer.redirected && answer.ok) {
      location.assign(answer.url);
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    fault(page.getElementById('more-fault')?.textContent?.trim() || phrase('report.more.notSent'));
  } catch {
    fault(phrase('report.more.notSent'));
  } finally {
    clearTimeout(timer);
  }
}

/** In the place where the server says it too. */
function fault(text: string): void {
  const place = document.getElementById('more-fault');
  const line = place?.querySelector('p');
  if (!place || !line) return;
  line.textContent = text;
  place.hidden = false;
  place.scrollIntoView({ block: 'center' });
}

function status(text: string): void {
  const place = document.getElementById('photo-status');
  if (place) place.textContent = text;
}

import { element, refill } from './elements';
import { field, offerLocation } from './here';
import { keep, listUnsent } from './outbox';
import { languageQuery, phrase } from './phrases';
import { smsAddress } from './sms';
import { keepSending, sendNow, wordOf } from './waiting';

const WHERE = ['lat', 'road', 'km', 'village', 'words'];

/**
 * With a script the form goes onto the phone first and from there to the centre: nothing is lost in a valley, and however
 * often it is tried it counts once. Without one it is an ordinary form.
 */
export function startForm(form: HTMLFormElement): void {
  // The page may come from the phone's own store, where its key has served before.
  field(form, 'key').value = newKey();
  offerLocation(form);
  keepSending();
  form.addEventListener('change', () => freshenSms(form));
  let pressed = '';
  form.addEventListener('click', ({ target }) => {
    pressed = (target as Element).closest('button')?.name ?? ''; // old phones do not say who submitted
  });
  form.addEventListener('submit', (event) => {
    if (pressed) return; // another language, or looking for a name: the server does that
    event.preventDefault();
    void submit(form);
  });
}

async function submit(form: HTMLFormElement): Promise<void> {
  const said = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
  const missing = missingFrom(said);
  showMissing(missing);
  if (missing.length > 0) return;
  const send = form.querySelector<HTMLButtonElement>('#send');
  send?.setAttribute('aria-busy', 'true');
  const key = field(form, 'key').value;
  try {
    if (!(await isWaiting(said))) {
      await keep({ key, body: said.toString(), query: languageQuery(), kind: said.get('kind') ?? '', at: Date.now() });
    }
  } catch {
    form.submit(); // no store on this phone, as in a private window: then the plain way
    return;
  }
  const mine = (await sendNow()).find((sent) => sent.key === key);
  send?.removeAttribute('aria-busy');
  if (mine) location.assign(mine.track);
  else {
    field(form, 'key').value = newKey();
    document.getElementById('unsent')?.scrollIntoView({ block: 'center' });
  }
}

/** Who sees nothing happen presses again: the same words again are the same report. */
async function isWaiting(said: URLSearchParams): Promise<boolean> {
  const waiting = await listUnsent();
  return waiting.some(({ body }) => withoutKey(new URLSearchParams(body)) === withoutKey(said));
}

function withoutKey(said: URLSearchParams): string {
  const copy = new URLSearchParams(said);
  copy.delete('key');
  return copy.toString();
}

function missingFrom(said: URLSearchParams): string[] {
  const missing = said.get('kind') ? [] : ['report.error.kind'];
  const where = WHERE.some((name) => said.get(name)?.trim()) || said.getAll('chosen').some(Boolean);
  return where || said.get('unknown') ? missing : [...missing, 'report.error.where'];
}

/** In the same place and words as the server does. */
function showMissing(missing: string[]): void {
  const place = document.getElementById('errors');
  const list = place?.querySelector('ul');
  if (!place || !list) return;
  refill(
    list,
    missing.map((key) => {
      const line = element('li');
      const link = element('a', '', phrase(key));
      link.setAttribute('href', key === 'report.error.kind' ? '#what' : '#where');
      line.append(link);
      return line;
    }),
  );
  place.hidden = missing.length === 0;
  if (missing.length > 0) place.scrollIntoView({ block: 'center' });
}

/** The message says at any time what the form says. */
function freshenSms(form: HTMLFormElement): void {
  const link = document.querySelector<HTMLAnchorElement>('a#sms');
  const number = form.dataset['sms'];
  if (!link || !number) return;
  const said = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
  link.href = smsAddress(number, said.toString(), wordOf(said.get('kind') ?? ''));
}

/** Old phones, and pages without encryption, have no randomUUID. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

import { listSent, listUnsent, sendAll, drop, type Sent, type Unsent } from './outbox';
import { clockTime, languageQuery, phrase } from './phrases';
import { element, picture, refill } from './elements';
import { smsAddress } from './sms';

const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 60_000;

/** Discarding a report takes a second tap within this. */
const SURE_WITHIN_MS = 5_000;

/** Older ones are found by their address. */
const SENT_SHOWN = 3;

let retryMs = FIRST_RETRY_MS;
let timer: ReturnType<typeof setTimeout> | undefined;
let sending: Promise<Sent[]> | undefined;

/** Sends what waits now, when the network comes back, when somebody looks, and again and again in between. */
export function keepSending(): void {
  addEventListener('online', () => void sendNow());
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void sendNow();
  });
  void sendNow();
}

/** One at a time; the others that ask meanwhile wait for the same. */
export function sendNow(): Promise<Sent[]> {
  sending ??= tryOnce().finally(() => {
    sending = undefined;
  });
  return sending;
}

async function tryOnce(): Promise<Sent[]> {
  clearTimeout(timer);
  await show(true);
  const sent = await sendAll();
  const left = (await listUnsent()).filter((one) => !one.refused);
  await show(false);
  if (left.length > 0) {
    retryMs = sent.length > 0 ? FIRST_RETRY_MS : Math.min(retryMs * 2, LONGEST_RETRY_MS);
    timer = setTimeout(() => void sendNow(), retryMs);
    void askForBackgroundSync();
  } else {
    retryMs = FIRST_RETRY_MS;
  }
  return sent;
}

/** Where the browser has it, the worker sends even after the page was closed. */
async function askForBackgroundSync(): Promise<void> {
  try {
    const worker = (await navigator.serviceWorker?.ready) as unknown as
      | { sync?: { register(tag: string): Promise<void> } }
      | undefined;
    await worker?.sync?.register('unsent');
  } catch {
    // Not there, or not allowed: the page goes on trying by itself.
  }
}

/** What waits and what arrived, on top of the form. */
async function show(trying: boolean): Promise<void> {
  const place = document.getElementById('unsent');
  if (!place) return;
  const unsent = await listUnsent();
  const sent = await listSent(Date.now());
  const online = navigator.onLine;
  refill(place, [
    ...unsent.map((report) => waitingCard(report, trying && online)),
    ...sent.slice(0, SENT_SHOWN).map(sentCard),
  ]);
  place.hidden = unsent.length + sent.length === 0;
}

function waitingCard(report: Unsent, trying: boolean): HTMLElement {
  const what = kindName(report.kind);
  const values = { what, time: clockTime(report.at), number: form()?.dataset['number'] ?? '' };
  const state = report.refused ? 'report.unsent.refused' : trying ? 'report.unsent.sending' : 'report.unsent.waiting';
  const card = element('div', 'errors unsent');
  card.dataset['state'] = report.refused ? 'refused' : trying ? 'sending' : 'waiting';
  const title = element('h2', '', phrase('report.unsent.title'));
  title.prepend(picture('unsent'));
  card.append(title, element('p', '', phrase(state, values)));
  const acts = element('p', 'acts');
  if (!report.refused) acts.append(button(phrase('report.unsent.now'), () => void sendNow()));
  const sms = smsLink(report);
  if (sms) acts.append(sms);
  const advice = element('a', 'big', phrase('report.advice'));
  advice.setAttribute('href', `/report/first-aid${languageQuery()}&kind=${report.kind}#${report.kind}`);
  acts.append(advice, dropButton(report));
  card.append(acts);
  return card;
}

function sentCard(report: Sent): HTMLElement {
  const card = element('div', 'arrived');
  const title = element('h2', '', phrase('report.sent.title'));
  title.prepend(picture('done'));
  const follow = element('a', '', phrase('report.sent.follow', { what: kindName(report.kind), time: clockTime(report.at) }));
  follow.setAttribute('href', report.track);
  const line = element('p');
  line.append(follow);
  card.append(title, line);
  return card;
}

function dropButton(report: Unsent): HTMLElement {
  let sure = false;
  const act = button(phrase('report.unsent.drop'), () => {
    if (sure) {
      void drop(report.key).then(() => show(false));
      return;
    }
    sure = true;
    act.textContent = phrase('report.unsent.dropSure');
    setTimeout(() => {
      sure = false;
      act.textContent = phrase('report.unsent.drop');
    }, SURE_WITHIN_MS);
  });
  act.className = 'plain';
  return act;
}

function smsLink(report: Unsent): HTMLElement | null {
  const number = form()?.dataset['sms'];
  if (!number) return null;
  const link = element('a', 'big', phrase('report.sms', { number }));
  link.setAttribute('href', smsAddress(number, report.body, wordOf(report.kind)));
  return link;
}

export function wordOf(kind: string): string {
  return kindInput(kind)?.dataset['word'] ?? '';
}

function kindName(kind: string): string {
  return kindInput(kind)?.parentElement?.textContent?.trim() ?? kind;
}

function kindInput(kind: string): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>(`input[name=kind][value="${CSS.escape(kind)}"]`);
}

function form(): HTMLFormElement | null {
  return document.querySelector<HTMLFormElement>('form#report');
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = element('button', 'big', text) as HTMLButtonElement;
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}

import { signal } from '@preact/signals';
import { Refused, sentence } from '../../shared/api/client';
import { t } from '../../shared/i18n';
import { heardAt } from '../../shared/live';

/** Why the last read in the background failed; empty while the server answers. */
export const readFailure = signal('');

/** One line at the foot: the last thing done, or why it could not be done. */
export const notice = signal<{ kind: 'done' | 'failed'; text: string } | null>(null);

/** What was done is no news any more after so long; what could not be done stays until something else was. */
const NEWS_MS = 20_000;

let forgetting: ReturnType<typeof setTimeout> | undefined;

export function tell(text: string): void {
  say({ kind: 'done', text });
  forgetting = setTimeout(() => (notice.value = null), NEWS_MS);
}

export function complain(text: string): void {
  say({ kind: 'failed', text });
}

function say(what: { kind: 'done' | 'failed'; text: string } | null): void {
  clearTimeout(forgetting);
  notice.value = what;
}

/** Does what a person asked for; what comes of it is said at the foot. Whether it was done. */
export async function attempt(act: () => Promise<string | void>): Promise<boolean> {
  try {
    const done = await act();
    if (done) tell(done);
    else say(null);
    return true;
  } catch (failure) {
    complain(sentence(failure));
    return false;
  }
}

/** A read in the background that fails changes nothing on the page but a line that says so; what is shown keeps its age. */
export async function quietly(read: () => Promise<void>): Promise<void> {
  try {
    await read();
    heardAt.value = Date.now();
    readFailure.value = '';
  } catch (failure) {
    if (failure instanceof DOMException) return; // given up by ourselves, for a newer question
    if (!(failure instanceof Refused)) throw failure;
    readFailure.value = failure.status === 0 ? t('error.stale') : failure.message;
  }
}

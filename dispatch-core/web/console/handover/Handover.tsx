import { effect, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { dayAndTime } from '../../shared/format';
import { t, word } from '../../shared/i18n';
import { placeLabel } from '../../shared/place';
import { PriorityMark } from '../../shared/PriorityMark';
import { session } from '../../shared/session';
import { acceptHandover, createHandover, type Handover as Kept, listHandovers } from '../calls';
import { incidents } from '../state/incidents';
import { attempt, quietly } from '../state/read';
import { open } from '../state/selected';
import { shortNumber } from '../state/words';

const STORED_AS = 'draft.handover';

const note = signal(typeof sessionStorage === 'undefined' ? '' : (sessionStorage.getItem(STORED_AS) ?? ''));
const earlier = signal<Kept[] | null>(null);

effect(() => {
  if (typeof sessionStorage !== 'undefined') sessionStorage.setItem(STORED_AS, note.value);
});

const refresh = () =>
  quietly(async () => {
    earlier.value = (await listHandovers()).handovers;
  });

/** What one shift tells the next, with what is open at that moment; taken over by whoever has read it. */
export function Handover() {
  useEffect(() => void refresh(), []);
  return (
    <>
      <h2>{t('desk.handover.title')}</h2>
      <Waiting />
      <form class="fields" onSubmit={(event) => void submit(event)}>
        <label>
          {t('desk.handover.note')}
          <textarea
            rows={5}
            maxLength={8000}
            data-first
            value={note.value}
            placeholder={t('desk.handover.hint')}
            onInput={(event) => (note.value = event.currentTarget.value)}
          />
        </label>
        <Open />
        <button type="submit" class="main" disabled={note.value.trim() === ''}>
          {t('desk.handover.give')}
        </button>
      </form>
      <Earlier />
    </>
  );
}

/** The newest one that nobody has taken over; one's own is not for oneself. */
function Waiting() {
  const one = earlier.value?.find((each) => each.acceptedAt === null);
  if (!one) return null;
  return (
    <section class="ringing" aria-labelledby="waiting-title">
      <div>
        <h3 id="waiting-title">{t('desk.handover.waiting', { by: one.by, at: dayAndTime(one.at) })}</h3>
        <p class="told">{one.note}</p>
        <Numbers of={one} />
      </div>
      {one.by !== session.value?.user && (
        <button type="button" onClick={() => void accept(one.id)}>
          {t('desk.handover.accept')}
        </button>
      )}
    </section>
  );
}

function Open() {
  const list = incidents.all();
  return (
    <details open={list.length <= 12}>
      <summary>{t('desk.handover.open', { n: list.length })}</summary>
      <ul class="plain">
        {list.map((it) => (
          <li key={it.id}>
            <button type="button" class="link" onClick={() => open(it.id)}>
              <PriorityMark priority={it.priority} /> {shortNumber(it)}
            </button>{' '}
            {placeLabel(it.place)} · {word('desk.kind', it.kind)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Earlier() {
  if (!earlier.value) return <p class="quiet">{t('queue.loading')}</p>;
  return (
    <section aria-labelledby="earlier-title">
      <h3 id="earlier-title">{t('desk.handover.earlier')}</h3>
      {earlier.value.length === 0 && <p class="quiet">{t('desk.handover.none')}</p>}
      <ul class="plain">
        {earlier.value.map((one) => (
          <li key={one.id} class="earlier">
            <p>
              <strong>{dayAndTime(one.at)}</strong> {one.by}{' '}
              <span class="quiet">
                {one.acceptedAt
                  ? t('desk.handover.taken', { by: one.acceptedBy ?? '', at: dayAndTime(one.acceptedAt) })
                  : t('desk.handover.notTaken')}
              </span>
            </p>
            <p class="told">{one.note}</p>
            <Numbers of={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Numbers({ of: one }: { of: Kept }) {
  if (one.incidents.length === 0) return <p class="quiet">{t('desk.handover.nothingOpen')}</p>;
  return (
    <p class="quiet">
      {t('desk.handover.wereOpen', { n: one.incidents.length })} {one.incidents.map((each) => shortNumber(each)).join(' ')}
    </p>
  );
}

async function submit(event: SubmitEvent): Promise<void> {
  event.preventDefault();
  const text = note.value.trim().normalize('NFC');
  if (text === '') return;
  await attempt(async () => {
    await createHandover(text);
    note.value = '';
    return t('desk.handover.given');
  });
  await refresh();
}

async function accept(id: string): Promise<void> {
  await attempt(async () => {
    await acceptHandover(id);
    return t('desk.handover.accepted');
  });
  await refresh();
}

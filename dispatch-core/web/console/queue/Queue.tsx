import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../shared/i18n';
import { PriorityMark } from '../../shared/PriorityMark';
import { roving } from '../layout/roving';
import { incidents } from '../state/incidents';
import { readFailure } from '../state/read';
import { Row } from './Row';
import { settle } from './settle';

/** A hand that has not moved for so long has left: it holds nothing back any more. */
const HAND_LEFT_MS = 8_000;

/** Whether a hand is on the list: then nothing moves under it. */
const held = signal(false);
let shown: readonly string[] = [];

export function Queue() {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => holdUnder(list.current), []);
  useEffect(() => roving(list.current, '.row'), []);
  const { ids, waiting } = settle(shown, incidents.ids, held.value);
  shown = ids;
  return (
    <section id="queue" class="pane queue" aria-labelledby="queue-title" tabIndex={-1}>
      <div class="pane-head">
        <h2 id="queue-title">{t('queue.title')}</h2>
        <span class="quiet">
          {incidents.known.value ? t('queue.count', { n: incidents.ids.length }) : t('queue.loading')}
        </span>
        {readFailure.value && (
          <span class="warned stale" role="status" title={readFailure.value}>
            <span aria-hidden="true">◆ </span>
            {readFailure.value}
          </span>
        )}
      </div>
      {waiting.length > 0 && <NewOnes ids={waiting} />}
      <ol class="rows" ref={list}>
        {ids.map((id) => (
          <Row key={id} id={id} />
        ))}
      </ol>
      {incidents.known.value && ids.length === 0 && <p class="quiet empty">{t('queue.empty')}</p>}
    </section>
  );
}

/** What waits outside of the list, the most urgent named; over the list's head, so that no row is pushed. */
function NewOnes({ ids }: { ids: readonly string[] }) {
  const first = incidents.get(ids[0]);
  return (
    <button type="button" class="new-ones" onClick={() => (held.value = false)}>
      {first && <PriorityMark priority={first.priority} />} {t('desk.queue.new', { n: ids.length })}
    </button>
  );
}

function holdUnder(list: HTMLElement | null): (() => void) | undefined {
  if (!list) return undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const release = () => {
    clearTimeout(timer);
    held.value = false;
  };
  const hold = (event: Event) => {
    if (event instanceof PointerEvent && event.pointerType !== 'mouse') return;
    held.value = true;
    clearTimeout(timer);
    timer = setTimeout(release, HAND_LEFT_MS);
  };
  // Walking through a scrolled list by keys is a hand on it as well.
  const walk = () => list.scrollTop > 0 && hold(new Event('focus'));
  list.addEventListener('pointermove', hold);
  list.addEventListener('pointerleave', release);
  list.addEventListener('focusin', walk);
  list.addEventListener('focusout', release);
  return () => {
    release();
    list.removeEventListener('pointermove', hold);
    list.removeEventListener('pointerleave', release);
    list.removeEventListener('focusin', walk);
    list.removeEventListener('focusout', release);
  };
}

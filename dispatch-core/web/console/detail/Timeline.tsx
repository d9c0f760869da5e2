import type { Incident } from '../../shared/api/types';
import { timeOfDay } from '../../shared/format';
import { t } from '../../shared/i18n';
import { openSection } from './sections';

/** Newest first: what one looks for is what has just happened. */
export function Timeline({ of: it }: { of: Incident }) {
  return (
    <section aria-labelledby="timeline-title">
      <div class="pane-head">
        <h3 id="timeline-title">{t('timeline.title')}</h3>
        <button type="button" aria-keyshortcuts="o" onClick={() => openSection('note')}>
          {t('desk.note.open')} <kbd aria-hidden="true">o</kbd>
        </button>
      </div>
      <ol class="timeline">
        {[...it.timeline].reverse().map((entry) => (
          <li key={entry.seq}>
            <time dateTime={entry.at}>{timeOfDay(entry.at)}</time> <span>{entry.text}</span>{' '}
            <span class="quiet">{entry.by}</span>
          </li>
        ))}
      </ol>
      {it.timeline.length === 0 && <p class="quiet">{t('timeline.empty')}</p>}
    </section>
  );
}

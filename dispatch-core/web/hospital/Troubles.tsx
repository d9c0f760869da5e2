import { t } from '../shared/i18n';
import { liveState } from '../shared/live';
import type { Entry } from './outbox';
import { drop, refusals } from './sender';
import { readFailure } from './store';

/** What the server will never take, said until somebody has read it; and why it cannot be read. Over the page, moving nothing. */
export function Troubles() {
  const unread = liveState.value === 'connected' ? readFailure.value : '';
  return (
    <div class="troubles">
      {unread && (
        <p role="alert" class="trouble">
          {unread}
        </p>
      )}
      {refusals.value.map((entry) => (
        <p key={entry.key} role="alert" class="trouble">
          <span>
            <span aria-hidden="true">▲</span> {t('hospital.refused', { what: nameOf(entry), why: entry.refused ?? '' })}
          </span>
          <button type="button" onClick={() => drop(entry.key)}>
            {t('hospital.understood')}
          </button>
        </p>
      ))}
    </div>
  );
}

function nameOf(entry: Entry): string {
  if (entry.kind === 'report') return entry.corrects === undefined ? t('hospital.entry.report') : t('hospital.entry.correction');
  if (entry.kind === 'confirm') return t('hospital.confirm');
  return entry.kind === 'answer' ? t('hospital.entry.answer', { callSign: entry.callSign }) : t('hospital.seen');
}

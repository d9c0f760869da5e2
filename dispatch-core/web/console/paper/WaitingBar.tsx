import { hourAndMinute } from '../../shared/format';
import { t, word } from '../../shared/i18n';
import { told } from '../../shared/place';
import { troubles, waitingAlerts } from '../state/waiting';
import { paperMode } from './mode';

/** Who has reported and is not in the queue, and what is wrong with the machines: nothing of it may wait in a log. */
export function WaitingBar() {
  const waiting = waitingAlerts.value;
  // The bar of paper mode says that better, and where there is no answer nobody knows.
  const wrong = troubles.value.filter((one) => one.code !== 'DATABASE_AWAY' || paperMode.value === null);
  if (waiting.length === 0 && wrong.length === 0) return null;
  return (
    <div class="waiting bar">
      {wrong.map((one) => (
        <p role="alert" key={one.code}>
          <strong>{t('trouble.since', { at: hourAndMinute(Date.parse(one.since)) })}</strong> {one.text}
        </p>
      ))}
      {waiting.length > 0 && (
        <details open>
          <summary role="status">{t('waiting.title', { n: waiting.length })}</summary>
          <ul>
            {waiting.map((one) => (
              <li key={one.alertId}>
                <strong>{hourAndMinute(Date.parse(one.receivedAt))}</strong> {word('kind', one.kind)} · {told(one.place) || t('queue.place.unknown')}
                {one.description && ` · ${one.description}`}
                {one.reporterPhone && (
                  <>
                    {' · '}
                    <a href={`tel:${one.reporterPhone}`}>{one.reporterPhone}</a>
                  </>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

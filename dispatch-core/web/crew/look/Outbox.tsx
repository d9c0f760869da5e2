import { t } from '../../shared/i18n';
import type { Item } from '../outbox/item';
import { markSeen, send, tryAgain } from '../outbox/keeper';
import { hourMinute } from '../order/words';
import { durable, items, crew } from '../store';
import { panel } from './panel';

/** Everything that the server does not have yet, and what it would not take, with its own sentence. */
export function Outbox() {
  const mine = items.value.filter((item) => item.unitId === crew.value?.unitId);
  const waits = mine.filter((item) => !item.refused);
  const refused = mine.filter((item) => item.refused);
  const others = items.value.length - mine.length;
  return (
    <section class="panel" aria-label={t('crew.outbox')}>
      <div class="row">
        <h2>{t('crew.outbox')}</h2>
        <button type="button" onClick={() => (panel.value = null)}>
          {t('crew.close')}
        </button>
      </div>
      {!durable.value && <p class="failed">{t('crew.outbox.notDurable')}</p>}
      {waits.length === 0 && <p class="quiet">{t('crew.outbox.empty')}</p>}
      <ol>
        {waits.map((item) => (
          <li key={item.seq}>
            <time>{hourMinute(Date.parse(item.at))}</time> {itemWords(item)} <span class="unsent">{t('crew.unsent')}</span>
          </li>
        ))}
      </ol>
      {waits.length > 0 && (
        <button type="button" class="big" onClick={send}>
          {t('crew.outbox.now')}
        </button>
      )}
      {refused.length > 0 && <h2>{t('crew.outbox.refusedTitle')}</h2>}
      <ol>
        {refused.map((item) => (
          <li key={item.seq} class={item.refused?.seen ? 'quiet' : ''}>
            <p>
              <time>{hourMinute(Date.parse(item.at))}</time> <strong>{itemWords(item)}</strong>
            </p>
            <p class={item.refused?.seen ? '' : 'failed'}>{item.refused?.sentence}</p>
            <div class="acts">
              {!item.refused?.seen && (
                <button type="button" onClick={() => void markSeen(item)}>
                  {t('crew.seen')}
                </button>
              )}
              <button type="button" onClick={() => void tryAgain(item)}>
                {t('crew.outbox.again')}
              </button>
            </div>
          </li>
        ))}
      </ol>
      {others > 0 && <p class="quiet">{t('crew.outbox.others', { n: others })}</p>}
    </section>
  );
}

export function itemWords(item: Item): string {
  switch (item.kind) {
    case 'STATUS':
      return t(`crew.did.${item.body.status}`);
    case 'PATIENT':
      return t('crew.item.PATIENT', { colour: t(`crew.colour.${item.body.patient.triage}`) });
    case 'PHOTO':
      return t('crew.item.PHOTO', { kb: Math.ceil(item.body.image.size / 1024) });
    case 'DESTINATION':
      return t('crew.item.DESTINATION', { reason: item.body.reason });
    case 'DUTY':
      return t(item.body.onDuty ? 'crew.duty.on' : 'crew.duty.off');
  }
}

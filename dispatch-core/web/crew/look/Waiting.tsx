import { signal } from '@preact/signals';
import { dayAndTime } from '../../shared/format';
import { t } from '../../shared/i18n';
import { report } from '../outbox/keeper';
import { hourMinute } from '../order/words';
import { items, keptOrder, lastOrder, toldOrder } from '../store';
import { tap } from '../voice/tones';
import { TilesLine } from './TilesLine';

const confirming = signal(false);

/** No order: who waits where, whether it would be reached, and what was last. Calm, and nothing to press by mistake. */
export function Waiting() {
  const answer = keptOrder.value?.answer;
  const unit = answer?.unit;
  const onDuty = isOnDuty();
  const last = lastOrder.value;
  const ended = toldOrder.value;
  return (
    <main class="waiting">
      <h1>{answer?.callSign ?? ''}</h1>
      {unit?.stationName && <p class="quiet">{unit.stationName}</p>}
      <p class="state" role="status">
        {!answer ? t('crew.waiting.unknown') : onDuty ? t('crew.waiting') : t('crew.offDuty')}
      </p>
      {keptOrder.value && <p class="quiet">{t('crew.waiting.asOf', { at: hourMinute(keptOrder.value.at) })}</p>}
      {ended ? (
        <p class="last">{t('crew.last.ended', { number: ended.incidentNumber })}</p>
      ) : (
        last && (
          <p class="last quiet">
            {t('crew.last', { number: last.incidentNumber, place: last.place, at: dayAndTime(last.at) })} ·{' '}
            {t(`crew.did.${last.status}`)}
          </p>
        )
      )}
      <TilesLine />
      {answer && !ended && <Duty onDuty={onDuty} />}
    </main>
  );
}

/** On duty is one touch; off duty, after which no order comes, is two. */
function Duty({ onDuty }: { onDuty: boolean }) {
  const set = (to: boolean) => {
    tap();
    confirming.value = false;
    void report('DUTY', { onDuty: to }, null).catch(() => undefined);
  };
  if (!onDuty) {
    return (
      <button type="button" class="main big" onClick={() => set(true)}>
        {t('crew.duty.on')}
      </button>
    );
  }
  if (!confirming.value) {
    return (
      <button type="button" class="big" onClick={() => (confirming.value = true)}>
        {t('crew.duty.off')}
      </button>
    );
  }
  return (
    <div class="confirm" role="group" aria-label={t('crew.duty.off')}>
      <p>{t('crew.duty.confirm')}</p>
      <button type="button" class="danger" onClick={() => set(false)}>
        {t('crew.duty.off.yes')}
      </button>
      <button type="button" onClick={() => (confirming.value = false)}>
        {t('crew.confirm.no')}
      </button>
    </div>
  );
}

/** As the server knows it, or as it was pressed since. */
function isOnDuty(): boolean {
  const unitId = keptOrder.value?.answer.unitId;
  const pressed = items.value.filter((item) => item.kind === 'DUTY' && !item.refused && item.unitId === unitId).at(-1);
  return pressed?.kind === 'DUTY' ? pressed.body.onDuty : (keptOrder.value?.answer.unit?.onDuty ?? true);
}

import { signal } from '@preact/signals';
import { closeRoad, reopenRoad } from '../../shared/api/calls';
import type { RoadClosure } from '../../shared/api/types';
import { dayAndTime, readKm } from '../../shared/format';
import { t } from '../../shared/i18n';
import { attempt, closures, cutOff, refreshClosures } from '../store';

const kmWrong = signal(false);

export function RoadClosures() {
  return (
    <>
      <h2>{t('closure.title')}</h2>
      <form class="fields" onSubmit={(event) => void submit(event)} onInput={() => (kmWrong.value = false)}>
        <label>
          {t('closure.road')}
          <input name="road" required maxLength={64} autoComplete="off" placeholder={t('alert.roadHint')} data-first />
        </label>
        <div class="pair">
          <label>
            {t('closure.fromKm')}
            <input name="fromKm" required autoComplete="off" aria-invalid={kmWrong.value} />
          </label>
          <label>
            {t('closure.toKm')}
            <input name="toKm" required autoComplete="off" aria-invalid={kmWrong.value} />
          </label>
        </div>
        {kmWrong.value && (
          <p role="alert" class="failed">
            {t('alert.kmWrong')}
          </p>
        )}
        <label>
          {t('closure.reason')}
          <input name="reason" required maxLength={500} />
        </label>
        <button type="submit" class="main">
          {t('closure.submit')}
        </button>
      </form>
      {cutOff.value.length > 0 && (
        <>
          <h3 class="warned">{t('closure.cutOff')}</h3>
          <ul class="plain">
            {cutOff.value.map((place) => (
              <li key={`${place.kind} ${place.id}`}>
                {t(`closure.cutOff.${place.kind}`)} <strong>{place.name}</strong>{' '}
                <span class="quiet">{dayAndTime(place.since)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{t('closure.list')}</h3>
      {closures.value.length === 0 && <p class="quiet">{t('closure.none')}</p>}
      <ul class="plain">
        {closures.value.map((one) => (
          <li key={one.id} class="closure">
            <span>
              <strong>{one.label}</strong> {one.reason} <span class="quiet">{dayAndTime(one.from)}</span>
              {one.match && one.match !== 'MATCHED' && (
                <span class="warned"> {t(one.match === 'NOT_YET' ? 'closure.notYet' : 'closure.noRoad')}</span>
              )}
            </span>
            <button type="button" aria-label={`${t('closure.reopen')} ${one.label}`} onClick={() => void reopen(one)}>
              {t('closure.reopen')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

async function submit(event: SubmitEvent): Promise<void> {
  event.preventDefault();
  const element = event.currentTarget as HTMLFormElement;
  const form = new FormData(element);
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const fromKm = readKm(text('fromKm'));
  const toKm = readKm(text('toKm'));
  if (fromKm === undefined || toKm === undefined) {
    kmWrong.value = true;
    return;
  }
  const done = await attempt(async () => {
    const made = await closeRoad(text('road'), Math.min(fromKm, toKm), Math.max(fromKm, toKm), text('reason'));
    return t('closure.saved', { road: made.label });
  });
  if (done) element.reset();
  refreshClosures();
}

async function reopen(one: RoadClosure): Promise<void> {
  await attempt(async () => {
    await reopenRoad(one.id);
    return t('closure.reopened', { road: one.label });
  });
  refreshClosures();
}

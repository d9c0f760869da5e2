import { signal } from '@preact/signals';
import { closeRoad, reopenRoad } from '../../shared/api/calls';
import type { RoadClosure, RoadClosureRequest } from '../../shared/api/types';
import { dayAndTime, readKm } from '../../shared/format';
import { t } from '../../shared/i18n';
import { attempt, closures, cutOff, refreshClosures } from '../store';

const kmWrong = signal(false);

type State = 'CLOSED' | 'FOUR_BY_FOUR' | 'MOTORBIKE' | 'ONE_LANE' | 'SLOW';

/** What an operator says of a road in one word; figures are the usual ones, others are entered over the API. */
const STATES: Record<State, Partial<RoadClosureRequest>> = {
  CLOSED: { effect: 'CLOSED' },
  FOUR_BY_FOUR: { effect: 'CLOSED', passableFor: ['FOUR_BY_FOUR', 'MOTORBIKE'] },
  MOTORBIKE: { effect: 'CLOSED', passableFor: ['MOTORBIKE'] },
  ONE_LANE: { effect: 'ONE_LANE' },
  SLOW: { effect: 'SLOW', factor: 1.5 },
};

function stateOf(one: RoadClosure): RoadClosure['effect'] | State {
  if (one.effect !== 'CLOSED' || one.passableFor.length === 0) return one.effect;
  return one.passableFor.includes('FOUR_BY_FOUR') ? 'FOUR_BY_FOUR' : 'MOTORBIKE';
}

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
        <div class="pair">
          <label>
            {t('closure.effect')}
            <select name="effect">
              {(Object.keys(STATES) as State[]).map((state) => (
                <option key={state} value={state}>
                  {t(`roadEffect.${state}`)}
                </option>
              ))}
            </select>
          </label>
          <label>
            {t('closure.until')}
            <input name="until" type="datetime-local" />
          </label>
        </div>
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
              <strong>{one.label}</strong> {t(`roadEffect.${stateOf(one)}`)}. {one.reason}{' '}
              <span class="quiet">
                {dayAndTime(one.from)} {one.until && t('closure.untilShown', { at: dayAndTime(one.until) })}
              </span>
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
    const made = await closeRoad({
      road: text('road'),
      fromKm: Math.min(fromKm, toKm),
      toKm: Math.max(fromKm, toKm),
      reason: text('reason'),
      until: text('until') ? new Date(text('until')).toISOString() : null,
      ...STATES[text('effect') as State],
    });
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

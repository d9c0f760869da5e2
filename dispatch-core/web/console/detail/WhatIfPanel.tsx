import { t, word } from '../../shared/i18n';
import { minuteRange } from '../../shared/format';
import { confirming, overrideReason, send } from '../acts/dispatch';
import { AgreedBy } from './AgreedBy';
import { Age } from '../board/Age';
import { freeBeds } from '../board/HospitalBoard';
import { positionFreshness } from '../board/looks';
import { hospitals, positions, units } from '../state/boards';
import { incident } from '../state/selected';
import { isFree, shortName, shortUnit } from '../state/words';
import { Bars } from './Bars';
import { Picker } from './Picker';
import { shutWhatIf, weighed, weighFailure, whatIf } from './whatIf';

/** Any other pair: what it would cost in minutes against the best, and which rules speak against it. */
export function WhatIfPanel() {
  const pair = whatIf.value;
  if (!pair) return null;
  return (
    <section class="what-if" aria-labelledby="weigh-title">
      <div class="pane-head">
        <h3 id="weigh-title">{t('desk.weigh.title')}</h3>
        <button type="button" onClick={shutWhatIf} aria-keyshortcuts="w">
          {t('action.cancel')} <kbd aria-hidden="true">w</kbd>
        </button>
      </div>
      <div class="pickers">
        <Picker
          label={t('board.units')}
          items={[...units.all()].sort((a, b) => Number(isFree(b)) - Number(isFree(a)))}
          names={(unit) => [shortUnit(unit.id), unit.callSign]}
          chosen={pair.unitId}
          first
          onChoose={(unitId) => (whatIf.value = { ...pair, unitId })}
          onEnter={sendIt}
          onEscape={shutWhatIf}
          row={(unit) => (
            <>
              <span>
                {shortUnit(unit.id)} {unit.callSign}
              </span>
              <span class="quiet">{word('desk.unit', unit.onDuty ? unit.status : 'OUT_OF_SERVICE')}</span>
              <Age at={positions.get(unit.id)?.at} freshness={positionFreshness} />
            </>
          )}
        />
        <Picker
          label={t('board.hospitals')}
          items={hospitals.all()}
          names={(one) => [one.id, shortName(one.name), one.name]}
          chosen={pair.hospitalId}
          onChoose={(hospitalId) => (whatIf.value = { ...pair, hospitalId })}
          onEnter={sendIt}
          onEscape={shutWhatIf}
          row={(one) => (
            <>
              <span>{shortName(one.name)}</span>
              <span class="quiet">{bedWords(one.id)}</span>
            </>
          )}
        />
      </div>
      <Cost />
    </section>
  );
}

/** Of the kind of bed that this incident needs. */
function bedWords(hospitalId: string): string {
  const kind = incident.value?.needs.bed;
  const one = hospitals.get(hospitalId);
  if (!kind || !one) return '';
  const free = freeBeds(one, kind);
  return free === null ? '–' : t('board.free', { kind: word('bed', kind), n: free });
}

function Cost() {
  const found = weighed.value;
  if (weighFailure.value) {
    return (
      <p role="alert" class="failed">
        {weighFailure.value}
      </p>
    );
  }
  if (!found) return <p class="quiet">{t(whatIf.value?.unitId ? 'rec.loading' : 'desk.weigh.choose')}</p>;
  const { option, best, slowerS, refusals } = found;
  return (
    <>
      <div role="status">
        {option ? (
          <>
            <p class="cost">
              <strong>{t('rec.minutes', { n: minuteRange(option.timeToCareS, option.timeToCareP90S) })}</strong>{' '}
              <span class={slowerS !== null && slowerS > 60 ? 'warned' : 'quiet'}>{against(slowerS)}</span>
            </p>
            <Bars of={option} most={Math.max(option.timeToCareP90S, best?.timeToCareP90S ?? 0)} />
            {best && <Bars of={best} most={Math.max(option.timeToCareP90S, best.timeToCareP90S)} label={t('desk.weigh.best')} />}
          </>
        ) : (
          <p class="warned">{t('desk.weigh.noRoad')}</p>
        )}
        <ul class="rules">
          {refusals.map((one) => (
            <li key={`${one.code} ${one.unitId} ${one.hospitalId}`} class="warned">
              <span aria-hidden="true">◆ </span>
              {one.text}
            </li>
          ))}
        </ul>
      </div>
      <label>
        {t(refusals.length > 0 ? 'desk.weigh.reasonNeeded' : 'desk.weigh.reason')}
        <input
          id="weigh-reason"
          value={overrideReason.value}
          maxLength={500}
          autoComplete="off"
          onInput={(event) => (overrideReason.value = event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && sendIt()}
        />
      </label>
      <AgreedBy isFull={refusals.some((one) => one.code === 'NO_BED')} onEnter={sendIt} />
      <button type="button" class="main" disabled={confirming.value} onClick={sendIt}>
        {t('desk.weigh.send')} <kbd aria-hidden="true">Enter</kbd>
      </button>
    </>
  );
}

function against(slowerS: number | null): string {
  if (slowerS === null) return '';
  const minutes = Math.round(Math.abs(slowerS) / 60);
  if (minutes === 0) return t('desk.weigh.same');
  return t(slowerS > 0 ? 'desk.weigh.slower' : 'desk.weigh.faster', { minutes });
}

/** Where a rule speaks against it, the reason is asked for before the server would. */
function sendIt(): void {
  const pair = whatIf.value;
  const found = weighed.value;
  if (!pair?.unitId || !found) return;
  const against = found.refusals.some((one) => one.code !== 'OUTRANKED');
  if (against && overrideReason.value.trim() === '') {
    document.getElementById('weigh-reason')?.focus();
    return;
  }
  void send({ unitId: pair.unitId, hospitalId: pair.hospitalId }).then(shutWhatIf);
}

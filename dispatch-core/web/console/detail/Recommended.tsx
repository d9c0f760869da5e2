import { useEffect, useRef } from 'preact/hooks';
import type { DispatchOption, Recommendation } from '../../shared/api/types';
import { ageWords, kilometres, minuteRange, number } from '../../shared/format';
import { type Key, t, word } from '../../shared/i18n';
import { confirm, confirming, contested, overrideReason } from '../confirm';
import {
  choose,
  hospitals,
  incident,
  isChosen,
  recommendation,
  recommendationFailure,
  refreshRecommendation,
  units,
  waiting,
} from '../store';

export function Recommended() {
  const found = recommendation.value;
  return (
    <section class="recommendation" aria-labelledby="rec-title">
      <div class="pane-head">
        <h3 id="rec-title">{t('rec.title')}</h3>
        {found && (
          <span class={found.basis === 'ESTIMATE' ? 'warned' : 'quiet'}>
            {t(`rec.basis.${found.basis}`)} · {t('rec.computed', { ms: number(found.computedInMs, 1) })}
          </span>
        )}
        <button type="button" onClick={refreshRecommendation}>
          {t('rec.refresh')}
        </button>
      </div>
      <Contested />
      {recommendationFailure.value && (
        <p role="alert" class="failed">
          {recommendationFailure.value}
        </p>
      )}
      {!found && !recommendationFailure.value && <p role="status">{t('rec.loading')}</p>}
      {found && <Options of={found} />}
      {found && <Refusals of={found} />}
    </section>
  );
}

function Options({ of: found }: { of: Recommendation }) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Only from the pane itself: who is somewhere else is not pulled away.
    if (document.activeElement?.id === 'detail') list.current?.focus({ preventScroll: true });
  }, []);
  if (found.options.length === 0) {
    return (
      <p role="alert" class="warned">
        {t('rec.none')}
      </p>
    );
  }
  const at = found.options.findIndex(isChosen);
  return (
    <>
      <div
        role="listbox"
        class="options"
        tabIndex={0}
        ref={list}
        aria-labelledby="rec-title"
        aria-activedescendant={at >= 0 ? `option-${at}` : undefined}
      >
        {found.options.map((option, index) => (
          <Option key={`${option.unitId} ${option.hospitalId}`} option={option} index={index} />
        ))}
      </div>
      {at > 0 && (
        <label class="override">
          {t('rec.notFirst')}
          <input
            value={overrideReason.value}
            maxLength={500}
            onInput={(event) => (overrideReason.value = event.currentTarget.value)}
          />
        </label>
      )}
      <button type="button" class="main confirm" disabled={confirming.value || at < 0} onClick={() => void confirm()}>
        {confirming.value ? t('rec.confirming') : confirmWords(found.options[at])}{' '}
        <kbd aria-hidden="true">Enter</kbd> <kbd aria-hidden="true">a</kbd>
      </button>
    </>
  );
}

function confirmWords(option: DispatchOption | undefined): string {
  const onlyWhere = waiting.value !== undefined && waiting.value.unitId === option?.unitId;
  return `${t(onlyWhere ? 'rec.confirmHospital' : 'rec.confirm')}: ${option?.callSign ?? ''}`;
}

function Option({ option, index }: { option: DispatchOption; index: number }) {
  const chosen = isChosen(option);
  return (
    <div
      role="option"
      id={`option-${index}`}
      class="option"
      aria-selected={chosen}
      onClick={() => choose(option)}
    >
      <div class="option-head">
        <span class="rank">
          <span class="spoken">{t('rec.option', { n: '' })}</span>
          {index + 1}
        </span>
        <span>
          <strong>{option.callSign}</strong> <span aria-hidden="true">→</span> {hospitalName(option)}
        </span>
        <span class="total" title={t('rec.totalLong')}>
          {t('rec.minutes', { n: minuteRange(option.timeToCareS, option.timeToCareP90S) })}
        </span>
      </div>
      <Parts of={option} />
      <p class="quiet ages">
        {positionAge(option)} · {capacityAge(option)}
      </p>
      {chosen && (
        <ul class="reasons">
          {option.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Where the minutes go; the total is the sum of the seconds, rounded once. Only driving has a range. */
function Parts({ of: option }: { of: DispatchOption }) {
  const parts: [Key, number | null | undefined, number | null | undefined][] = [
    ['rec.turnout', option.turnoutS, undefined],
    ['rec.travel', option.travelS, option.travelP90S],
    ['rec.onScene', option.onSceneS, undefined],
    ['rec.transport', option.transportS, option.transportP90S],
  ];
  return (
    <dl class="parts">
      {parts.map(([name, p50, p90]) => (
        <div key={name}>
          <dt>{t(name)}</dt>
          <dd>{typeof p50 === 'number' ? (p90 === undefined ? number(p50 / 60, 1) : minuteRange(p50, p90)) : '–'}</dd>
        </div>
      ))}
      <div>
        <dt>{t('rec.total')}</dt>
        <dd>
          {minuteRange(option.timeToCareS, option.timeToCareP90S)} {t('unit.minutes')}
        </dd>
      </div>
      {option.distanceM !== undefined && (
        <div>
          <dt>km</dt>
          <dd>{kilometres(option.distanceM)}</dd>
        </div>
      )}
    </dl>
  );
}

function Refusals({ of: found }: { of: Recommendation }) {
  if (found.refusals.length === 0) return null;
  return (
    <details class="refusals">
      <summary>{t('rec.refusals', { n: found.refusals.length })}</summary>
      <ul>
        {found.refusals.map((refusal) => (
          <li key={`${refusal.unitId} ${refusal.hospitalId} ${refusal.code}`}>
            <strong>{refusal.name ?? nameOf(refusal.unitId, refusal.hospitalId)}</strong>: {refusal.text}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Contested() {
  const refusal = contested.value;
  if (refusal?.incidentId !== incident.value?.id || !refusal) return null;
  const problem = refusal.problem;
  const next = problem.nextBest;
  return (
    <div role="alert" class="failed">
      <p>{t('rec.taken', { detail: problem.detail })}</p>
      {problem.takenBy?.incidentNumber && <p>{t('rec.holder', { number: problem.takenBy.incidentNumber })}</p>}
      {next && <p>{t('rec.next', { callSign: next.callSign, hospital: hospitalName(next) })}</p>}
    </div>
  );
}

function hospitalName(option: DispatchOption): string {
  return option.hospitalName ?? nameOf(undefined, option.hospitalId) ?? t('rec.noHospital');
}

function nameOf(unitId?: string, hospitalId?: string | null): string | undefined {
  if (unitId) return units.value.find((unit) => unit.id === unitId)?.callSign ?? unitId;
  if (hospitalId) return hospitals.value.find((hospital) => hospital.id === hospitalId)?.name ?? hospitalId;
  return undefined;
}

function positionAge({ position }: DispatchOption): string {
  return typeof position.ageS === 'number'
    ? t('rec.positionAge', { age: ageWords(position.ageS) })
    : t('rec.positionUnknown');
}

function capacityAge({ capacity }: DispatchOption): string {
  if (typeof capacity?.ageS !== 'number') return t('rec.capacityUnknown');
  const age = t('rec.capacityAge', { age: ageWords(capacity.ageS) });
  return capacity.confidence ? `${age}, ${word('confidence', capacity.confidence)}` : age;
}

import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { DispatchOption, Recommendation } from '../../shared/api/types';
import { ageWords, kilometres, minuteRange, minutes, number } from '../../shared/format';
import { t, word } from '../../shared/i18n';
import { AgreedBy } from './AgreedBy';
import { confirm, confirming, contested, overrideReason, wantsReason } from '../acts/dispatch';
import { hospitals, units } from '../state/boards';
import {
  beforeS,
  choose,
  isChosen,
  recommendation,
  recommendationFailure,
  refreshRecommendation,
} from '../state/recommendation';
import { incident, waiting } from '../state/selected';
import { shortName, shortNumber, shortUnit } from '../state/words';
import { Bars } from './Bars';
import { BeingChosen } from './BeingChosen';
import { weighUnit, whatIf } from './whatIf';
import { WhatIfPanel } from './WhatIfPanel';

export function Recommended() {
  const found = recommendation.value;
  return (
    <section class="recommendation" aria-labelledby="rec-title">
      <div class="pane-head">
        <h3 id="rec-title">{t('rec.title')}</h3>
        {found && (
          <span
            class={found.basis === 'ESTIMATE' ? 'warned' : 'quiet'}
            title={t('rec.computed', { ms: number(found.computedInMs, 1) })}
          >
            {t(`rec.basis.${found.basis}`)}
          </span>
        )}
        <button type="button" aria-keyshortcuts="w" aria-expanded={whatIf.value !== null} onClick={() => weighUnit(null)}>
          {t('desk.weigh.open')} <kbd aria-hidden="true">w</kbd>
        </button>
        <button type="button" onClick={refreshRecommendation}>
          {t('rec.refresh')}
        </button>
      </div>
      <WhatIfPanel />
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
  const most = Math.max(...found.options.map((option) => option.timeToCareP90S));
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
          <Option key={`${option.unitId} ${option.hospitalId}`} option={option} index={index} most={most} />
        ))}
      </div>
      <Override option={found.options[at]} notFirst={at > 0} />
      <button
        type="button"
        class="main confirm"
        aria-keyshortcuts="Enter a"
        disabled={confirming.value || at < 0}
        onClick={() => void confirm()}
      >
        {confirming.value ? t('rec.confirming') : confirmWords(found.options[at])}{' '}
        <kbd aria-hidden="true">Enter</kbd> <kbd aria-hidden="true">a</kbd>
      </button>
    </>
  );
}

/** Where a rule was in the way, the reason is asked for at once, with the usual one to be sent or written over. */
function Override({ option, notFirst }: { option: DispatchOption | undefined; notFirst: boolean }) {
  const field = useRef<HTMLInputElement>(null);
  const needed = option !== undefined && wantsReason(option);
  useLayoutEffect(() => {
    const input = field.current;
    if (!needed || !input) return;
    if (overrideReason.value === '') {
      input.value = t('desk.override.usual');
      overrideReason.value = input.value;
    }
    input.focus();
    input.select();
  }, [needed, option?.unitId, option?.hospitalId]);
  if (!needed && !notFirst) return null;
  return (
    <>
      <label class="override">
        {t(needed ? 'desk.override.needed' : 'rec.notFirst')}
        <input
          ref={field}
          value={overrideReason.value}
          maxLength={500}
          autoComplete="off"
          onInput={(event) => (overrideReason.value = event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            void confirm();
          }}
        />
      </label>
      {needed && <AgreedBy onEnter={() => void confirm()} />}
    </>
  );
}

function confirmWords(option: DispatchOption | undefined): string {
  const onlyWhere = waiting.value !== undefined && waiting.value.unitId === option?.unitId;
  return `${t(onlyWhere ? 'rec.confirmHospital' : 'rec.confirm')}: ${option?.callSign ?? ''}`;
}

function Option({ option, index, most }: { option: DispatchOption; index: number; most: number }) {
  const chosen = isChosen(option);
  const before = beforeS(option);
  return (
    <div role="option" id={`option-${index}`} class="option" aria-selected={chosen} onClick={() => choose(option)}>
      <div class="option-head">
        <span class="rank">
          <span class="spoken">{t('rec.option', { n: '' })}</span>
          {index + 1}
        </span>
        <span class="who">
          <strong>{option.callSign}</strong> <span class="quiet">{shortUnit(option.unitId)}</span>{' '}
          <span aria-hidden="true">→</span> {hospitalName(option)}
        </span>
        <span class="total" title={t('rec.totalLong')}>
          {before !== undefined && (
            <span class={option.timeToCareS > before ? 'warned before' : 'before good'}>
              {option.timeToCareS > before ? '▲' : '▼'} {t('desk.rec.before', { n: minutes(before) })}
            </span>
          )}{' '}
          {t('rec.minutes', { n: minuteRange(option.timeToCareS, option.timeToCareP90S) })}
        </span>
      </div>
      <Bars of={option} most={most} />
      <p class="quiet ages">
        {positionAge(option)} · {capacityAge(option)}
        {option.distanceM !== undefined && ` · ${t('unit.km', { n: kilometres(option.distanceM) })}`}
      </p>
      <BeingChosen hospitalId={option.hospitalId} kind={incident.value?.needs.bed} />
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

function Refusals({ of: found }: { of: Recommendation }) {
  if (found.refusals.length === 0) return null;
  return (
    <details class="refusals">
      <summary>{t('rec.refusals', { n: found.refusals.length })}</summary>
      <ul>
        {found.refusals.map((refusal) => (
          <li key={`${refusal.unitId} ${refusal.hospitalId} ${refusal.code}`}>
            <strong>{refusal.name ?? nameOf(refusal.unitId, refusal.hospitalId)}</strong>: {refusal.text}{' '}
            <BeingChosen hospitalId={refusal.hospitalId} kind={incident.value?.needs.bed} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Contested() {
  const refusal = contested.value;
  if (!refusal || refusal.incidentId !== incident.value?.id) return null;
  const problem = refusal.problem;
  const next = problem.nextBest;
  const holder = problem.takenBy?.incidentNumber;
  return (
    <div role="alert" class="failed contested">
      <p>{t('rec.taken', { detail: problem.detail })}</p>
      {holder && <p>{t('rec.holder', { number: shortNumber({ number: holder }) })}</p>}
      {next && <p>{t('rec.next', { callSign: next.callSign, hospital: hospitalName(next) })}</p>}
    </div>
  );
}

function hospitalName(option: DispatchOption): string {
  const name = option.hospitalName ?? nameOf(undefined, option.hospitalId);
  return name ? shortName(name) : t('rec.noHospital');
}

function nameOf(unitId?: string, hospitalId?: string | null): string | undefined {
  if (unitId) return units.get(unitId)?.callSign ?? unitId;
  return hospitalId ? (hospitals.get(hospitalId)?.name ?? hospitalId) : undefined;
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

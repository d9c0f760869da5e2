import { useEffect, useRef } from 'preact/hooks';
import { minutes } from '../../shared/format';
import type { Incident } from '../../shared/api/types';
import { t, word } from '../../shared/i18n';
import { sending, sendRide, togglePlan } from '../acts/plan';
import type { CasualtyPlan, PlannedRide } from '../calls';
import { casualtyPlan, isForMany, planFailure, planning } from '../state/plan';
import { shortName, shortUnit } from '../state/words';

const SHAPES: Record<string, string> = { RED: '▲', YELLOW: '◆', GREEN: '●', BLACK: '✚' };

/** Many hurt: who rides with whom, with the reasons. Nothing goes by itself; each ride is sent by its own press. */
export function PlanPane({ of: it }: { of: Incident }) {
  if (!isForMany(it)) return null;
  const plan = casualtyPlan.value;
  return (
    <section class="plan" aria-labelledby="plan-title">
      <div class="pane-head">
        <h3 id="plan-title">{t('desk.plan.title')}</h3>
        {plan && (
          <span class={plan.proved ? 'quiet' : 'warned'}>
            {plan.proved ? t('desk.plan.proved') : t('desk.plan.within', { n: percent(plan.aboveBound) })}
          </span>
        )}
        <button type="button" aria-keyshortcuts="9" aria-expanded={planning.value} onClick={togglePlan}>
          {t(planning.value ? 'desk.plan.shut' : 'desk.plan.open')} <kbd aria-hidden="true">9</kbd>
        </button>
      </div>
      {planning.value && <Proposal plan={plan} />}
    </section>
  );
}

function Proposal({ plan }: { plan: CasualtyPlan | null }) {
  const list = useRef<HTMLOListElement>(null);
  const isThere = plan !== null;
  useEffect(() => {
    if (isThere) list.current?.querySelector<HTMLButtonElement>('button')?.focus({ preventScroll: true });
  }, [isThere]);
  if (planFailure.value) {
    return (
      <p role="alert" class="failed">
        {planFailure.value}
      </p>
    );
  }
  if (!plan) return <p role="status">{t('desk.plan.loading')}</p>;
  return (
    <>
      {plan.basis === 'ESTIMATE' && <p class="warned">{t('rec.basis.ESTIMATE')}</p>}
      {plan.rides.length === 0 && <p class="warned">{t('desk.plan.none')}</p>}
      <ol class="rides" ref={list}>
        {plan.rides.map((ride) => (
          <Ride key={`${ride.unitId} ${ride.trip}`} ride={ride} />
        ))}
      </ol>
      {plan.waiting.length > 0 && (
        <ul class="left-waiting" aria-label={t('desk.plan.waiting')}>
          {plan.waiting.map((left) => (
            <li key={left.number} class={left.code === 'BEYOND_HELP' ? 'quiet' : 'warned'}>
              <Who number={left.number} triage={left.triage} seen={left.seen} />: {left.text}
            </li>
          ))}
        </ul>
      )}
      <details class="refusals">
        <summary>{t('rec.refusals', { n: plan.refusals.length })}</summary>
        <ul>
          {plan.refusals.map((refusal) => (
            <li key={`${refusal.unitId} ${refusal.hospitalId} ${refusal.code}`}>
              <strong>{refusal.name}</strong>: {refusal.text}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

function Ride({ ride }: { ride: PlannedRide }) {
  return (
    <li class="ride">
      <div class="option-head">
        <span class="who">
          <strong>{ride.callSign}</strong> <span class="quiet">{shortUnit(ride.unitId)}</span>{' '}
          <span aria-hidden="true">→</span> {shortName(ride.hospitalName)}
          {ride.trip > 1 && <span class="quiet"> · {t('desk.plan.trip', { n: ride.trip })}</span>}
        </span>
        <span class="total">{t('rec.minutes', { n: minutes(ride.inCareS) })}</span>
      </div>
      <p class="riders">
        {ride.patients.map((patient) => (
          <Who key={patient.number} number={patient.number} triage={patient.triage} seen={patient.seen} />
        ))}
      </p>
      <details>
        <summary>{t('desk.plan.why')}</summary>
        <ul class="reasons">
          {ride.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </details>
      {ride.now ? (
        <button type="button" disabled={sending.value !== null} onClick={() => void sendRide(ride)}>
          {sending.value === ride.unitId ? t('rec.confirming') : t('desk.plan.send', { callSign: ride.callSign })}
        </button>
      ) : (
        <p class="quiet">{t('desk.plan.later', { n: minutes(ride.atSceneS) })}</p>
      )}
    </li>
  );
}

function Who({ number, triage, seen }: { number: number; triage: string; seen: boolean }) {
  return (
    <span class={`rider ${triage}`} title={seen ? undefined : t('desk.plan.unseen')}>
      <span aria-hidden="true">{SHAPES[triage]}</span> {word('triage', triage)} {number}
      {!seen && '?'}
    </span>
  );
}

/** A plan within a thousandth is not worth another look; so one decimal. */
function percent(part: number): string {
  return (part * 100).toLocaleString(undefined, { maximumFractionDigits: 1 });
}

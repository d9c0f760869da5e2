import { signal } from '@preact/signals';
import type { Assignment, Incident, RouteNotice } from '../../shared/api/types';
import { bedWords } from '../../shared/beds';
import { carriesWords } from '../../shared/carries';
import { clock, kilometres, minuteRange, minutes, timeOfDay } from '../../shared/format';
import { t, word } from '../../shared/i18n';
import { divertTo, reportStatus, standDown } from '../acts/dispatch';
import { hospitals, units } from '../state/boards';
import { ageS } from '../state/clock';
import { isActive, isUnassigned, leftS } from '../state/incidents';
import { route, waiting, wantsMore } from '../state/selected';
import { shortName, shortUnit } from '../state/words';
import { AgreedBy } from './AgreedBy';
import { field } from './fields';
import { Ticking } from './Ticking';
import { PhoneLink } from './PhoneLink';

/** The one act that is being filled in, of one assignment; nothing opens over anything. */
const doing = signal<{ assignmentId: string; act: 'stand-down' | 'divert' } | null>(null);

export function Assignments({ of: it }: { of: Incident }) {
  if (it.assignments.length === 0) return null;
  const active = it.assignments.filter(isActive);
  const over = it.assignments.filter((one) => !isActive(one));
  return (
    <section class="assignments" aria-labelledby="assign-title">
      <div class="pane-head">
        <h3 id="assign-title">{t('assign.title')}</h3>
        {it.status === 'OPEN' && !isUnassigned(it) && (
          <button
            type="button"
            aria-pressed={wantsMore.value}
            aria-keyshortcuts="+"
            onClick={() => (wantsMore.value = !wantsMore.value)}
          >
            {t('rec.additional')} <kbd aria-hidden="true">+</kbd>
          </button>
        )}
      </div>
      {active.map((one) => (
        <One key={one.id} assignment={{ ...one, incidentId: it.id }} />
      ))}
      {over.map((one) => (
        <Over key={one.id} assignment={one} />
      ))}
    </section>
  );
}

/** What is behind it, in one line. */
function Over({ assignment: it }: { assignment: Assignment }) {
  return (
    <article class="assignment over quiet" aria-label={it.callSign}>
      <p>
        <strong>{it.callSign}</strong> <span class="status">{word('status', it.status)}</span>
      </p>
    </article>
  );
}

function One({ assignment: it }: { assignment: Assignment }) {
  const phone = units.get(it.unitId)?.phone;
  return (
    <article class="assignment" aria-label={it.callSign}>
      <p>
        <strong>{it.callSign}</strong> <span class="quiet">{shortUnit(it.unitId)}</span>{' '}
        <span class="status">{word('status', it.status)}</span> <Since of={it} />
        {it.etaS !== null && <Left of={it} />}
        {phone && <Phone number={phone} />}
      </p>
      <p>
        {t('assign.hospital')}: {it.hospitalName ? shortName(it.hospitalName) : (it.hospitalId ?? t('rec.noHospital'))}
        {(it.carries?.length ?? 0) > 0 && ` · ${t('assign.carries')}: ${carriesWords(it.carries)}`}
        {it.hold && <span class="quiet"> · {`${bedWords(it.hold)}: ${word('hold', it.hold.state)}`}</span>}
        {it.hospitalId && hospitals.get(it.hospitalId)?.phone && <Phone number={hospitals.get(it.hospitalId)?.phone ?? ''} />}
      </p>
      {it.hospitalId && (
        <p class={it.preArrival?.answer === 'DECLINE' ? 'warned' : ''}>
          {t('assign.preArrival')}: {it.preArrival ? word('assign.answer', it.preArrival.answer) : t('assign.waiting')}
          {it.preArrival?.reason && ` (${it.preArrival.reason})`}
          {it.preArrival && <span class="quiet"> · {timeOfDay(it.preArrival.at)}</span>}
        </p>
      )}
      {waiting.value?.id === it.id && (
        <p role="alert" class="warned">
          <span aria-hidden="true">◆ </span>
          {t('assign.needsDestination')}
        </p>
      )}
      {it.destinationAsked && (
        <p role="alert" class="warned">
          <span aria-hidden="true">◆ </span>
          {t('desk.assign.asks', {
            hospital: it.destinationAsked.hospitalId
              ? shortName(hospitals.get(it.destinationAsked.hospitalId)?.name ?? it.destinationAsked.hospitalId)
              : t('desk.assign.anyHospital'),
            reason: it.destinationAsked.reason,
          })}
        </p>
      )}
      {it.routes?.map((told) => <News key={told.leg} told={told} />)}
      <RouteLine of={it} />
      <Acts of={it} />
    </article>
  );
}

/** How long it has been doing what it does. */
function Since({ of: it }: { of: Assignment }) {
  const reached = Object.values(it.milestones ?? {}).filter((at): at is string => typeof at === 'string');
  const last = reached.sort().at(-1);
  return last ? <Ticking class="quiet" says={() => clock(ageS(last))} deps={[last]} /> : null;
}

/** Counted down between two readings. */
function Left({ of: it }: { of: Assignment }) {
  const left = (seconds: number) => Math.max(0, leftS(it.incidentId ?? '', seconds));
  const says = () => ` · ${t('assign.eta', { n: minuteRange(left(it.etaS ?? 0), left(it.etaP90S ?? it.etaS ?? 0)) })}`;
  return <Ticking says={says} deps={[it.etaS, it.etaP90S]} />;
}

function Phone({ number }: { number: string }) {
  return (
    <span>
      {' '}
      · <PhoneLink number={number} />
    </span>
  );
}

/** What the roads did to its way since it was sent: another one, or none. */
function News({ told }: { told: RouteNotice }) {
  const why = told.why ? ` (${told.why})` : '';
  return (
    <p class={told.cutOff ? 'warned' : ''} role={told.cutOff ? 'alert' : undefined}>
      {told.cutOff && <span aria-hidden="true">◆ </span>}
      {told.cutOff
        ? t(`assign.cutOff.${told.leg}`, {
            minutes: minutes(told.cutOff.driveS),
            km: kilometres(told.cutOff.walkM),
            walk: minutes(told.cutOff.walkS),
          })
        : t(`assign.rerouted.${told.leg}`, { now: minutes(told.nowS ?? 0), before: told.beforeS === null ? '–' : minutes(told.beforeS) })}
      {why}
    </p>
  );
}

function RouteLine({ of: it }: { of: Assignment }) {
  const shown = route.value;
  if (shown?.assignmentId !== it.id) return null;
  const way = shown.route;
  return (
    <details>
      <summary>
        {t(`assign.route.${way.leg}`)}:{' '}
        {t('assign.routeSummary', { km: kilometres(way.distanceM), minutes: minuteRange(way.timeS, way.timeP90S) })}
        {way.basis === 'ESTIMATE' && ` · ${t('rec.basis.ESTIMATE')}`}
      </summary>
      <ol class="steps">
        {way.steps.map((step, index) => (
          <li key={index}>
            {step.text} <span class="quiet">{t('unit.km', { n: kilometres(step.distanceM) })}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}

function Acts({ of: it }: { of: Assignment }) {
  const act = doing.value?.assignmentId === it.id ? doing.value.act : null;
  const next = it.next?.find((status) => status !== 'CANCELLED');
  const canStop = it.next ? it.next.includes('CANCELLED') : true;
  return (
    <>
      <div class="acts">
        {next && (
          <button type="button" onClick={() => void reportStatus(it, next)}>
            {t('assign.record', { status: word('status', next) })} <kbd aria-hidden="true">s</kbd>
          </button>
        )}
        <button type="button" aria-expanded={act === 'divert'} onClick={() => open(it, 'divert')}>
          {t('assign.divert')} <kbd aria-hidden="true">d</kbd>
        </button>
        {canStop && (
          <button type="button" aria-expanded={act === 'stand-down'} onClick={() => open(it, 'stand-down')}>
            {t('assign.standDown')} <kbd aria-hidden="true">q</kbd>
          </button>
        )}
      </div>
      {act === 'stand-down' && <StandDown of={it} />}
      {act === 'divert' && <Divert of={it} />}
    </>
  );
}

function StandDown({ of: it }: { of: Assignment }) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void standDown(it, field(event, 'reason')).then(shutIfDone);
  };
  return (
    <form class="inline" onSubmit={submit}>
      <label>
        {t('assign.reasonPrompt')}
        <input name="reason" maxLength={500} required autoFocus autoComplete="off" />
      </label>
      <Buttons submit={t('assign.standDownConfirm')} />
    </form>
  );
}

function Divert({ of: it }: { of: Assignment }) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void divertTo(it, field(event, 'hospital'), field(event, 'reason')).then(shutIfDone);
  };
  const others = hospitals.all().filter((hospital) => hospital.id !== it.hospitalId);
  const asked = it.destinationAsked?.hospitalId ?? undefined;
  return (
    <form class="inline" onSubmit={submit}>
      <label>
        {t('assign.divertTo')}
        <select name="hospital" required autoFocus {...(asked ? { value: asked } : {})}>
          {others.map((hospital) => (
            <option key={hospital.id} value={hospital.id}>
              {shortName(hospital.name)} · {word('traffic', hospital.emsTraffic)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('assign.reasonPrompt')}
        <input name="reason" maxLength={500} autoComplete="off" />
      </label>
      <AgreedBy />
      <Buttons submit={t('assign.divert.submit')} />
    </form>
  );
}

function Buttons({ submit }: { submit: string }) {
  return (
    <div class="acts">
      <button type="submit" class="main">
        {submit}
      </button>
      <button type="button" onClick={() => (doing.value = null)}>
        {t('action.cancel')}
      </button>
    </div>
  );
}

function open(it: Assignment, act: 'stand-down' | 'divert'): void {
  const same = doing.value?.assignmentId === it.id && doing.value.act === act;
  doing.value = same ? null : { assignmentId: it.id, act };
}

function shutIfDone(done: boolean): void {
  if (done) doing.value = null;
}

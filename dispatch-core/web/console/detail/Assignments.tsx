import { signal } from '@preact/signals';
import { divert, recordStatus } from '../../shared/api/calls';
import type { Assignment, AssignmentStatus, Incident, RouteNotice } from '../../shared/api/types';
import { kilometres, minuteRange, minutes, sorted } from '../../shared/format';
import { t, word } from '../../shared/i18n';
import {
  attempt,
  hospitals,
  isActive,
  isUnassigned,
  refreshBoards,
  refreshIncident,
  refreshIncidents,
  route,
  waiting,
  wantsMore,
} from '../store';

/** The one act that is being filled in, of one assignment; nothing opens over anything. */
const doing = signal<{ assignmentId: string; act: 'stand-down' | 'divert' } | null>(null);

export function Assignments({ of: it }: { of: Incident }) {
  if (it.assignments.length === 0) return null;
  return (
    <section class="assignments" aria-labelledby="assign-title">
      <div class="pane-head">
        <h3 id="assign-title">{t('assign.title')}</h3>
        {it.status === 'OPEN' && !isUnassigned(it) && (
          <button type="button" aria-pressed={wantsMore.value} onClick={() => (wantsMore.value = !wantsMore.value)}>
            {t('rec.additional')}
          </button>
        )}
      </div>
      {[...it.assignments.filter(isActive), ...it.assignments.filter((one) => !isActive(one))].map((one) => (
        <One key={one.id} assignment={one} />
      ))}
    </section>
  );
}

function One({ assignment: it }: { assignment: Assignment }) {
  return (
    <article class="assignment" aria-label={it.callSign}>
      <p>
        <strong>{it.callSign}</strong> <span class="status">{word('status', it.status)}</span>
        {it.etaS !== null && isActive(it) && <span> · {t('assign.eta', { n: minuteRange(it.etaS, it.etaP90S) })}</span>}
      </p>
      <p>
        {t('assign.hospital')}: {it.hospitalName ?? it.hospitalId ?? t('rec.noHospital')}
        {it.hold && <span class="quiet"> · {`${word('bed', it.hold.kind)}: ${word('hold', it.hold.state)}`}</span>}
      </p>
      {it.hospitalId && (
        <p class={it.preArrival?.answer === 'DECLINE' ? 'warned' : ''}>
          {t('assign.preArrival')}: {it.preArrival ? word('assign.answer', it.preArrival.answer) : t('assign.waiting')}
          {it.preArrival?.reason && ` (${it.preArrival.reason})`}
        </p>
      )}
      {waiting.value?.id === it.id && (
        <p role="alert" class="warned">
          <span aria-hidden="true">◆ </span>
          {t('assign.needsDestination')}
        </p>
      )}
      {isActive(it) && it.routes?.map((told) => <News key={told.leg} told={told} />)}
      <RouteLine of={it} />
      {isActive(it) && <Acts of={it} />}
    </article>
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
  if (shown?.assignmentId !== it.id || !isActive(it)) return null;
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
          <button type="button" onClick={() => void report(it, next, '')}>
            {t('assign.record', { status: word('status', next) })}
          </button>
        )}
        <button type="button" aria-expanded={act === 'divert'} onClick={() => open(it, 'divert')}>
          {t('assign.divert')}
        </button>
        {canStop && (
          <button type="button" aria-expanded={act === 'stand-down'} onClick={() => open(it, 'stand-down')}>
            {t('assign.standDown')}
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
    void report(it, 'CANCELLED', field(event, 'reason'));
  };
  return (
    <form class="inline" onSubmit={submit}>
      <label>
        {t('assign.reasonPrompt')}
        <input name="reason" maxLength={500} required autoFocus />
      </label>
      <Buttons submit={t('assign.standDownConfirm')} />
    </form>
  );
}

function Divert({ of: it }: { of: Assignment }) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const hospitalId = field(event, 'hospital');
    const reason = field(event, 'reason');
    void finish(async () => {
      await divert(it.id, hospitalId, reason);
    });
  };
  const others = sorted(hospitals.value, (hospital) => hospital.name).filter((hospital) => hospital.id !== it.hospitalId);
  return (
    <form class="inline" onSubmit={submit}>
      <label>
        {t('assign.divertTo')}
        <select name="hospital" required autoFocus>
          {others.map((hospital) => (
            <option key={hospital.id} value={hospital.id}>
              {hospital.name} · {word('traffic', hospital.emsTraffic)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('assign.reasonPrompt')}
        <input name="reason" maxLength={500} />
      </label>
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

function report(it: Assignment, status: AssignmentStatus, reason: string): Promise<void> {
  return finish(async () => {
    await recordStatus(it.id, status, reason);
  });
}

async function finish(act: () => Promise<void>): Promise<void> {
  if (await attempt(act)) doing.value = null;
  refreshIncident();
  refreshIncidents();
  refreshBoards();
}

function field(event: SubmitEvent, name: string): string {
  return String(new FormData(event.currentTarget as HTMLFormElement).get(name) ?? '');
}

import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { AssignmentStatus } from '../../shared/api/types';
import { t } from '../../shared/i18n';
import { report } from '../outbox/keeper';
import { current } from '../store';
import { tap } from '../voice/tones';
import { awake } from '../wake';
import { NEXT } from './lifecycle';
import { hourMinute } from './words';

/** A glove bounces: the next step must not be taken by the press that took this one. */
const REST_MS = 1_500;

const resting = signal<{ status: AssignmentStatus; at: number } | null>(null);
const others = signal(false);
/** The step that waits for its second press. */
const confirming = signal<AssignmentStatus | null>(null);

const REASONS = ['crew.cancel.broken', 'crew.cancel.road', 'crew.cancel.noNeed'] as const;

export function NextStep() {
  const now = current.value;
  const status = now?.status;
  useEffect(() => {
    others.value = false;
    confirming.value = null;
  }, [status]);
  if (!now) return null;

  const [usual, ...more] = NEXT[now.status];
  const press = (to: AssignmentStatus, reason?: string) => {
    if (resting.value) return;
    tap();
    resting.value = { status: to, at: Date.now() };
    setTimeout(() => (resting.value = null), REST_MS);
    // What cannot be kept is said by the page, and was not pressed.
    report('STATUS', { status: to, ...(reason ? { reason } : {}) }, now.order.assignment.id).catch(() => (resting.value = null));
  };
  const asked = confirming.value;
  const just = resting.value;

  return (
    <footer class="next">
      {others.value && !asked && (
        <div class="others" role="group" aria-label={t('crew.other')}>
          {more.map((to) => (
            <button type="button" key={to} class={to === 'CANCELLED' ? 'danger' : ''} onClick={() => choose(to, press)}>
              {label(now.status, to)}
            </button>
          ))}
        </div>
      )}
      {asked && (
        <div class="confirm" role="group" aria-label={t('crew.confirm', { step: label(now.status, asked) })}>
          <p>{t(asked === 'CANCELLED' ? 'crew.confirm.cancel' : 'crew.confirm.end')}</p>
          {asked === 'CANCELLED' ? (
            REASONS.map((reason) => (
              <button type="button" key={reason} class="danger" onClick={() => press(asked, t(reason))}>
                {t('crew.confirm.because', { reason: t(reason) })}
              </button>
            ))
          ) : (
            <button type="button" class="danger" onClick={() => press(asked)}>
              {t('crew.confirm.yes', { step: label(now.status, asked) })}
            </button>
          )}
          <button type="button" onClick={() => (confirming.value = null)}>
            {t('crew.confirm.no')}
          </button>
        </div>
      )}
      <div class="row small">
        <span role="status">{just && `✓ ${t('crew.pressed', { step: t(`crew.did.${just.status}`), at: hourMinute(just.at) })}`}</span>
        {!just && awake.value !== 'on' && <span class="warned">{t(`crew.wake.${awake.value}`)}</span>}
        {more.length > 0 && (
          <button type="button" aria-expanded={others.value} onClick={() => toggle()}>
            {t('crew.other')}
          </button>
        )}
      </div>
      {usual && (
        <button type="button" class="main step" aria-disabled={just !== null} onClick={() => press(usual)}>
          {label(now.status, usual)}
        </button>
      )}
    </footer>
  );
}

function toggle(): void {
  others.value = !others.value;
  confirming.value = null;
}

/** What ends the case takes a second press, in place; what only skips a step does not. */
function choose(to: AssignmentStatus, press: (to: AssignmentStatus) => void): void {
  if (to === 'CANCELLED' || to === 'IN_SERVICE') confirming.value = to;
  else press(to);
}

function label(from: AssignmentStatus, to: AssignmentStatus): string {
  if (to === 'IN_SERVICE' && from === 'ON_SCENE') return t('crew.do.IN_SERVICE.nobody');
  if (to === 'IN_SERVICE' && from === 'AT_PATIENT') return t('crew.do.IN_SERVICE.treated');
  if (from === 'ON_SCENE' && to === 'LEFT_SCENE') return t('crew.do.LEFT_SCENE.direct');
  return t(`crew.do.${to as Exclude<AssignmentStatus, 'NOTIFIED'>}`);
}

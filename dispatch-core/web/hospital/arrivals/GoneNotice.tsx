import { hourAndMinute } from '../../shared/format';
import { type Key, t } from '../../shared/i18n';
import { see, unsent } from '../sender';
import type { Gone } from './expected';

const OUTCOMES: Record<Gone['outcome'], Key> = {
  DECLINED: 'hospital.gone.DECLINED',
  DIVERTED: 'hospital.gone.DIVERTED',
  STOOD_DOWN: 'hospital.gone.STOOD_DOWN',
  NOT_TRANSPORTED: 'hospital.gone.NOT_TRANSPORTED',
};

/** Who does not come any more is said, and stays until somebody has read it. */
export function GoneNotice({ gone }: { gone: Gone }) {
  const isPressed = unsent.value.some((entry) => entry.kind === 'seen' && entry.assignmentId === gone.assignmentId);
  return (
    <li>
      <article class="card gone" aria-label={t('hospital.card', { callSign: gone.callSign, number: gone.incidentNumber })}>
        <p role="status">
          <span aria-hidden="true">✕</span> <s>{gone.callSign}</s> <strong>{t(OUTCOMES[gone.outcome])}</strong>
        </p>
        <p class="quiet">
          {t('hospital.gone.at', { time: hourAndMinute(gone.at) })} · {t('hospital.incident', { number: gone.incidentNumber })}
          {gone.reason && <> · {t('hospital.gone.reason', { reason: gone.reason })}</>}
        </p>
        <button type="button" disabled={isPressed} onClick={() => see(gone.assignmentId)}>
          {isPressed ? t('hospital.unsentMark') : t('hospital.understood')}
        </button>
      </article>
    </li>
  );
}

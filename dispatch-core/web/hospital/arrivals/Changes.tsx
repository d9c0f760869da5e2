import { hourAndMinute, minutes } from '../../shared/format';
import { t } from '../../shared/i18n';
import type { Change, Incoming } from './expected';

/** What is no longer as this ward prepared for it; stays until somebody has seen it. */
export function Changes({ changes, arrival }: { changes: Change[]; arrival: Incoming }) {
  return (
    <ul class="changes" role="status">
      {changes.map((change) => (
        <li key={change.what}>
          <span aria-hidden="true">▲</span> {sentence(change, arrival)}
        </li>
      ))}
    </ul>
  );
}

function sentence(change: Change, arrival: Incoming): string {
  switch (change.what) {
    case 'eta':
      return t(change.laterS > 0 ? 'hospital.change.later' : 'hospital.change.sooner', {
        n: minutes(Math.abs(change.laterS)),
        before: hourAndMinute(change.before),
      });
    case 'cutOff':
      return t('hospital.change.cutOff');
    case 'open':
      return t('hospital.change.open');
    case 'priority':
      return t('hospital.change.priority', { before: change.before, now: arrival.priority });
    case 'patients':
      return t('hospital.change.patients');
  }
}

import { effect } from '@preact/signals';
import { t } from '../../shared/i18n';
import { closures, current, notices, toldOrder } from '../store';
import { ring, silence } from '../voice/tones';
import { dismiss } from './follow';
import type { Notice } from './news';
import { hourMinute, noticeWords } from './words';

/** The order itself says that it is new, and what was said of one that is gone is of no use; all else stays until it is read. */
function shown(): Notice[] {
  const id = toldOrder.value?.assignment.id;
  const isOff = (notice: Notice) => notice.kind === 'STOOD_DOWN';
  const due = notices.value.filter((notice) => isOff(notice) || (notice.kind !== 'ORDER' && notice.assignmentId === id));
  return [...due.filter(isOff), ...due.filter((notice) => !isOff(notice))];
}

export function Notices() {
  const order = toldOrder.value;
  return (
    <>
      {current.value?.status === 'NOTIFIED' && (
        <p class="notice ORDER" role="alert">
          <strong>{t('crew.newOrder')}</strong>
        </p>
      )}
      {shown().map((notice) => (
        <div key={notice.id} class={`notice ${notice.kind}`} role="alert">
          <p>
            <span aria-hidden="true">{SIGNS[notice.kind]}</span> <time>{hourMinute(notice.at)}</time>{' '}
            <strong>{noticeWords(notice, order?.assignment.id === notice.assignmentId ? order : null, closures.value)}</strong>
          </p>
          <button type="button" onClick={() => void dismiss(notice.id)}>
            {t('crew.seen')}
          </button>
        </div>
      ))}
    </>
  );
}

const SIGNS: Readonly<Record<Notice['kind'], string>> = {
  ORDER: '●',
  STOOD_DOWN: '✕',
  REROUTED: '⇄',
  CUT_OFF: '▲',
  DIVERTED: 'H',
  NO_HOSPITAL: 'H',
  MOVED: '◎',
};

/** Rings for an order until it is acknowledged and for a stand-down until it is dismissed, and after a reload again. */
export function ringWhenNeeded(): () => void {
  return effect(() => {
    if (current.value?.status === 'NOTIFIED') ring('ORDER');
    else if (notices.value.some((notice) => notice.kind === 'STOOD_DOWN')) ring('STAND_DOWN');
    else silence();
  });
}

import { t } from '../../shared/i18n';
import { notice } from '../state/read';
import { offered, secondsLeft, undo } from './undo';

/** At the foot, quietly: what was done last, and for ten seconds how to take it back. */
export function UndoBar() {
  const it = notice.value;
  return (
    <div class="notice">
      <p role="status" title={it?.text}>
        {it?.kind === 'done' ? it.text : ''}
      </p>
      <p role="alert" class="failed" title={it?.text}>
        {it?.kind === 'failed' ? it.text : ''}
      </p>
      <Undo />
    </div>
  );
}

function Undo() {
  if (!offered.value) return null;
  return (
    <button type="button" class="undo" aria-keyshortcuts="z" title={offered.value.says} onClick={() => void undo()}>
      {t('desk.undo')} <kbd aria-hidden="true">z</kbd> <Left />
    </button>
  );
}

function Left() {
  return <span class="quiet">{t('desk.undo.left', { n: secondsLeft.value })}</span>;
}

import { hourAndMinute } from '../../shared/format';
import { t } from '../../shared/i18n';
import { printBoard } from '../print/print';
import { savePaper } from './save';
import { paperMode } from './mode';

/** What still works, what does not, and the way to paper: one press. */
export function PaperBar() {
  const mode = paperMode.value;
  if (!mode) return null;
  return (
    <div class="paper-mode bar">
      <p role="alert">
        <strong>{t('paper.mode')}</strong> {t(`paper.mode.${mode.why}`, { at: hourAndMinute(mode.since) })}
      </p>
      <button type="button" onClick={printBoard}>
        {t('desk.print.open')} <kbd aria-hidden="true">i</kbd>
      </button>
      {mode.why === 'database' && (
        <button type="button" onClick={savePaper}>
          {t('paper.save')}
        </button>
      )}
    </div>
  );
}

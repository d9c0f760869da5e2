import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../shared/i18n';
import { back } from '../keys';
import { panel, selectedId } from '../store';
import { AlertForm } from './AlertForm';
import { Board } from './Board';
import { IncidentDetail } from './IncidentDetail';
import { KeySheet } from './KeySheet';
import { RoadClosures } from './RoadClosures';

/** The right pane. Whatever opens, opens here beside the queue and the map: nothing ever covers them. */
export function Detail() {
  const pane = useRef<HTMLElement>(null);
  const shown = panel.value;
  useEffect(() => {
    const first = pane.current?.querySelector<HTMLElement>('[data-first]');
    if (first) first.focus();
    if (pane.current) pane.current.scrollTop = 0;
  }, [shown, selectedId.value]);

  return (
    <section id="detail" class="pane detail" aria-label={t('detail.title')} tabIndex={-1} ref={pane}>
      {shown !== 'none' && shown !== 'incident' && (
        <button type="button" class="shut" onClick={back}>
          {t('detail.close')} <kbd aria-hidden="true">Esc</kbd>
        </button>
      )}
      {shown === 'none' && <p class="quiet empty">{t('detail.none')}</p>}
      {shown === 'incident' && <IncidentDetail />}
      {shown === 'alert' && <AlertForm />}
      {shown === 'closure' && <RoadClosures />}
      {shown === 'board' && <Board />}
      {shown === 'keys' && <KeySheet />}
    </section>
  );
}

import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../shared/i18n';
import { CallList } from '../board/CallList';
import { RoadClosures } from '../closures/RoadClosures';
import { Handover } from '../handover/Handover';
import { AlertForm } from '../intake/AlertForm';
import { KeySheet } from '../keys/KeySheet';
import { back, panel, selectedId, shownHospitalId, shownUnitId } from '../state/panel';
import { HospitalCard } from './HospitalCard';
import { IncidentDetail } from './IncidentDetail';
import { UnitCard } from './UnitCard';

/** The right pane. Whatever opens, opens here beside the queue and the map: nothing ever covers them. */
export function Detail() {
  const pane = useRef<HTMLElement>(null);
  const shown = panel.value;
  // Before the next key can come: who presses `n` and goes on typing types into the form.
  useLayoutEffect(() => {
    const first = pane.current?.querySelector<HTMLElement>('[data-first]');
    if (first) first.focus();
    if (pane.current) pane.current.scrollTop = 0;
  }, [shown, selectedId.value, shownUnitId.value, shownHospitalId.value]);

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
      {shown === 'unit' && <UnitCard />}
      {shown === 'hospital' && <HospitalCard />}
      {shown === 'calls' && <CallList />}
      {shown === 'handover' && <Handover />}
      {shown === 'keys' && <KeySheet />}
    </section>
  );
}

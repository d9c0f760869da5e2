import { coordinates, dayAndTime } from '../../shared/format';
import { t, word } from '../../shared/i18n';
import { changeDuty } from '../acts/boards';
import { Age } from '../board/Age';
import { positionFreshness, unitShape } from '../board/looks';
import { showPlace } from '../map/view';
import { positions, standsAt, units } from '../state/boards';
import { incidentOfUnit, incidents } from '../state/incidents';
import { selectedId, shownUnitId } from '../state/panel';
import { open } from '../state/selected';
import { isFree, shortNumber, shortUnit } from '../state/words';
import { weighUnit } from './whatIf';
import { PhoneLink } from './PhoneLink';

/** One unit: what it can do, where it is, how to reach it, and what the desk can do with it. */
export function UnitCard() {
  const unit = units.get(shownUnitId.value);
  if (!unit) return <p class="quiet empty">{t('queue.loading')}</p>;
  const on = incidentOfUnit(unit);
  const at = positions.get(unit.id);
  const selected = incidents.get(selectedId.value);
  const stands = standsAt(unit);
  return (
    <>
      <div class="pane-head">
        <h2 tabIndex={-1}>
          {unit.callSign} <span class="quiet">{shortUnit(unit.id)}</span>
        </h2>
        <span>
          <span aria-hidden="true">{unitShape(unit)}</span> {unit.onDuty ? word('unitStatus', unit.status) : t('board.offDuty')}
        </span>
      </div>
      <div class="acts">
        {on && (
          <button type="button" data-first onClick={() => open(on.id)}>
            {t('desk.unit.toIncident', { number: shortNumber(on) })}
          </button>
        )}
        {isFree(unit) && selected && (
          <button type="button" data-first aria-keyshortcuts="w" onClick={() => weighUnit(unit.id)}>
            {t('desk.unit.weigh', { number: shortNumber(selected) })} <kbd aria-hidden="true">w</kbd>
          </button>
        )}
        <button type="button" data-first disabled={unit.assignmentId !== null} onClick={() => void changeDuty(unit, !unit.onDuty)}>
          {t(unit.onDuty ? 'desk.unit.signOff' : 'desk.unit.signOn')}
        </button>
        {stands && (
          <button type="button" onClick={() => showPlace(stands)}>
            {t('desk.unit.onMap')}
          </button>
        )}
      </div>
      <dl class="facts">
        <div>
          <dt>{t('desk.phone')}</dt>
          <dd>{unit.phone ? <PhoneLink number={unit.phone} /> : t('desk.phone.none')}</dd>
        </div>
        <div>
          <dt>{t('desk.unit.station')}</dt>
          <dd>{unit.stationName ?? '–'}</dd>
        </div>
        <div>
          <dt>{t('desk.unit.can')}</dt>
          <dd>
            {[word('desk.vehicle', unit.vehicleClass), ...unit.capabilities.map((one) => word('capability', one))].join(' · ')}
          </dd>
        </div>
        <div>
          <dt>{t('board.age')}</dt>
          <dd>
            <Age at={at?.at} freshness={positionFreshness} />
            {at && (
              <span class="quiet">
                {' '}
                · {dayAndTime(at.at)} · {coordinates(at)}
              </span>
            )}
          </dd>
        </div>
      </dl>
    </>
  );
}

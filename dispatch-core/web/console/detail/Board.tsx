import type { Hospital, Unit } from '../../shared/api/types';
import { ageWords, sorted } from '../../shared/format';
import { t, word } from '../../shared/i18n';
import { now } from '../../shared/now';
import { boardsReadAt, hospitals, select, units } from '../store';

/** Units and hospitals as lists: everything that the map shows, without the map. */
export function Board() {
  return (
    <>
      <h2 tabIndex={-1} data-first>
        {t('board.title')}
      </h2>
      <table>
        <caption>{t('board.units')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('board.callSign')}</th>
            <th scope="col">{t('board.status')}</th>
            <th scope="col">{t('board.age')}</th>
            <th scope="col">{t('board.incident')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted(units.value, (unit) => unit.callSign).map((unit) => (
            <UnitRow key={unit.id} unit={unit} />
          ))}
        </tbody>
      </table>
      <table>
        <caption>{t('board.hospitals')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('board.name')}</th>
            <th scope="col">{t('board.traffic')}</th>
            <th scope="col">{t('board.bedsLabel')}</th>
            <th scope="col">{t('board.reported')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted(hospitals.value, (hospital) => hospital.name).map((hospital) => (
            <HospitalRow key={hospital.id} hospital={hospital} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function UnitRow({ unit }: { unit: Unit }) {
  const incidentId = unit.incidentId;
  return (
    <tr>
      <th scope="row">{unit.callSign}</th>
      <td>{unit.onDuty ? word('unitStatus', unit.status) : t('board.offDuty')}</td>
      <td>{unit.position ? t('board.ago', { age: older(unit.position.ageS) }) : t('board.noPosition')}</td>
      <td>
        {incidentId ? (
          <button type="button" class="link" onClick={() => select(incidentId)}>
            {unit.incidentNumber ?? incidentId}
          </button>
        ) : (
          '–'
        )}
      </td>
    </tr>
  );
}

function HospitalRow({ hospital }: { hospital: Hospital }) {
  const beds = Object.entries(hospital.beds).map(([kind, bed]) =>
    t('board.free', { kind: word('bed', kind), n: bed.free ?? Math.max(0, bed.available - bed.held) }),
  );
  return (
    <tr>
      <th scope="row">
        {hospital.name}
        {hospital.phone && <span class="quiet"> {hospital.phone}</span>}
      </th>
      <td class={hospital.emsTraffic === 'NORMAL' ? '' : 'warned'}>{word('traffic', hospital.emsTraffic)}</td>
      <td>{beds.join(' · ') || '–'}</td>
      <td>{hospital.capacity.ageS === null ? t('board.noCapacity') : t('board.ago', { age: older(hospital.capacity.ageS) })}</td>
    </tr>
  );
}

/** An age as the server gave it, plus the time since it was read. */
function older(ageS: number): string {
  return ageWords(ageS + (now.value - boardsReadAt.value) / 1000);
}

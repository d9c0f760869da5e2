import { about } from '../../shared/about';
import { ageWords, dayAndTime, timeOfDay } from '../../shared/format';
import { t, word } from '../../shared/i18n';
import { placeLabel } from '../../shared/place';
import { session } from '../../shared/session';
import { freeBeds } from '../board/HospitalBoard';
import { BED_KINDS, type Unit } from '../board/types';
import { hospitals, positions, units } from '../state/boards';
import { ageS } from '../state/clock';
import { activeOf, incidentOfUnit, incidents } from '../state/incidents';
import { closures } from '../state/roads';
import { shortNumber, shortUnit } from '../state/words';

/** The board on paper: all that is needed to go on by telephone and pen when every screen is dark. */
export function PrintBoard({ at }: { at: number }) {
  return (
    <main class="print">
      <h1>{t('desk.print.title')}</h1>
      <p>
        {t('desk.print.at', { at: `${dayAndTime(at)} ${timeOfDay(at)}`, user: session.value?.user ?? '' })}
        {about.value?.exercise && <strong> · {t('exercise.banner')}</strong>}
      </p>
      <Incidents />
      <Units />
      <Hospitals />
      <Closures />
    </main>
  );
}

function Incidents() {
  const list = incidents.all();
  return (
    <table>
      <caption>{t('desk.print.incidents', { n: list.length })}</caption>
      <thead>
        <tr>
          <Head says={t('board.incident')} />
          <Head says={t('priority.label')} />
          <Head says={t('desk.print.opened')} />
          <Head says={t('desk.print.place')} />
          <Head says={t('kind.label')} />
          <Head says={t('detail.patients')} />
          <Head says={t('desk.print.sent')} />
        </tr>
      </thead>
      <tbody>
        {list.map((it) => (
          <tr key={it.id}>
            <th scope="row">{shortNumber(it)}</th>
            <td>{it.priority}</td>
            <td>{dayAndTime(it.openedAt)}</td>
            <td>{placeLabel(it.place)}</td>
            <td>{word('kind', it.kind)}</td>
            <td>
              {[it.injured, it.dead, it.trapped].join(' / ')}
              {it.patients.length > 0 && ` · ${it.patients.map((one) => word('triage', one.triage)).join(', ')}`}
            </td>
            <td>
              {activeOf(it)
                .map((one) => `${one.callSign}: ${word('status', one.status)}${one.hospitalName ? ` → ${one.hospitalName}` : ''}`)
                .join('; ') || t('queue.unassigned')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Units() {
  const list = units.all();
  return (
    <table>
      <caption>{t('desk.print.units', { n: list.length })}</caption>
      <thead>
        <tr>
          <Head says="U" />
          <Head says={t('board.callSign')} />
          <Head says={t('desk.phone')} />
          <Head says={t('board.status')} />
          <Head says={t('board.age')} />
          <Head says={t('desk.unit.station')} />
          <Head says={t('desk.unit.can')} />
          <Head says={t('board.incident')} />
        </tr>
      </thead>
      <tbody>
        {list.map((unit) => (
          <tr key={unit.id}>
            <td>{shortUnit(unit.id)}</td>
            <th scope="row">{unit.callSign}</th>
            <td>{unit.phone ?? ''}</td>
            <td>{unit.onDuty ? word('unitStatus', unit.status) : t('board.offDuty')}</td>
            <td>{positions.get(unit.id) ? ageWords(ageS(positions.get(unit.id)?.at)) : '–'}</td>
            <td>{unit.stationName ?? ''}</td>
            <td>{unit.capabilities.join(' ')}</td>
            <td>{numberOf(unit)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function numberOf(unit: Unit): string {
  const it = incidentOfUnit(unit);
  return it ? shortNumber(it) : '';
}

function Hospitals() {
  const list = hospitals.all();
  return (
    <table>
      <caption>{t('desk.print.hospitals', { n: list.length })}</caption>
      <thead>
        <tr>
          <Head says={t('board.name')} />
          <Head says={t('desk.phone')} />
          <Head says={t('board.traffic')} />
          {BED_KINDS.map((kind) => (
            <Head key={kind} says={word('bed', kind)} />
          ))}
          <Head says={t('board.reported')} />
        </tr>
      </thead>
      <tbody>
        {list.map((one) => (
          <tr key={one.id}>
            <th scope="row">{one.name}</th>
            <td>{one.phone ?? ''}</td>
            <td>{word('traffic', one.emsTraffic)}</td>
            {BED_KINDS.map((kind) => (
              <td key={kind}>{freeBeds(one, kind) ?? ''}</td>
            ))}
            <td>{one.capacity.reportedAt ? dayAndTime(one.capacity.reportedAt) : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Closures() {
  if (closures.value.length === 0) return null;
  return (
    <table>
      <caption>{t('closure.list')}</caption>
      <tbody>
        {closures.value.map((one) => (
          <tr key={one.id}>
            <th scope="row">{one.label}</th>
            <td>{word('roadEffect', one.effect)}</td>
            <td>{one.reason}</td>
            <td>{dayAndTime(one.from)}</td>
            <td>{one.until ? dayAndTime(one.until) : ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Head({ says }: { says: string }) {
  return <th scope="col">{says}</th>;
}

import type { components } from '../../shared/api/contract';
import { t, word } from '../../shared/i18n';

type Patient = components['schemas']['Patient'];

const SHAPES: Record<Patient['triage'], string> = { RED: '▲', YELLOW: '◆', GREEN: '●', BLACK: '■' };
const WORST_FIRST: readonly Patient['triage'][] = ['RED', 'YELLOW', 'GREEN', 'BLACK'];

/** Worst first; each colour by its word and its shape too. */
export function Patients({ patients, injured }: { patients: readonly Patient[]; injured: number | null }) {
  if (patients.length === 0) {
    return <p class="quiet">{injured === null ? t('hospital.patients.unknown') : t('hospital.patients.injured', { n: injured })}</p>;
  }
  const sorted = [...patients].sort((a, b) => WORST_FIRST.indexOf(a.triage) - WORST_FIRST.indexOf(b.triage));
  return (
    <ul class="patients" aria-label={t('hospital.patients')}>
      {sorted.map((patient, i) => (
        <li key={patient.id ?? i} class={`patient ${patient.triage}`}>
          <strong>
            <span aria-hidden="true">{SHAPES[patient.triage]}</span> {word('triage', patient.triage)}
          </strong>
          {who(patient) && <span> · {who(patient)}</span>}
          {patient.note && <span class="told"> · {patient.note}</span>}
          {found(patient) && <span class="quiet found">{found(patient)}</span>}
        </li>
      ))}
    </ul>
  );
}

function who({ sex, ageYears }: Patient): string {
  const words = [
    sex === 'MALE' ? t('hospital.male') : sex === 'FEMALE' ? t('hospital.female') : '',
    ageYears === null || ageYears === undefined ? '' : t('hospital.age', { n: ageYears }),
  ];
  return words.filter(Boolean).join(', ');
}

/** What the crew has found, in the order in which a ward asks. */
function found({ findings }: Patient): string {
  if (!findings) return '';
  const { breathes, breathesAfterAirway, respirationsPerMin, radialPulse, capillaryRefillS, obeysCommands, walks, majorBleedingControlled } = findings;
  const words = [
    breathes === false ? (breathesAfterAirway ? t('hospital.found.airway') : t('hospital.found.noBreath')) : '',
    isNumber(respirationsPerMin) ? t('hospital.found.respirations', { n: respirationsPerMin }) : '',
    radialPulse === true ? t('hospital.found.pulse') : radialPulse === false ? t('hospital.found.noPulse') : '',
    isNumber(capillaryRefillS) ? t('hospital.found.refill', { n: capillaryRefillS }) : '',
    obeysCommands === true ? t('hospital.found.obeys') : obeysCommands === false ? t('hospital.found.obeysNot') : '',
    majorBleedingControlled === false ? t('hospital.found.bleeding') : '',
    walks === true ? t('hospital.found.walks') : '',
  ];
  return words.filter(Boolean).join(' · ');
}

function isNumber(value: number | null | undefined): value is number {
  return typeof value === 'number';
}

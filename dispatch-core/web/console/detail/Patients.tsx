import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Incident } from '../../shared/api/types';
import { t, word } from '../../shared/i18n';
import { setPatients } from '../acts/incidents';
import type { Patient } from '../calls';
import { openSection, section, shutSection } from './sections';

const COLOURS = ['RED', 'YELLOW', 'GREEN', 'BLACK'] as const;
const SHAPES: Record<(typeof COLOURS)[number], string> = { RED: '▲', YELLOW: '◆', GREEN: '●', BLACK: '✚' };

/** Who is hurt: as callers counted, as crews found them; the desk counts in colours, since needs follow from them. */
export function Patients({ of: it }: { of: Incident }) {
  const editing = section.value === 'patients';
  return (
    <section class="patients" aria-labelledby="patients-title">
      <div class="pane-head">
        <h3 id="patients-title">{t('detail.patients')}</h3>
        <span class="quiet">
          {[
            t('detail.injured', { n: it.injured }),
            t('detail.dead', { n: it.dead }),
            t('detail.trapped', { n: it.trapped }),
          ].join(' · ')}
        </span>
        {it.status === 'OPEN' && (
          <button type="button" aria-keyshortcuts="f" aria-expanded={editing} onClick={() => openSection('patients')}>
            {t('desk.patients.count')} <kbd aria-hidden="true">f</kbd>
          </button>
        )}
      </div>
      {editing && <Count of={it} />}
      <ul class="cards">
        {it.patients.map((patient, index) => (
          <Card key={patient.id ?? index} patient={patient} />
        ))}
      </ul>
    </section>
  );
}

function Card({ patient }: { patient: Patient }) {
  return (
    <li class={`card ${patient.triage}`}>
      <span aria-hidden="true">{SHAPES[patient.triage]}</span> {word('triage', patient.triage)}
      {patient.sex && ` · ${word('desk.sex', patient.sex)}`}
      {typeof patient.ageYears === 'number' && ` · ${t('desk.patients.age', { n: patient.ageYears })}`}
      {patient.method && <span class="quiet"> · {patient.method}</span>}
      <Findings of={patient} />
      {patient.note && <p>{patient.note}</p>}
    </li>
  );
}

/** What the colour rests on, as the crew found it. */
function Findings({ of: patient }: { of: Patient }) {
  const found = Object.entries(patient.findings ?? {}).filter(([, value]) => value !== null && value !== undefined);
  if (found.length === 0) return null;
  const says = found.map(([name, value]) =>
    typeof value === 'boolean'
      ? `${word('desk.finding', name)}: ${t(value ? 'desk.yes' : 'desk.no')}`
      : `${word('desk.finding', name)}: ${value}`,
  );
  return <p class="quiet">{says.join(' · ')}</p>;
}

/** Colours by count: cards that a crew wrote stay as they are, those that were only counted are counted anew. */
function Count({ of: it }: { of: Incident }) {
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector('input')?.select(), []);
  const cards = it.patients.filter((patient) => patient.id);
  const counted = it.patients.filter((patient) => !patient.id);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const fresh = COLOURS.flatMap((triage) => {
      const before = counted.filter((patient) => patient.triage === triage);
      const wanted = Math.max(0, Math.min(50, Number(data.get(triage)) || 0));
      return Array.from({ length: wanted }, (_, index): Patient => before[index] ?? { triage });
    });
    void setPatients(it, [...cards, ...fresh]);
    shutSection();
  };
  return (
    <form class="inline" ref={form} onSubmit={submit}>
      <div class="pair">
        {COLOURS.map((triage) => (
          <label key={triage}>
            {word('triage', triage)}
            <input
              name={triage}
              type="number"
              min={0}
              max={50}
              defaultValue={String(counted.filter((patient) => patient.triage === triage).length)}
            />
          </label>
        ))}
      </div>
      <div class="acts">
        <button type="submit" class="main">
          {t('desk.save')} <kbd aria-hidden="true">Enter</kbd>
        </button>
        <button type="button" onClick={shutSection}>
          {t('action.cancel')}
        </button>
      </div>
    </form>
  );
}

import { signal } from '@preact/signals';
import type { Patient } from '../../shared/api/types';
import { t, word } from '../../shared/i18n';
import { current, items } from '../store';
import { type Card, cardsOf, countsOf, SHAPES } from './cards';
import { CardForm } from './CardForm';

/** The card that is open; a new one has no id yet. */
const open = signal<Partial<Patient> | null>(null);

export function Patients() {
  const now = current.value;
  if (!now) return null;
  const { order } = now;
  const cards = cardsOf(order.patients, items.value, order.assignment.id);
  if (open.value) {
    return <CardForm key={open.value.id ?? 'new'} card={open.value} assignmentId={order.assignment.id} onClose={() => (open.value = null)} />;
  }
  return (
    <section class="patients" aria-label={t('crew.patients')}>
      <ul class="counts" aria-label={t('crew.patients.counts')}>
        {countsOf(cards, order.patients).map(([colour, n]) => (
          <li key={colour} class={`triage ${colour} ${n === 0 ? 'none' : ''}`}>
            <span aria-hidden="true">{SHAPES[colour]}</span> <strong>{n}</strong>
            <span class="name">{t(`crew.colour.${colour}`)}</span>
          </li>
        ))}
      </ul>
      <button type="button" class="main big" onClick={() => (open.value = {})}>
        + {t('crew.patients.add')}
      </button>
      {cards.length === 0 && <p class="quiet">{t('crew.patients.none')}</p>}
      <ol class="cards">
        {cards.map((card, i) => (
          <li key={card.patient.id}>
            <button type="button" class="card" onClick={() => (open.value = card.patient)}>
              <CardLine card={card} number={i + 1} />
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

function CardLine({ card: { patient, sent }, number }: { card: Card; number: number }) {
  const about = [
    patient.sex ? t(`crew.sex.${patient.sex}`) : '',
    typeof patient.ageYears === 'number' ? t('crew.age.years', { n: patient.ageYears }) : '',
  ].filter(Boolean);
  return (
    <>
      <span class={`triage ${patient.triage}`}>
        <span aria-hidden="true">{SHAPES[patient.triage]}</span> {word('crew.colour', patient.triage)}
      </span>
      <span class="who">
        {t('crew.patients.number', { n: number })}
        {about.length > 0 && ` · ${about.join(', ')}`}
        {patient.note && <span class="quiet note">{patient.note}</span>}
      </span>
      {!sent && <span class="unsent">{t('crew.unsent')}</span>}
    </>
  );
}

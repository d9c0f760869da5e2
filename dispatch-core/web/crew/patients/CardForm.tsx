import { useState } from 'preact/hooks';
import type { Patient, TriageCategory, TriageFindings } from '../../shared/api/types';
import { t } from '../../shared/i18n';
import { report } from '../outbox/keeper';
import { tap } from '../voice/tones';
import { COLOURS, SHAPES } from './cards';
import { colourOf, type Method, nextQuestion, type Question } from './triage';

/** Breaths are counted for a quarter of a minute; so each button is a count that was made, not a guess. */
const QUARTER_COUNTS = [2, 3, 4, 5, 6, 7, 8, 9, 10, 12];
const QUARTERS = 4;
const NOTE_MAX = 500;

interface Form {
  card: Partial<Patient>;
  assignmentId: string;
  onClose: () => void;
}

/** One patient: a few yes and no, the colour follows; or the colour at once, from whoever sees it without asking. */
export function CardForm({ card, assignmentId, onClose }: Form) {
  const [method, setMethod] = useState<Method>(card.method ?? remembered());
  const [found, setFound] = useState<TriageFindings>(card.findings ?? {});
  const [chosen, setChosen] = useState<TriageCategory | null>(card.method ? null : (card.triage ?? null));
  const [sex, setSex] = useState<Patient['sex']>(card.sex ?? null);
  const [age, setAge] = useState(card.ageYears?.toString() ?? '');
  const [note, setNote] = useState(card.note ?? '');

  const colour = chosen ?? colourOf(method, found);
  const question = nextQuestion(method, found);

  const answer = (question: Question, value: boolean | number) => {
    tap();
    setChosen(null);
    setFound({ ...found, [question]: value });
  };
  const change = (to: Method) => {
    localStorage.setItem(METHOD, to);
    setMethod(to);
    setFound({});
    setChosen(null);
  };
  const save = () => {
    if (!colour) return;
    const years = age.trim() === '' ? null : Math.min(130, Math.max(0, Math.round(Number(age))));
    const patient: Patient = {
      id: card.id ?? crypto.randomUUID(),
      triage: colour,
      method: chosen ? null : method,
      findings: chosen ? null : found,
      sex: sex ?? null,
      ageYears: Number.isFinite(years) ? years : null,
      note: note.trim().slice(0, NOTE_MAX) || null,
    };
    tap();
    void report('PATIENT', { patient }, assignmentId).then(onClose, () => undefined);
  };

  return (
    <form
      class="card-form"
      aria-label={t('crew.card')}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div class="row">
        <div class="choice" role="group" aria-label={t('crew.card.method')}>
          {(['START', 'SALT'] as const).map((one) => (
            <button type="button" key={one} aria-pressed={method === one} onClick={() => change(one)}>
              {one}
            </button>
          ))}
        </div>
        <button type="button" onClick={onClose}>
          {t('crew.card.close')}
        </button>
      </div>

      <div aria-live="polite">
        {colour ? (
          <p class={`result triage ${colour}`}>
            <span aria-hidden="true">{SHAPES[colour]}</span> {t(`crew.colour.${colour}`)}
            <span class="meaning">{t(`crew.colour.${colour}.means`)}</span>
          </p>
        ) : (
          question && <Ask question={question} answer={answer} />
        )}
      </div>

      {Object.keys(found).length > 0 && !chosen && (
        <ul class="found" aria-label={t('crew.card.found')}>
          {(Object.entries(found) as [Question, boolean | number | null][]).map(([seen, value]) => (
            <li key={seen}>
              <button type="button" onClick={() => setFound(upTo(found, seen))}>
                {t(`crew.finding.${seen}`)}: <strong>{said(value)}</strong>
              </button>
            </li>
          ))}
        </ul>
      )}

      <fieldset class="choice colours">
        <legend>{t('crew.card.direct')}</legend>
        {COLOURS.map((one) => (
          <button
            type="button"
            key={one}
            class={`triage ${one}`}
            aria-pressed={chosen === one}
            onClick={() => setChosen(chosen === one ? null : one)}
          >
            <span aria-hidden="true">{SHAPES[one]}</span> {t(`crew.colour.${one}`)}
          </button>
        ))}
      </fieldset>

      <div class="about">
        <div class="choice" role="group" aria-label={t('crew.sex')}>
          {(['MALE', 'FEMALE'] as const).map((one) => (
            <button type="button" key={one} aria-pressed={sex === one} onClick={() => setSex(sex === one ? null : one)}>
              {t(`crew.sex.${one}`)}
            </button>
          ))}
        </div>
        <label>
          {t('crew.age')}
          <input inputMode="numeric" pattern="[0-9]{1,3}" maxLength={3} value={age} onInput={(e) => setAge(e.currentTarget.value)} />
        </label>
      </div>
      <label>
        {t('crew.note')}
        <textarea rows={2} maxLength={NOTE_MAX} value={note} onInput={(e) => setNote(e.currentTarget.value)} />
      </label>
      <button type="submit" class="main big" disabled={!colour}>
        {t(card.id ? 'crew.card.correct' : 'crew.card.save')}
      </button>
    </form>
  );
}

function Ask({ question, answer }: { question: Question; answer: (question: Question, value: boolean | number) => void }) {
  return (
    <fieldset class="ask">
      <legend>{t(`crew.ask.${question as Asked}`)}</legend>
      {question === 'respirationsPerMin' ? (
        <div class="numbers">
          {QUARTER_COUNTS.map((count) => (
            <button type="button" key={count} onClick={() => answer(question, count * QUARTERS)}>
              {count}
              <span class="quiet">{t('crew.perMinute', { n: count * QUARTERS })}</span>
            </button>
          ))}
        </div>
      ) : (
        <div class="yes-no">
          <button type="button" onClick={() => answer(question, true)}>
            {t('crew.yes')}
          </button>
          <button type="button" onClick={() => answer(question, false)}>
            {t('crew.no')}
          </button>
        </div>
      )}
    </fieldset>
  );
}

/** Refill is a finding of START that this page does not ask for: the pulse at the wrist takes gloves and no watch. */
type Asked = Exclude<Question, 'capillaryRefillS'>;

/** Answers before this one stay; it and what followed from it are asked again. */
function upTo(found: TriageFindings, question: Question): TriageFindings {
  const entries = Object.entries(found);
  return Object.fromEntries(entries.slice(0, entries.findIndex(([asked]) => asked === question)));
}

function said(value: boolean | number | null): string {
  return typeof value === 'boolean' ? t(value ? 'crew.yes' : 'crew.no') : String(value ?? '');
}

const METHOD = 'crew.triage';

function remembered(): Method {
  return localStorage.getItem(METHOD) === 'SALT' ? 'SALT' : 'START';
}

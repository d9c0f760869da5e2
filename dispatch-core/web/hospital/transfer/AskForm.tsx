import { t, word } from '../../shared/i18n';
import { askTransfer } from '../calls';
import { BED_KINDS, type BedKind, SERVICES } from '../figures';
import { hospitalId } from '../store';
import { Receivers } from './Receivers';
import { act } from './store';
import { isReadable, LONG_LINES, PAPER_LINES, type PaperLine, requestOf, type Wish, wish, write } from './wish';

const COLOURS = ['RED', 'YELLOW', 'GREEN'] as const;
const SHAPES = { RED: '▲', YELLOW: '◆', GREEN: '●' };
const LONGEST_NOTE = 500;
const LONGEST_LINE = 200;
const LONGEST_TEXT = 500;

/** What the patient needs, then whom to ask: the list below follows what is chosen. The paper can be written now, or by pen. */
export function AskForm() {
  const now = wish.value;
  if (!now) return null;
  const put = (change: Partial<Wish>) => write({ ...now, ...change });
  const isSayable = isReadable('age', now.age) && isReadable('birthYear', now.paper.birthYear ?? '');
  const ask = async (toHospitalId: string) => {
    if (!isSayable) return;
    if (await act(() => askTransfer(hospitalId(), now.key, requestOf(now, toHospitalId)))) write(null);
  };
  return (
    <form class="transfer-form" aria-label={t('hospital.transfer.new')} onSubmit={(event) => event.preventDefault()}>
      <fieldset>
        <legend>{t('hospital.transfer.patient')}</legend>
        <div class="acts">
          {COLOURS.map((colour) => (
            <button key={colour} type="button" aria-pressed={now.triage === colour} onClick={() => put({ triage: colour })}>
              <span aria-hidden="true">{SHAPES[colour]}</span> {word('triage', colour)}
            </button>
          ))}
        </div>
        <div class="row">
          <label>
            {t('hospital.transfer.sex')}
            <select value={now.sex} onChange={(event) => put({ sex: event.currentTarget.value as Wish['sex'] })}>
              <option value="">–</option>
              <option value="MALE">{t('hospital.male')}</option>
              <option value="FEMALE">{t('hospital.female')}</option>
            </select>
          </label>
          <label>
            {t('hospital.transfer.age')}
            <input inputMode="numeric" maxLength={3} autoComplete="off" value={now.age} aria-invalid={!isReadable('age', now.age)} onInput={(event) => put({ age: event.currentTarget.value })} />
          </label>
          <label>
            {t('hospital.transfer.bed')}
            <select value={now.bed} onChange={(event) => put({ bed: event.currentTarget.value as BedKind })}>
              {BED_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {word('bed', kind)}
                </option>
              ))}
            </select>
          </label>
        </div>
        <label>
          {t('hospital.transfer.note')}
          <input maxLength={LONGEST_NOTE} autoComplete="off" value={now.note} onInput={(event) => put({ note: event.currentTarget.value })} />
        </label>
      </fieldset>
      <fieldset>
        <legend>{t('hospital.transfer.services')}</legend>
        <div class="acts">
          {SERVICES.map((service) => {
            const wanted = now.services.includes(service);
            return (
              <button key={service} type="button" aria-pressed={wanted} onClick={() => put({ services: wanted ? now.services.filter((each) => each !== service) : [...now.services, service] })}>
                {word('service', service)}
              </button>
            );
          })}
        </div>
      </fieldset>
      <details>
        <summary>{t('hospital.transfer.paper')}</summary>
        {PAPER_LINES.map((line) => (
          <Line key={line} line={line} text={now.paper[line] ?? ''} onInput={(text) => put({ paper: { ...now.paper, [line]: text } })} />
        ))}
      </details>
      <h4>{t('hospital.transfer.whom')}</h4>
      <Receivers bed={now.bed} services={now.services} declinedBy={[]} onChoose={(one) => void ask(one.hospitalId)} />
      <div class="acts">
        <button type="button" onClick={() => write(null)}>
          {t('hospital.transfer.giveUp')}
        </button>
      </div>
    </form>
  );
}

function Line({ line, text, onInput }: { line: PaperLine; text: string; onInput: (text: string) => void }) {
  const isLong = LONG_LINES.has(line);
  return (
    <label>
      {t(`hospital.paper.${line}`)}
      {isLong ? (
        <textarea rows={2} maxLength={LONGEST_TEXT} value={text} onInput={(event) => onInput(event.currentTarget.value)} />
      ) : (
        <input
          maxLength={line === 'insuranceNumber' ? 30 : line === 'patientName' ? 100 : LONGEST_LINE}
          inputMode={line === 'birthYear' ? 'numeric' : 'text'}
          autoComplete="off"
          value={text}
          aria-invalid={line === 'birthYear' && !isReadable('birthYear', text)}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </label>
  );
}

import { useState } from 'preact/hooks';
import { dayAndTime, hourAndMinute } from '../shared/format';
import { t, word } from '../shared/i18n';
import { whose } from '../shared/whose';
import { correct } from './draft';
import { type BedKind, BED_KINDS, type Figures, readBeds } from './figures';
import { isCapacity } from './outbox';
import { unsent } from './sender';
import { history, type HistoryLine } from './store';

/** Lateness worth saying: the ward was offline, the figures are as old as they say. */
const LATE_MS = 2 * 60_000;

/** Who said what, and when. Nothing is ever removed: what was wrong stays, struck through, beside what it was corrected to. */
export function History() {
  const [correcting, setCorrecting] = useState<number | null>(null);
  return (
    <section class="history" aria-labelledby="history-title">
      <details>
        <summary>
          <h2 id="history-title">{t('hospital.history')}</h2>
        </summary>
        {history.value.length === 0 && <p class="quiet">{t('hospital.history.empty')}</p>}
        <ol>
          {history.value.map((line) => (
            <li key={line.id} class={line.correctedBy ? 'wrong' : ''}>
              <Line line={line} />
              {!line.correctedBy && correcting !== line.id && !isBeingCorrected(line.id) && (
                <button type="button" onClick={() => setCorrecting(line.id)} aria-label={t('hospital.history.correctOf', { time: dayAndTime(line.at) })}>
                  {t('hospital.history.correct')}
                </button>
              )}
              {isBeingCorrected(line.id) && <span class="warned">◆ {t('hospital.unsentMark')}</span>}
              {correcting === line.id && <Correction line={line} onDone={() => setCorrecting(null)} />}
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}

function isBeingCorrected(id: number): boolean {
  return unsent.value.some((entry) => isCapacity(entry) && entry.kind === 'report' && entry.corrects === id);
}

function Line({ line }: { line: HistoryLine }) {
  const corrected = history.value.find((each) => each.id === line.correctedBy);
  const mistake = history.value.find((each) => each.id === line.corrects);
  const isLate = line.receivedAt && Date.parse(line.receivedAt) - Date.parse(line.at) > LATE_MS;
  return (
    <div>
      <p>
        <strong>{dayAndTime(line.at)}</strong> · <span class="told">{whose(line.by, line.source)}</span>
        {isLate && <span class="quiet"> · {t('hospital.history.late', { time: hourAndMinute(line.receivedAt ?? line.at) })}</span>}
      </p>
      <p>
        {line.correctedBy ? <s class="told">{wordsOf(line)}</s> : <span class="told">{wordsOf(line)}</span>}
        {corrected && <span class="warned"> {t('hospital.history.corrected', { time: dayAndTime(corrected.at), by: whose(corrected.by, corrected.source) })}</span>}
        {line.kind === 'CORRECTION' && <span class="quiet"> {t('hospital.history.corrects', { time: mistake ? dayAndTime(mistake.at) : `#${line.corrects}` })}</span>}
      </p>
    </div>
  );
}

function wordsOf(line: HistoryLine): string {
  if (line.kind === 'CONFIRMATION') return t('hospital.confirm');
  const words = [
    ...Object.entries(line.beds).map(([kind, count]) => `${word('bed', kind)} ${count}`),
    ...Object.entries(line.services).map(([service, given]) => `${word('service', service)}: ${given ? t('hospital.yes') : t('hospital.no')}`),
    line.emsTraffic ? word('traffic', line.emsTraffic) : '',
    line.note ? `“${line.note}”` : '',
  ];
  return words.filter(Boolean).join(' · ') || t('hospital.history.nothing');
}

/** The same figures again, as they should have been said. Services and traffic are said again as they were. */
function Correction({ line, onDone }: { line: HistoryLine; onDone: () => void }) {
  const kinds = BED_KINDS.filter((kind) => line.kind === 'CONFIRMATION' || kind in line.beds);
  const [typed, setTyped] = useState<Partial<Record<BedKind, string>>>(() =>
    Object.fromEntries(kinds.map((kind) => [kind, line.beds[kind] === undefined ? '' : String(line.beds[kind])])),
  );
  const [services, setServices] = useState<Figures['services']>(line.services as Figures['services']);
  const said = kinds.filter((kind) => (typed[kind] ?? '').trim() !== '');
  const isWrong = (kind: BedKind) => said.includes(kind) && readBeds(typed[kind] ?? '') === undefined;
  const isSayable = !kinds.some(isWrong) && (said.length > 0 || Object.keys(services).length > 0 || line.emsTraffic !== null);

  const send = (event: Event) => {
    event.preventDefault();
    if (!isSayable) return;
    correct(line.id, {
      beds: Object.fromEntries(said.map((kind) => [kind, readBeds(typed[kind] ?? '') ?? 0])),
      services,
      emsTraffic: (line.emsTraffic as Figures['emsTraffic']) ?? undefined,
    });
    onDone();
  };
  return (
    <form class="correction" onSubmit={send} onKeyDown={(event) => event.key === 'Escape' && onDone()} aria-label={t('hospital.history.correctOf', { time: dayAndTime(line.at) })}>
      {kinds.map((kind, i) => (
        <label key={kind}>
          {word('bed', kind)}
          <input
            inputMode="numeric"
            autoComplete="off"
            maxLength={6}
            autoFocus={i === 0}
            value={typed[kind] ?? ''}
            aria-invalid={isWrong(kind)}
            onInput={(event) => setTyped({ ...typed, [kind]: event.currentTarget.value })}
          />
        </label>
      ))}
      {Object.entries(services).map(([service, given]) => (
        <button
          key={service}
          type="button"
          role="switch"
          aria-checked={given}
          onClick={() => setServices({ ...services, [service]: !given })}
        >
          {word('service', service)}: {given ? t('hospital.yes') : t('hospital.no')}
        </button>
      ))}
      <div class="acts">
        <button type="submit" class="main" disabled={!isSayable}>
          {t('hospital.history.send')}
        </button>
        <button type="button" onClick={onDone}>
          {t('hospital.why.back')}
        </button>
      </div>
    </form>
  );
}

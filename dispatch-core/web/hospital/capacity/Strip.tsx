import { ageWords, hourAndMinute } from '../../shared/format';
import { type Key, t } from '../../shared/i18n';
import { liveState } from '../../shared/live';
import { now } from '../../shared/now';
import { whose } from '../../shared/whose';
import { asked, confirm, draft, undo, undoS } from '../draft';
import { type Freshness, freshness, lastShiftChange, reminder } from '../freshness';
import { conflict, inFlight, lastSentAt, unsent } from '../sender';
import { board, figuresAgeS } from '../store';

const LEVELS: Record<Freshness, Key> = {
  fresh: 'hospital.level.fresh',
  ageing: 'hospital.level.ageing',
  stale: 'hospital.level.stale',
  never: 'hospital.level.never',
};
export const SHAPES: Record<Freshness, string> = { fresh: '●', ageing: '◆', stale: '▲', never: '▲' };

/**
 * How far the figures can be believed, what is asked of the ward, and the one press that answers it. Always there and
 * always as high, so that nothing moves under a finger when the hour strikes.
 */
export function Strip() {
  const level = freshness(figuresAgeS.value);
  return (
    <section class={`strip ${conflict.value ? 'ageing' : board.value ? level : 'loading'}`} aria-label={t('hospital.strip')}>
      <div class="believed">
        <p role="status" class="level">
          {board.value ? <Level level={level} /> : t('hospital.loading')}
        </p>
        <p class="quiet">{board.value?.capacity.reportedAt ? saidBy() : ' '}</p>
      </div>
      <SendState />
      {conflict.value ? (
        <a class="button" href="#conflict">
          {t('hospital.conflict.choose')}
        </a>
      ) : (
        <button type="button" class="undo" disabled={undoS.value === 0} onClick={undo}>
          {undoS.value > 0 ? t('hospital.undoIn', { s: undoS.value }) : t('hospital.undo')}
        </button>
      )}
      <button type="button" class="main confirm" disabled={!board.value} onClick={confirm}>
        {board.value && level === 'never' ? t('hospital.confirm.first') : t('hospital.confirm')}
      </button>
    </section>
  );
}

function Level({ level }: { level: Freshness }) {
  const newest = conflict.value?.newest;
  if (newest) {
    return (
      <>
        <span aria-hidden="true" class="shape">
          ▲
        </span>{' '}
        <strong>{t('hospital.conflict', { by: whose(newest.by, newest.source), time: hourAndMinute(newest.at) })}</strong>
      </>
    );
  }
  const wanted = reminder(figuresAgeS.value, now.value);
  return (
    <>
      <span aria-hidden="true" class="shape">
        {wanted === 'shift' ? '▲' : SHAPES[level]}
      </span>{' '}
      <strong>{t(LEVELS[level])}</strong>
      {wanted === 'shift' && <> · {t('hospital.reminder.shift', { time: lastShiftChange(now.value) })}</>}
      {wanted === 'stale' && <> · {t('hospital.reminder.stale')}</>}
    </>
  );
}

function saidBy(): string {
  const said = board.value?.capacity;
  return t('hospital.saidBy', {
    age: ageWords(figuresAgeS.value),
    by: whose(said?.by ?? '', said?.source),
    time: hourAndMinute(said?.reportedAt ?? 0),
  });
}

/** What has become of what was pressed; and how much of it the server does not know yet. */
function SendState() {
  const isSending = inFlight.value !== null && liveState.value !== 'lost' && unsent.value.length === 1;
  if (asked.value.length > 0) return <State mark="◆" words={t('hospital.sending.asked')} kind="unsent" />;
  if (draft.value || isSending) return <State mark="↑" words={t('hospital.sending')} />;
  if (unsent.value.length > 0) return <State mark="◆" words={t('hospital.unsent', { n: unsent.value.length })} kind="unsent" />;
  if (lastSentAt.value > 0) return <State mark="✓" words={t('hospital.sent', { time: hourAndMinute(lastSentAt.value) })} />;
  return <State mark="" words="" />;
}

function State({ mark, words, kind = '' }: { mark: string; words: string; kind?: string }) {
  return (
    <p role="status" class={`sending ${kind}`}>
      <span aria-hidden="true">{mark}</span> {words}
    </p>
  );
}

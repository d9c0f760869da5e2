import { t } from '../../shared/i18n';
import { incidents } from '../state/incidents';
import { shortNumber } from '../state/words';
import { acknowledge, heard, seat, takeSeat } from './alarms';
import { type Seat, SEATS } from './rule';
import { armed, playAll } from './tones';

/** What rings, in words; the press that quiets it. Always in its place, so that nothing jumps when something rings. */
export function AlarmPill() {
  const first = heard.value[0];
  const others = heard.value.length - 1;
  const it = first ? incidents.get(first.incidentId) : undefined;
  return (
    <div class={`alarm ${first ? first.priority : ''}`}>
      <p role="alert">
        {first && it && (
          <>
            <span aria-hidden="true">▲ </span>
            <strong>{shortNumber(it)}</strong> {t(`desk.alarm.${first.kind}`)}
            {others > 0 && <span class="count"> {t('desk.alarm.more', { n: others })}</span>}
          </>
        )}
      </p>
      {first && (
        <button type="button" aria-keyshortcuts="x" onClick={acknowledge}>
          {t('desk.alarm.acknowledge')} <kbd aria-hidden="true">x</kbd>
        </button>
      )}
    </div>
  );
}

export function SoundPill() {
  const on = armed.value;
  return (
    <button type="button" class={`sound ${on ? '' : 'off'}`} aria-keyshortcuts="t" title={t('desk.sound.test')} onClick={playAll}>
      <span aria-hidden="true">{on ? '♪' : '▲'}</span> {t(on ? 'desk.sound.on' : 'desk.sound.off')}
    </button>
  );
}

/** Which desk this is: the first hears at once, the second what has rung for half a minute, the supervisor for a minute. */
export function SeatChoice() {
  return (
    <select
      class="seat"
      aria-label={t('desk.seat')}
      title={t('desk.seat.meaning')}
      value={seat.value}
      onChange={(event) => takeSeat(event.currentTarget.value as Seat)}
    >
      {SEATS.map((one) => (
        <option key={one} value={one}>
          {t(`desk.seat.${one}`)}
        </option>
      ))}
    </select>
  );
}

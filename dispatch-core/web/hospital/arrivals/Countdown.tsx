import { clock, hourAndMinute, minutes } from '../../shared/format';
import { t } from '../../shared/i18n';
import { now } from '../../shared/now';
import { arrivals, arrivalsReadAt } from '../store';
import { clockOf, type Clock, type Incoming } from './expected';

/** Counts down to when half of such drives are here; beside it, when nine of ten are. */
export function Countdown({ arrival }: { arrival: Incoming }) {
  const asOf = arrivals.value?.asOf;
  if (!asOf) return null;
  const it = clockOf(arrival, asOf, Math.max(0, (now.value - arrivalsReadAt.value) / 1000));
  return (
    <p class={`countdown ${it.state}`}>
      <span>
        {it.state === 'coming' && <span class="quiet">{t('hospital.eta.left')} </span>}
        <strong class="clock" role="timer">
          {big(it)}
        </strong>
      </span>
      <span class="quiet">{small(it, arrival)}</span>
    </p>
  );
}

function big(it: Clock): string {
  switch (it.state) {
    case 'here':
      return t('hospital.eta.here');
    case 'unknown':
      return t('hospital.eta.unknown');
    case 'coming':
      return clock(it.p50S);
    case 'any':
      return t('hospital.eta.any');
    case 'late':
      return t('hospital.eta.late', { n: minutes(it.lateS) });
  }
}

function small(it: Clock, arrival: Incoming): string {
  const guess = arrival.basis === 'ESTIMATE' ? ` · ${t('hospital.eta.estimate')}` : '';
  if (it.state === 'unknown') return arrival.cutOff ? t('hospital.eta.cutOff') : '';
  if (it.state === 'any') return t('hospital.eta.latest', { n: minutes(it.p90S) }) + guess;
  if (it.state === 'late') return t('hospital.eta.ask');
  if (it.state === 'here' || !arrival.etaAt) return '';
  const from = hourAndMinute(arrival.etaAt);
  const to = hourAndMinute(arrival.etaP90At ?? arrival.etaAt);
  return (from === to ? t('hospital.eta.at', { from }) : t('hospital.eta.range', { from, to })) + guess;
}

import { clock } from '../../shared/format';
import { t } from '../../shared/i18n';
import type { Transfer } from '../../shared/api/types';
import { now } from '../../shared/now';
import { unseen } from '../alarm';
import { see } from '../sender';
import { arrivals, arrivalsReadAt } from '../store';
import { markSeen, unanswered } from '../transfer/store';
import { clockOf, type Incoming } from './expected';

/**
 * On a phone the list is below the beds: its sum stands at the foot of the screen, always there and always as high, so that
 * whoever comes is seen at once and moves nothing under a finger.
 */
export function ArrivalsBar() {
  const incoming = arrivals.value?.incoming ?? [];
  const fresh = unseen.value[0];
  const first = fresh ?? incoming[0];
  const asks = fresh ? undefined : unanswered.value[0];
  if (asks) return <AsksBar transfer={asks} />;
  return (
    <div class={`arrivalsBar ${fresh ? 'new' : ''}`}>
      <p role="alert">
        {fresh && (
          <strong>
            <span aria-hidden="true">▲</span> {t('hospital.arrivals.newOne', { callSign: fresh.callSign, n: unseen.value.length })}
          </strong>
        )}
      </p>
      {!fresh && <p class={first ? '' : 'quiet'}>{first ? t('hospital.arrivals.sum', { n: incoming.length, first: when(first) }) : t('hospital.arrivals.none')}</p>}
      {first && (
        <button type="button" class={fresh ? 'main' : ''} onClick={() => look(first, fresh !== undefined)}>
          {t('hospital.arrivals.look')}
        </button>
      )}
    </div>
  );
}

/** Another house asks; nobody new is on the way. */
function AsksBar({ transfer }: { transfer: Transfer }) {
  const look = () => {
    markSeen(transfer);
    bringUp(`transfer-${transfer.id}`);
  };
  return (
    <div class="arrivalsBar new">
      <p role="alert">
        <strong>
          <span aria-hidden="true">▲</span> {t('hospital.transfer.newOne', { name: transfer.from.name })}
        </strong>
      </p>
      <button type="button" class="main" onClick={look}>
        {t('hospital.arrivals.look')}
      </button>
    </div>
  );
}

/** Looking at who is new is seeing him. */
function look(one: Incoming, isNew: boolean): void {
  if (isNew) see(one.assignmentId);
  bringUp(`arrival-${one.assignmentId}`);
}

function bringUp(id: string): void {
  const card = document.getElementById(id);
  card?.scrollIntoView({ block: 'start' });
  card?.focus({ preventScroll: true });
}

function when(one: Incoming): string {
  const it = clockOf(one, arrivals.value?.asOf ?? '', Math.max(0, (now.value - arrivalsReadAt.value) / 1000));
  if (it.state === 'coming') return clock(it.p50S);
  if (it.state === 'here') return t('hospital.eta.here');
  return it.state === 'unknown' ? t('hospital.eta.unknown') : t('hospital.eta.any');
}

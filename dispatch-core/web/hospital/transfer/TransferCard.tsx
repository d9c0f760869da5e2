import { useState } from 'preact/hooks';
import type { Transfer } from '../../shared/api/types';
import { hourAndMinute, minutes } from '../../shared/format';
import { t, word } from '../../shared/i18n';
import { Why } from '../arrivals/AnswerForm';
import { Patients } from '../arrivals/Patients';
import { answerTransfer, askAnother } from '../calls';
import type { BedKind, Service } from '../figures';
import { hospitalId } from '../store';
import { print } from './paper';
import { Receivers } from './Receivers';
import { act, markSeen, unanswered } from './store';

/** One patient who goes on: whence, whither, how ill, what was answered, who fetches him. */
export function TransferCard({ transfer, outgoing }: { transfer: Transfer; outgoing: boolean }) {
  const rings = unanswered.value.some((one) => one.id === transfer.id);
  const other = outgoing ? transfer.to : transfer.from;
  return (
    <li>
      <article id={`transfer-${transfer.id}`} class={`card ${rings ? 'new' : ''}`} tabIndex={-1} aria-label={t(outgoing ? 'hospital.transfer.cardTo' : 'hospital.transfer.cardFrom', { name: other.name, number: transfer.incidentNumber })}>
        <h3>{t(outgoing ? 'hospital.transfer.to' : 'hospital.transfer.from', { name: other.name })}</h3>
        <p class="quiet">
          {t('hospital.incident', { number: transfer.incidentNumber })} · {t('hospital.transfer.askedAt', { time: hourAndMinute(transfer.askedAt) })}
        </p>
        <Patients patients={[transfer.patient]} injured={null} />
        <p>
          {t('hospital.needs')}: {[word('bed', transfer.bed), ...transfer.services.map((service) => word('service', service))].join(', ')}
        </p>
        {!outgoing && transfer.paper?.diagnosis && <p class="told">{transfer.paper.diagnosis}</p>}
        <State transfer={transfer} />
        {transfer.kept && <p>{t('hospital.transfer.kept', { bed: word('bed', transfer.kept) })}</p>}
        <Ride transfer={transfer} />
        {rings && (
          <button type="button" class="seen" onClick={() => markSeen(transfer)}>
            {t('hospital.seen')}
          </button>
        )}
        {transfer.status === 'OPEN' && (outgoing ? <AskAnother transfer={transfer} /> : <Answer transfer={transfer} />)}
        <div class="acts">
          <button type="button" onClick={() => print(transfer)}>
            {t('hospital.transfer.print')}
          </button>
        </div>
      </article>
    </li>
  );
}

function State({ transfer }: { transfer: Transfer }) {
  const { state, condition, answeredAt } = transfer;
  const look = state === 'ACCEPTED' ? 'agreed' : state === 'DECLINED' ? 'warned' : 'quiet';
  return (
    <p role="status" class={look}>
      <strong>
        <span aria-hidden="true">{state === 'ACCEPTED' ? '✓' : state === 'DECLINED' ? '✕' : '…'}</span> {t(`hospital.transfer.state.${state}`)}
      </strong>
      {condition && <span class="told"> · {condition}</span>}
      {answeredAt && <span class="quiet"> · {hourAndMinute(answeredAt)}</span>}
    </p>
  );
}

function Ride({ transfer }: { transfer: Transfer }) {
  const { ride, status, state } = transfer;
  if (status !== 'OPEN') return <p class="quiet">{t('hospital.transfer.closed')}</p>;
  if (!ride || ride.status === 'CANCELLED') return state === 'ACCEPTED' ? <p class="quiet">{t('hospital.transfer.noRide')}</p> : null;
  return (
    <p>
      <strong>{ride.callSign}</strong> · {word('status', ride.status)}
      {typeof ride.fetchedInS === 'number' && <span> · {t('hospital.transfer.fetchedIn', { n: minutes(ride.fetchedInS) })}</span>}
      {typeof ride.arrivesInS === 'number' && <span> · {t('hospital.transfer.arrivesIn', { n: minutes(ride.arrivesInS) })}</span>}
    </p>
  );
}

function isUnderWay({ ride }: Transfer): boolean {
  return Boolean(ride) && !['CANCELLED', 'HANDED_OVER', 'IN_SERVICE'].includes(ride?.status ?? '');
}

/** As to whoever is on the way: yes, yes if, or no. Once a unit is on it, its arrival is what is answered. */
function Answer({ transfer }: { transfer: Transfer }) {
  const [why, setWhy] = useState<'ACCEPT_IF' | 'DECLINE' | null>(null);
  if (isUnderWay(transfer)) return null;
  const say = (answer: 'ACCEPT' | 'ACCEPT_IF' | 'DECLINE', reason: string | null) => {
    markSeen(transfer);
    setWhy(null);
    void act(() => answerTransfer(hospitalId(), transfer.id, answer, reason));
  };
  return (
    <div class="answers">
      <div class="choices">
        {transfer.answer !== 'ACCEPT' && (
          <button type="button" class="main" onClick={() => say('ACCEPT', null)}>
            {t('hospital.answer.ACCEPT')}
          </button>
        )}
        <button type="button" aria-expanded={why === 'ACCEPT_IF'} onClick={() => setWhy(why === 'ACCEPT_IF' ? null : 'ACCEPT_IF')}>
          {t('hospital.answer.ACCEPT_IF')}
        </button>
        <button type="button" class="no" aria-expanded={why === 'DECLINE'} onClick={() => setWhy(why === 'DECLINE' ? null : 'DECLINE')}>
          {t('hospital.answer.DECLINE')}
        </button>
      </div>
      {why && <Why key={why} asked={why} onSay={(reason) => say(why, reason)} onGiveUp={() => setWhy(null)} />}
    </div>
  );
}

/** After a decline the list is there at once; before an answer it is one press away. */
function AskAnother({ transfer }: { transfer: Transfer }) {
  const [open, setOpen] = useState(false);
  if (isUnderWay(transfer)) return null;
  const shown = open || transfer.state === 'DECLINED';
  return (
    <div>
      {transfer.state !== 'DECLINED' && (
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('hospital.transfer.another')}
        </button>
      )}
      {shown && (
        <Receivers
          bed={transfer.bed as BedKind}
          services={transfer.services as Service[]}
          declinedBy={transfer.declinedBy}
          onChoose={(one) => {
            setOpen(false);
            void act(() => askAnother(hospitalId(), transfer.id, one.hospitalId));
          }}
        />
      )}
    </div>
  );
}

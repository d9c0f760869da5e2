import { bedWords } from '../../shared/beds';
import { hourAndMinute } from '../../shared/format';
import { t, word } from '../../shared/i18n';
import { PriorityMark } from '../../shared/PriorityMark';
import { unseen } from '../alarm';
import { changesOf, prepareFor } from '../prepared';
import { see } from '../sender';
import { AnswerForm } from './AnswerForm';
import { Changes } from './Changes';
import { Countdown } from './Countdown';
import type { Incoming } from './expected';
import { Patients } from './Patients';
import { Photos } from './Photos';

/** One unit on its way: when, who, how hurt, from where, which bed; and what this ward says to it. */
export function Arrival({ arrival }: { arrival: Incoming }) {
  const isNew = unseen.value.some((one) => one.assignmentId === arrival.assignmentId);
  const changes = changesOf(arrival);
  const toAct = isNew || changes.length > 0;
  return (
    <li>
      <article id={`arrival-${arrival.assignmentId}`} tabIndex={-1} class={`card ${isNew ? 'new' : ''}`} aria-label={t('hospital.card', { callSign: arrival.callSign, number: arrival.incidentNumber })}>
        <div class="headline">
          <div>
            <h3>
              <PriorityMark priority={arrival.priority} /> {arrival.callSign}
            </h3>
            <p class="quiet">
              {word('status', arrival.status)} · {t('hospital.incident', { number: arrival.incidentNumber })}
            </p>
          </div>
          <Countdown arrival={arrival} />
        </div>
        <Changes changes={changes} arrival={arrival} />
        <p>
          <strong>{word('kind', arrival.kind)}</strong> · {arrival.placeLabel ?? t('hospital.placeUnknown')}
        </p>
        <Patients patients={arrival.patients} injured={arrival.injured ?? null} />
        <dl class="facts">
          <Fact name={t('hospital.hold')}>{holdWords(arrival)}</Fact>
          {arrival.needs.services.length > 0 && (
            <Fact name={t('hospital.needs')}>{arrival.needs.services.map((service) => word('service', service)).join(', ')}</Fact>
          )}
          {arrival.unitPhone && (
            <Fact name={t('hospital.phone')}>
              <a href={`tel:${arrival.unitPhone}`}>{arrival.unitPhone}</a>
            </Fact>
          )}
        </dl>
        <Photos incidentId={arrival.incidentId} />
        {toAct && (
          <button
            type="button"
            class="seen"
            onClick={() => {
              prepareFor(arrival);
              if (isNew) see(arrival.assignmentId);
            }}
          >
            {isNew ? t('hospital.seen') : t('hospital.seenChange')}
          </button>
        )}
        <AnswerForm arrival={arrival} />
      </article>
    </li>
  );
}

function Fact({ name, children }: { name: string; children: preact.ComponentChildren }) {
  return (
    <div>
      <dt class="quiet">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function holdWords({ hold }: Incoming): string {
  if (!hold) return t('hospital.hold.none');
  const bed = bedWords(hold);
  const state = word('hold', hold.state);
  return hold.expiresAt
    ? t('hospital.hold.until', { bed, state, time: hourAndMinute(hold.expiresAt) })
    : t('hospital.hold.words', { bed, state });
}

import { signal } from '@preact/signals';
import type { CrewOrder } from '../../shared/api/types';
import { bedWords } from '../../shared/beds';
import { carriesWords } from '../../shared/carries';
import { coordinates, kilometres, minutes, roadPost } from '../../shared/format';
import { type Key, t, word } from '../../shared/i18n';
import { now as clock } from '../../shared/now';
import { placeLabel, told } from '../../shared/place';
import { PriorityMark } from '../../shared/PriorityMark';
import { report } from '../outbox/keeper';
import { scaled } from '../patients/photo';
import { way } from '../position/track';
import { gpxOf } from '../route/gpx';
import { current, keptOrder, keptRoutes, routeAhead } from '../store';
import { tap } from '../voice/tones';
import { AskDestination } from './AskDestination';
import { legAhead } from './lifecycle';
import { hourMinute } from './words';

/** What was last done with a photo, in words. */
const photoSays = signal('');

export function Order() {
  const now = current.value;
  if (!now) return null;
  const { order } = now;
  return (
    <article class="order" aria-label={t('crew.order')}>
      <header>
        <PriorityMark priority={order.priority} />
        <strong>{order.incidentNumber}</strong>
        <span>{word('kind', order.kind)}</span>
      </header>
      <Where order={order} />
      <Arrival />
      <Told order={order} />
      <Hurt order={order} />
      <Hospital order={order} />
      <div class="acts">
        <TakePhoto assignmentId={order.assignment.id} />
        <OtherApps order={order} />
      </div>
      <Steps />
    </article>
  );
}

function Where({ order }: { order: CrewOrder }) {
  const at = order.place.located;
  const post = at?.roadKm?.road && typeof at.roadKm.km === 'number' ? roadPost(at.roadKm.road, at.roadKm.km) : null;
  const label = placeLabel(order.place);
  return (
    <div class="where">
      <p class="post">{post ?? label}</p>
      {post && label !== post && <p>{label.replace(post, '').replace(/^\s*[·,]\s*/, '')}</p>}
      {!at && order.place.told.map((one, i) => <p key={i}>{told(one)}</p>)}
      {at?.commune && !label.includes(at.commune) && <p class="quiet">{at.commune}</p>}
      {at && <p class="quiet">{coordinates(at)}</p>}
      {order.place.flags.map((flag) => (
        <p key={flag} class="warned">
          {word('flag', flag)}
        </p>
      ))}
    </div>
  );
}

/** When it arrives: by its own position on the route, and without one as the server reckoned it. */
function Arrival() {
  const now = current.value;
  const leg = now && legAhead(now.status);
  const kept = routeAhead.value;
  if (!now || !leg) return null;
  if (now.order.assignment.cutOff) return <p class="arrival failed">{t(`crew.cutOff.${leg}`)}</p>;
  const at = way.value;
  const told = now.order.assignment.etaS;
  const leftS = at?.leftS ?? null;
  const arrives =
    leftS !== null
      ? clock.value + leftS * 1000
      : typeof told === 'number'
        ? (keptOrder.value?.at ?? clock.value) + told * 1000
        : null;
  const leftM = at?.leftM ?? kept?.route.distanceM;
  return (
    <p class="arrival">
      <span class="quiet">{t(`crew.arrive.${leg}`)}</span>
      {arrives !== null && <strong>{hourMinute(arrives)}</strong>}
      {arrives !== null && <span>{t('crew.left.minutes', { n: minutes(Math.max(0, (arrives - clock.value) / 1000)) })}</span>}
      {typeof leftM === 'number' && <span>{t('unit.km', { n: kilometres(leftM) })}</span>}
      {kept?.route.basis === 'ESTIMATE' && <span class="warned">{t('rec.basis.ESTIMATE')}</span>}
    </p>
  );
}

/** What everybody said who called about it, in their own words, each once, and their numbers. */
function Told({ order }: { order: CrewOrder }) {
  const alerts = order.alerts ?? [order];
  const words = new Set(alerts.map((one) => one.description?.trim() ?? '').filter(Boolean));
  const numbers = new Set(alerts.map((one) => one.reporterPhone?.trim() ?? '').filter(Boolean));
  return (
    <>
      {[...words].map((one) => (
        <p key={one} class="told">
          {one}
        </p>
      ))}
      {[...numbers].map((number) => (
        <a key={number} class="button big" href={telephone(number)}>
          ☎ {t('crew.callReporter')} <strong>{number}</strong>
        </a>
      ))}
    </>
  );
}

function Hurt({ order }: { order: CrewOrder }) {
  const counts = [
    counted('detail.injured', order.injured),
    counted('detail.trapped', order.trapped),
    counted('detail.dead', order.dead),
  ].filter(Boolean);
  const needs = [
    ...order.needs.capabilities.map((one) => word('capability', one)),
    ...order.needs.services.map((one) => word('service', one)),
  ];
  return (
    <dl class="facts">
      <dt>{t('detail.patients')}</dt>
      <dd>{counts.length > 0 ? counts.join(' · ') : t('crew.hurt.unknown')}</dd>
      {needs.length > 0 && (
        <>
          <dt>{t('detail.needs')}</dt>
          <dd>{needs.join(', ')}</dd>
        </>
      )}
    </dl>
  );
}

function Hospital({ order }: { order: CrewOrder }) {
  const { assignment, hospital } = order;
  const answer = assignment.preArrival;
  return (
    <section class="ward" aria-label={t('assign.hospital')}>
      <h2>
        <span class="quiet">{t('assign.hospital')}</span> {assignment.hospitalName ?? t('rec.noHospital')}
      </h2>
      {(assignment.carries?.length ?? 0) > 0 && (
        <p>
          <span class="quiet">{t('assign.carries')}</span> {carriesWords(assignment.carries)}
        </p>
      )}
      {assignment.needsDestination && <p class="warned">{t('crew.say.noHospital')}</p>}
      {assignment.hospitalId && (
        <p>
          {answer ? word('assign.answer', answer.answer) : t('assign.waiting')}
          {answer?.reason && `: ${answer.reason}`}
          {assignment.hold && ` · ${bedWords(assignment.hold)}: ${word('hold', assignment.hold.state)}`}
        </p>
      )}
      <div class="acts">
        {hospital?.phone && (
          <a class="button" href={telephone(hospital.phone)}>
            ☎ {t('crew.callHospital')} <strong>{hospital.phone}</strong>
          </a>
        )}
        <AskDestination order={order} />
      </div>
    </section>
  );
}

function TakePhoto({ assignmentId }: { assignmentId: string }) {
  const take = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    input.value = '';
    if (!file) return;
    tap();
    photoSays.value = t('crew.photo.working');
    try {
      await report('PHOTO', { image: await scaled(file), note: '' }, assignmentId);
      photoSays.value = t('crew.photo.kept');
    } catch {
      photoSays.value = t('crew.photo.failed');
    }
  };
  return (
    <>
      <label class="button">
        {t('crew.photo')}
        <input
          class="spoken"
          type="file"
          accept="image/*"
          capture="environment"
          onChange={(event) => void take(event.currentTarget)}
        />
      </label>
      {photoSays.value && <span role="status">{photoSays.value}</span>}
    </>
  );
}

/** For a driver who has another map at hand: the place for it, and the way as a file. */
function OtherApps({ order }: { order: CrewOrder }) {
  const now = current.value;
  const toHospital = now && legAhead(now.status) === 'HOSPITAL';
  const goal = toHospital ? order.hospital : order.place.located;
  const route = routeAhead.value;
  if (typeof goal?.lat !== 'number' || typeof goal.lon !== 'number') return null;
  const at = `${goal.lat},${goal.lon}`;
  const name = encodeURIComponent(`${order.incidentNumber}`);
  return (
    <>
      <a class="button" href={`geo:${at}?q=${at}(${name})`}>
        {t('crew.openIn')}
      </a>
      {route && keptRoutes.value && (
        <button type="button" onClick={() => download(`${order.incidentNumber}.gpx`, gpxOf(route, order.incidentNumber))}>
          {t('crew.gpx')}
        </button>
      )}
    </>
  );
}

function Steps() {
  const now = current.value;
  if (!now) return null;
  return (
    <ol class="milestones" aria-label={t('crew.milestones')}>
      {now.milestones.map((one) => (
        <li key={one.status}>
          <time>{hourMinute(Date.parse(one.at))}</time> {t(`crew.did.${one.status}`)}
          {!one.sent && <span class="unsent">{t('crew.unsent')}</span>}
        </li>
      ))}
    </ol>
  );
}

const counted = (key: Key, n = 0) => (n > 0 ? t(key, { n }) : '');

const telephone = (number: string) => `tel:${number.replace(/[^+\d]/g, '')}`;

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/gpx+xml' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

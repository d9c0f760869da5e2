import type { Incident } from '../../shared/api/types';
import { clock, dayAndTime, number } from '../../shared/format';
import { t, word } from '../../shared/i18n';
import { placeLabel } from '../../shared/place';
import { PriorityMark } from '../../shared/PriorityMark';
import { mergeWith, unmergeIt } from '../acts/incidents';
import { suggested } from '../queue/duplicates';
import { acknowledgeOf, alarms, isSilenced } from '../sound/alarms';
import { ageS } from '../state/clock';
import { incidents } from '../state/incidents';
import { incident, open, recommends } from '../state/selected';
import { shortNumber } from '../state/words';
import { Assignments } from './Assignments';
import { CloseForm } from './CloseForm';
import { Facts } from './Facts';
import { NoteForm } from './NoteForm';
import { Patients } from './Patients';
import { Photos } from './Photos';
import { PlaceForm } from './PlaceForm';
import { PlanPane } from './PlanPane';
import { Recommended } from './Recommended';
import { Ticking } from './Ticking';
import { Timeline } from './Timeline';

export function IncidentDetail() {
  const it = incident.value;
  if (!it) return <p class="quiet empty">{t('queue.loading')}</p>;
  return (
    <>
      <div class="pane-head">
        <h2>
          <PriorityMark priority={it.priority} /> {shortNumber(it)}
        </h2>
        <span class="quiet">{it.number}</span>
        <span class={it.status === 'OPEN' ? 'quiet' : 'warned'}>{word('incidentStatus', it.status)}</span>
        <span class="quiet">{t('detail.openedAt', { at: dayAndTime(it.openedAt) })}</span>
        <Ticking class="since" says={() => clock(ageS(it.openedAt))} deps={[it.openedAt]} />
      </div>
      <p class="headline">
        {word('kind', it.kind)} · {placeLabel(it.place)}
      </p>
      <TransferLine of={it} />
      <Alarms of={it} />
      <Flags of={it} />
      <Twin of={it} />
      <Ended of={it} />
      <PlaceForm of={it} />
      <NoteForm of={it} />
      <Assignments of={it} />
      <PlanPane of={it} />
      {recommends.value && <Recommended />}
      <Facts of={it} />
      <Patients of={it} />
      <Photos of={it.id} version={it.version} />
      {it.status === 'OPEN' && <CloseForm of={it} />}
      <Timeline of={it} />
    </>
  );
}

/** A patient of a hospital who goes on to another: whither, and whether that one has said yes. */
function TransferLine({ of: it }: { of: Incident }) {
  const transfer = it.transfer;
  if (!transfer) return null;
  const to = transfer.to.name;
  const look = transfer.state === 'ACCEPTED' ? 'agreed' : 'warned';
  return (
    <p class={`transfer-line ${look}`}>
      <strong>
        <span aria-hidden="true">{transfer.state === 'ACCEPTED' ? '✓' : transfer.state === 'DECLINED' ? '✕' : '◆'}</span> {t('detail.transfer')}
      </strong>{' '}
      {t('detail.transfer.way', { from: transfer.from.name, to })} · {t(`detail.transfer.${transfer.state}`, { to })}
      {transfer.condition && <span class="told"> · {transfer.condition}</span>}
    </p>
  );
}

/** What waits for the desk; acknowledged, it stays until something was done about it, without its button. */
function Alarms({ of: it }: { of: Incident }) {
  const mine = alarms.value.filter((one) => one.incidentId === it.id);
  if (mine.length === 0) return null;
  const quiet = mine.every(isSilenced);
  return (
    <div class={`ringing ${quiet ? 'silenced' : ''}`}>
      <p>
        {mine.map((one) => (
          <span key={one.key}>
            <span aria-hidden="true">▲ </span>
            {t(`desk.alarm.${one.kind}`)}{' '}
          </span>
        ))}
      </p>
      {!quiet && (
        <button type="button" aria-keyshortcuts="x" onClick={() => acknowledgeOf(it.id)}>
          {t('desk.alarm.acknowledge')} <kbd aria-hidden="true">x</kbd>
        </button>
      )}
    </div>
  );
}

function Flags({ of: it }: { of: Incident }) {
  if (it.place.flags.length === 0) return null;
  return (
    <p class="warned">
      <span aria-hidden="true">◆ </span>
      {t('detail.flags')}: {it.place.flags.map((flag) => word('flag', flag)).join(' ')}
    </p>
  );
}

/** Perhaps the same: one press compares, one key merges. */
function Twin({ of: it }: { of: Incident }) {
  const row = incidents.get(it.id);
  const twin = row && suggested(row, incidents.all());
  if (!row || !twin) return null;
  const distance = [...row.possibleDuplicates, ...twin.possibleDuplicates].find(
    ({ incidentId }) => incidentId === twin.id || incidentId === row.id,
  )?.distanceM;
  return (
    <div class="ringing twin-line">
      <button type="button" class="link warned" onClick={() => open(twin.id)}>
        ≈ {t('detail.duplicates', { number: shortNumber(twin), distance: number(distance ?? 0, 0) })}
      </button>
      <button type="button" aria-keyshortcuts="m" onClick={() => void mergeWith(row, twin)}>
        {t('desk.merge')} <kbd aria-hidden="true">m</kbd>
      </button>
    </div>
  );
}

/** What was merged away or closed says so, and how to take that back. */
function Ended({ of: it }: { of: Incident }) {
  if (it.status !== 'MERGED') return null;
  const into = it.mergedInto;
  return (
    <div class="ringing">
      <p>{t('desk.merged.into', { number: incidents.get(into) ? shortNumber(incidents.get(into) ?? it) : '…' })}</p>
      <button type="button" onClick={() => void unmergeIt(it.id, shortNumber(it), into ?? '')}>
        {t('desk.unmerge')}
      </button>
    </div>
  );
}

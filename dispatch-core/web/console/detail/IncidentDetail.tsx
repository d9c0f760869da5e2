import type { Incident, Priority } from '../../shared/api/types';
import { changePriority } from '../../shared/api/calls';
import { coordinates, dayAndTime, number, timeOfDay } from '../../shared/format';
import { t, word } from '../../shared/i18n';
import { placeLabel, told } from '../../shared/place';
import { PriorityMark } from '../../shared/PriorityMark';
import { attempt, incident, recommends, refreshIncident, refreshIncidents, select } from '../store';
import { Assignments } from './Assignments';
import { CloseIncident } from './CloseIncident';
import { Recommended } from './Recommended';

const PRIORITIES: readonly Priority[] = ['P1', 'P2', 'P3', 'P4'];

export function IncidentDetail() {
  const it = incident.value;
  if (!it) return <p class="quiet empty">{t('queue.loading')}</p>;
  return (
    <>
      <div class="pane-head">
        <h2>
          <PriorityMark priority={it.priority} /> {it.number}
        </h2>
        <span class="quiet">{word('incidentStatus', it.status)}</span>
        <span class="quiet">{t('detail.openedAt', { at: dayAndTime(it.openedAt) })}</span>
      </div>
      <p class="headline">
        {word('kind', it.kind)} · {placeLabel(it.place)}
      </p>
      <Flags of={it} />
      <Assignments of={it} />
      {recommends.value && <Recommended />}
      <Facts of={it} />
      {it.status === 'OPEN' && <CloseIncident of={it} />}
      <Timeline of={it} />
    </>
  );
}

function Flags({ of: it }: { of: Incident }) {
  return (
    <>
      {it.place.flags.length > 0 && (
        <p class="warned">
          <span aria-hidden="true">◆ </span>
          {t('detail.flags')}: {it.place.flags.map((flag) => word('flag', flag)).join(' ')}
        </p>
      )}
      {it.possibleDuplicates.map((other) => (
        <p class="warned" key={other.incidentId}>
          <button type="button" class="link" onClick={() => select(other.incidentId)}>
            {t('detail.duplicates', { number: other.number, distance: number(other.distanceM, 0) })}
          </button>
        </p>
      ))}
    </>
  );
}

function Facts({ of: it }: { of: Incident }) {
  const at = it.place.located;
  return (
    <dl class="facts">
      <Fact name={t('detail.patients')}>
        {[
          t('detail.injured', { n: it.injured }),
          t('detail.dead', { n: it.dead }),
          t('detail.trapped', { n: it.trapped }),
          ...it.patients.map((patient) => [word('triage', patient.triage), patient.note].filter(Boolean).join(', ')),
        ].join(' · ')}
      </Fact>
      <Fact name={t('detail.needs')}>
        {[
          ...it.needs.capabilities.map((one) => word('capability', one)),
          ...it.needs.services.map((one) => word('service', one)),
        ].join(' · ') || t('detail.needs.none')}
      </Fact>
      <Fact name={t('priority.label')}>
        <select
          aria-label={t('priority.label')}
          value={it.priority}
          onChange={(event) => void setPriority(it, event.currentTarget.value as Priority)}
        >
          {PRIORITIES.map((one) => (
            <option key={one} value={one}>
              {word('priority', one)}
            </option>
          ))}
        </select>
      </Fact>
      <Fact name={t('detail.place.told')}>{it.place.told.map(told).filter(Boolean).join('; ') || '–'}</Fact>
      {at && (
        <>
          <Fact name={t('detail.coordinates')}>{coordinates(at)}</Fact>
          {at.commune && <Fact name={t('detail.commune')}>{at.commune}</Fact>}
        </>
      )}
      <Fact name={t('detail.tracking')}>{it.trackingCode}</Fact>
      {it.alerts.map((alert) => (
        <Fact key={alert.alertId} name={`${t('detail.alerts')} ${timeOfDay(alert.at)}`}>
          {[word('source', alert.source), word('kind', alert.kind), alert.description, alert.reporterPhone]
            .filter(Boolean)
            .join(' · ')}
        </Fact>
      ))}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: preact.ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Timeline({ of: it }: { of: Incident }) {
  return (
    <section aria-labelledby="timeline-title">
      <h3 id="timeline-title">{t('timeline.title')}</h3>
      <ol class="timeline">
        {it.timeline.map((entry) => (
          <li key={entry.seq}>
            <time dateTime={entry.at}>{timeOfDay(entry.at)}</time> <span>{entry.text}</span>{' '}
            <span class="quiet">{entry.by}</span>
          </li>
        ))}
      </ol>
      {it.timeline.length === 0 && <p class="quiet">{t('timeline.empty')}</p>}
    </section>
  );
}

async function setPriority(it: Incident, to: Priority): Promise<void> {
  await attempt(async () => {
    await changePriority(it, to);
  });
  refreshIncident();
  refreshIncidents();
}

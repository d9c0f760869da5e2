import type { ComponentChildren } from 'preact';
import type { Incident, Priority } from '../../shared/api/types';
import { coordinates, timeOfDay } from '../../shared/format';
import { t, word } from '../../shared/i18n';
import { told } from '../../shared/place';
import { setPriority } from '../acts/incidents';
import { incidents } from '../state/incidents';
import { openSection } from './sections';
import { PhoneLink } from './PhoneLink';

const PRIORITIES: readonly Priority[] = ['P1', 'P2', 'P3', 'P4'];

export function Facts({ of: it }: { of: Incident }) {
  const at = it.place.located;
  return (
    <dl class="facts">
      <Fact name={t('priority.label')}>
        <Priorities of={it} />
      </Fact>
      <Fact name={t('detail.needs')}>
        {[
          ...it.needs.capabilities.map((one) => word('capability', one)),
          ...it.needs.services.map((one) => word('service', one)),
        ].join(' · ') || t('detail.needs.none')}
      </Fact>
      <Fact name={t('detail.place.told')}>
        {it.place.told.map(told).filter(Boolean).join('; ') || '–'}{' '}
        <button type="button" class="link" aria-keyshortcuts="v" onClick={() => openSection('place')}>
          {t('desk.place.correct')} <kbd aria-hidden="true">v</kbd>
        </button>
      </Fact>
      {at && (
        <Fact name={t('detail.coordinates')}>
          {coordinates(at)}
          {at.commune && <span class="quiet"> · {at.commune}</span>}
        </Fact>
      )}
      {it.alerts.map((alert) => (
        <Fact key={alert.alertId} name={`${t('detail.alerts')} ${timeOfDay(alert.at)}`}>
          {[word('source', alert.source), word('kind', alert.kind), alert.description].filter(Boolean).join(' · ')}
          {alert.reporterPhone && (
            <>
              {' · '}
              <PhoneLink number={alert.reporterPhone} />
            </>
          )}
        </Fact>
      ))}
      <Fact name={t('detail.tracking')}>{it.trackingCode}</Fact>
    </dl>
  );
}

function Priorities({ of: it }: { of: Incident }) {
  return (
    <span role="group" aria-label={t('priority.label')} class="choices">
      {PRIORITIES.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={it.priority === one}
          aria-keyshortcuts={`p ${one.slice(1)}`}
          title={word('priority', one)}
          onClick={() => void setPriority(incidents.get(it.id) ?? it, one)}
        >
          {one}
        </button>
      ))}{' '}
      <kbd aria-hidden="true">p</kbd> <kbd aria-hidden="true">1–4</kbd>
    </span>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

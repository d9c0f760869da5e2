import type { Assignment, IncidentSummary } from '../../shared/api/types';
import { ageLevel, secondsSince } from '../../shared/age';
import { ageWords, clock } from '../../shared/format';
import { t, word } from '../../shared/i18n';
import { now } from '../../shared/now';
import { placeLabel } from '../../shared/place';
import { PriorityMark } from '../../shared/PriorityMark';
import { incidents, isUnassigned, notice, readFailure, select, selectedId } from '../store';

export function Queue() {
  const list = incidents.value;
  return (
    <section id="queue" class="pane queue" aria-labelledby="queue-title" tabIndex={-1}>
      <div class="pane-head">
        <h2 id="queue-title">{t('queue.title')}</h2>
        <span class="quiet">{list ? t('queue.count', { n: list.length }) : t('queue.loading')}</span>
      </div>
      {readFailure.value && (
        <p class="warned pane-line" role="status">
          <span aria-hidden="true">◆ </span>
          {readFailure.value}
        </p>
      )}
      <ol class="rows">
        {list?.map((one) => (
          <Row key={one.id} incident={one} />
        ))}
      </ol>
      {list?.length === 0 && <p class="quiet empty">{t('queue.empty')}</p>}
      <Notice />
    </section>
  );
}

function Row({ incident }: { incident: IncidentSummary }) {
  const age = secondsSince(incident.openedAt, now.value);
  const unassigned = isUnassigned(incident);
  const level = ageLevel(age, unassigned);
  const chosen = selectedId.value === incident.id;
  return (
    <li>
      <button type="button" class="row" aria-current={chosen} onClick={() => open(incident.id)}>
        <PriorityMark priority={incident.priority} />
        <span class="place">{placeLabel(incident.place)}</span>
        <span class={`age ${level}`} role="img" aria-label={t('queue.age', { age: ageWords(age) })}>
          {level === 'red' ? '▲' : level === 'amber' ? '◆' : ''} {clock(age)}
        </span>
        <span class="kind quiet">
          {incident.number} · {word('kind', incident.kind)}
        </span>
        <span class={`assigned ${unassigned ? level : ''}`}>
          {unassigned ? t('queue.unassigned') : incident.assignments.filter(shownInRow).map(inWords).join(' · ')}
        </span>
      </button>
    </li>
  );
}

/** The hand goes with the eye: after choosing an incident the keys act on what is recommended for it. */
function open(id: string): void {
  select(id);
  document.getElementById('detail')?.focus();
}

const shownInRow = (assignment: Assignment) => assignment.status !== 'CANCELLED';
const inWords = (assignment: Assignment) =>
  `${assignment.callSign} ${word('status', assignment.status)}${roadNews(assignment)}`;

/** Cut off while it is so; a new route as long as it is driven. */
function roadNews(assignment: Assignment): string {
  if (assignment.cutOff) return ` ◆ ${t('queue.cutOff')}`;
  return assignment.routes?.length ? ` ↷ ${t('queue.rerouted')}` : '';
}

function Notice() {
  const it = notice.value;
  return (
    <div class="notice">
      <p role="status">{it?.kind === 'done' ? it.text : ''}</p>
      <p role="alert" class="failed">
        {it?.kind === 'failed' ? it.text : ''}
      </p>
    </div>
  );
}

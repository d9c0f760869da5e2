import { computed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { ageLevel } from '../../shared/age';
import type { Assignment, IncidentPlace, IncidentSummary } from '../../shared/api/types';
import { t, word } from '../../shared/i18n';
import { placeLabel } from '../../shared/place';
import { PriorityMark } from '../../shared/PriorityMark';
import { ageS } from '../state/clock';
import { ended, incidents, isUnassigned } from '../state/incidents';
import { selectedId } from '../state/panel';
import { open } from '../state/selected';
import { shortNumber, shortUnit } from '../state/words';
import { suggested } from './duplicates';
import { sinceWords } from './since';
import { standing } from './standing';

const SHAPES = { calm: '', amber: '◆ ', red: '▲ ' } as const;

/** One incident on one line. It is drawn again when that incident changes; its clocks tick by themselves. */
export function Row({ id }: { id: string }) {
  const now = incidents.get(id);
  const it = now ?? ended.find((one) => one.id === id);
  if (!it) return null;
  const chosen = selectedId.value === id;
  return (
    <li>
      <button
        type="button"
        class={`row ${it.acknowledged ? '' : 'unseen'} ${now ? '' : 'gone'}`}
        aria-current={chosen}
        tabIndex={chosen ? 0 : -1}
        data-id={id}
        data-priority={it.priority}
        data-number={it.number}
        onClick={() => open(id)}
      >
        <PriorityMark priority={it.priority} />
        <span class="number">{shortNumber(it)}</span>
        <span class="place" title={placeLabel(it.place)}>
          {shortPlace(it.place)}
        </span>
        <span class="kind quiet">{it.transfer ? t('detail.transfer') : word('desk.kind', it.kind)}</span>
        <State it={it} open={now !== undefined} />
        <Since it={it} />
      </button>
    </li>
  );
}

/** As it is typed: a row has no room for "Km". */
function shortPlace(place: IncidentPlace): string {
  return placeLabel(place).replace(/ Km(?=\d)/, ' ');
}

/** Since the alert; until a unit is sent it says by shape and colour that it has been too long. */
function Since({ it }: { it: IncidentSummary }) {
  const waits = isUnassigned(it);
  const [looks, says] = useMemo(() => {
    const level = computed(() => ageLevel(ageS(it.openedAt), waits));
    return [
      computed(() => `age ${level.value}`),
      computed(() => `${SHAPES[level.value]}${sinceWords(ageS(it.openedAt))}`),
    ];
  }, [it.openedAt, waits]);
  return <span class={looks}>{says}</span>;
}

function State({ it, open }: { it: IncidentSummary; open: boolean }) {
  const now = useMemo(() => computed(() => standing(it, ageS(it.openedAt), ageS)), [it]);
  const looks = useMemo(() => computed(() => `state ${now.value.level}`), [now]);
  const says = useMemo(() => computed(() => words(now.value)), [now]);
  if (!open) return <span class="state quiet">{t('desk.row.ended')}</span>;
  const twin = suggested(it, it.possibleDuplicates.length > 0 ? incidents.all() : []);
  return (
    <span class={looks}>
      {twin && <span class="twin">≈{shortNumber(twin)} </span>}
      {!it.acknowledged && <span class="fresh">{t('desk.row.new')}</span>}
      {says}
    </span>
  );
}

function words({ says, of, level, more }: ReturnType<typeof standing>): string {
  const what = says ? t(says) : of ? word('desk.status', of.status) : '';
  return `${SHAPES[level]}${of ? `${shortUnit(of.unitId)} ` : ''}${what}${news(of)}${more > 0 ? ` +${more}` : ''}`;
}

/** A new route as long as it is driven. */
function news(of: Assignment | null): string {
  return of && !of.cutOff && of.routes?.length ? ' ↷' : '';
}

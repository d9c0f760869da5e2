import type { IncidentSummary, Unit } from '../../shared/api/types';
import { word } from '../../shared/i18n';
import { placeLabel } from '../../shared/place';
import { isFree, shortName, shortNumber, shortUnit } from '../state/words';
import { fold } from './fold';
import { VERBS } from './grammar';
import type { World } from './world';
import { t } from '../../shared/i18n';

/** One line of the list under the command line: what the line becomes, and what that is. */
export interface Completion {
  line: string;
  label: string;
  hint: string;
}

/** More than these nobody reads while typing. */
const SHOWN = 9;

/** Those of a list that begin with what was typed, then those of which a later word does. */
export function matching<T>(list: readonly T[], typed: string, names: (item: T) => string[]): T[] {
  const wanted = fold(typed);
  const rank = (item: T) => {
    const folded = names(item).map(fold);
    if (folded.some((name) => name.startsWith(wanted))) return 0;
    return folded.some((name) => name.split(' ').some((part) => part.startsWith(wanted))) ? 1 : 2;
  };
  return list
    .map((item) => ({ item, rank: rank(item) }))
    .filter((one) => one.rank < 2)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, SHOWN)
    .map((one) => one.item);
}

export function unitCompletions(before: string, typed: string, units: readonly Unit[]): Completion[] {
  const freeFirst = [...units].sort((a, b) => Number(isFree(b)) - Number(isFree(a)));
  return matching(freeFirst, typed, (unit) => [shortUnit(unit.id), unit.id, unit.callSign]).map((unit) => ({
    line: `${before}${shortUnit(unit.id)} `,
    label: `${shortUnit(unit.id)} ${unit.callSign}`,
    hint: word('desk.unit', unit.onDuty ? unit.status : 'OUT_OF_SERVICE'),
  }));
}

export function incidentCompletions(before: string, typed: string, list: readonly IncidentSummary[]): Completion[] {
  return matching(list, typed, (it) => [shortNumber(it), shortNumber(it).slice(1), placeLabel(it.place)]).map((it) => ({
    line: `${before}${shortNumber(it)} `,
    label: `${shortNumber(it)} ${it.priority}`,
    hint: `${word('desk.kind', it.kind)} · ${placeLabel(it.place)}`,
  }));
}

export function hospitalCompletions(before: string, typed: string, world: World): Completion[] {
  return matching(world.hospitals, typed, (one) => [one.id, one.name, shortName(one.name)]).map((one) => ({
    line: `${before}${one.id} `,
    label: shortName(one.name),
    hint: word('traffic', one.emsTraffic),
  }));
}

/** Words of a table that begin with what was typed; `order` first. */
export function wordCompletions<K extends string>(
  before: string,
  typed: string,
  table: Partial<Record<K, readonly string[]>>,
  group: string,
  order: readonly K[] = Object.keys(table) as K[],
): Completion[] {
  return matching(order, typed, (key) => [...(table[key] ?? []), word(group, key)]).flatMap((key) => {
    const first = table[key]?.[0];
    return first ? [{ line: `${before}${first}`, label: first, hint: word(group, key) }] : [];
  });
}

export function verbCompletions(typed: string): Completion[] {
  return matching(VERBS, typed, (one) => [...one.words]).map((one) => ({
    line: `${one.words[0]} `,
    label: one.words[0] ?? '',
    hint: t(one.usage),
  }));
}

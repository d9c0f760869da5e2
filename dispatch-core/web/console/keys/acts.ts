import { changeLanguage, language, t } from '../../shared/i18n';
import { changeTheme, nextTheme } from '../../shared/theme';
import type { Priority } from '../../shared/api/types';
import { confirm } from '../acts/dispatch';
import { mergeWith, setPriority } from '../acts/incidents';
import { togglePlan } from '../acts/plan';
import { beginLine } from '../command/CommandLine';
import { openSection } from '../detail/sections';
import { weighUnit } from '../detail/whatIf';
import { enterList } from '../layout/roving';
import { showAll, showScene } from '../map/view';
import { printBoard } from '../print/print';
import { suggested } from '../queue/duplicates';
import { acknowledge } from '../sound/alarms';
import { playAll } from '../sound/tones';
import { activeOf, incidents } from '../state/incidents';
import { selectedId, shownUnitId, showsIncident, panel, toggle } from '../state/panel';
import { isForMany } from '../state/plan';
import { complain } from '../state/read';
import { chooseBy } from '../state/recommendation';
import { incident, recommends, selectBy, wantsMore } from '../state/selected';
import { shortNumber, shortUnit } from '../state/words';
import { undo } from '../undo/undo';
import type { ActName } from './keys';

/** Whether the arrows and Enter act on what is recommended, wherever the hand is. */
export function optionsHaveKeys(): boolean {
  return recommends.value && showsIncident.value;
}

export const ACTS: Record<ActName, () => void> = {
  newAlert: () => toggle('alert'),
  commandLine: () => beginLine(),
  keySheet: () => toggle('keys'),
  acknowledge,
  undo: () => void undo(),
  send: () => void confirm(),
  optionDown: () => chooseBy(1),
  optionUp: () => chooseBy(-1),
  weigh: () => withIncident(() => weighUnit(panel.value === 'unit' ? shownUnitId.value : focusedUnit())),
  plan: planMany,
  status: () => withUnit((unit) => beginLine(`s ${unit}`)),
  divert: () => withUnit((unit) => beginLine(`v ${unit}`)),
  standDown: () => withUnit((unit) => beginLine(`q ${unit}`.trimEnd())),
  merge: mergeSuggested,
  close: () => withIncident((number) => beginLine(`k ${number} `)),
  note: () => withIncident(() => openSection('note')),
  place: () => withIncident(() => openSection('place')),
  patients: () => withIncident(() => openSection('patients')),
  oneMore: () => withIncident(() => (wantsMore.value = !wantsMore.value)),
  priority1: () => prioritise('P1'),
  priority2: () => prioritise('P2'),
  priority3: () => prioritise('P3'),
  priority4: () => prioritise('P4'),
  nextIncident: () => selectBy(1),
  previousIncident: () => selectBy(-1),
  toQueue: () => enterList('queue', '.row'),
  toUnits: () => enterList('units', '.unit'),
  toHospitals: () => enterList('hospitals', '.hospital'),
  callList: () => toggle('calls'),
  roads: () => toggle('closure'),
  mapScene: () => showScene(),
  mapAll: () => showAll(),
  handover: () => toggle('handover'),
  print: printBoard,
  testTone: playAll,
  language: () => changeLanguage(language.value === 'vi' ? 'en' : 'vi'),
  theme: () => changeTheme(nextTheme()),
};

function withIncident(then: (number: string) => void): void {
  const it = incidents.get(selectedId.value);
  if (it) then(shortNumber(it));
  else complain(t('desk.key.chooseFirst'));
}

/** The unit of the open incident that is still out; with several the line is left for one to be named. */
function withUnit(then: (unit: string) => void): void {
  const out = incident.value ? activeOf(incident.value) : [];
  const first = out[0];
  if (!first) complain(t('desk.key.nobodyOut'));
  else then(out.length === 1 ? `${shortUnit(first.unitId)} ` : '');
}

function prioritise(to: Priority): void {
  const it = incidents.get(selectedId.value);
  if (it) void setPriority(it, to);
  else complain(t('desk.key.chooseFirst'));
}

function planMany(): void {
  const it = incident.value;
  if (it ? isForMany(it) : selectedId.value !== null) togglePlan(); // one that is still being read is planned once it is
  else complain(t(it ? 'desk.key.notMany' : 'desk.key.chooseFirst'));
}

function mergeSuggested(): void {
  const it = incidents.get(selectedId.value);
  const twin = it && suggested(it, incidents.all());
  if (it && twin) void mergeWith(it, twin);
  else complain(t('desk.key.noTwin'));
}

function focusedUnit(): string | null {
  return document.activeElement?.closest<HTMLElement>('.unit')?.dataset['id'] ?? null;
}

import { effect } from '@preact/signals';
import * as maplibregl from 'maplibre-gl';
import type { Hospital, IncidentSummary, Unit } from '../../shared/api/types';
import { ageWords } from '../../shared/format';
import { t, word } from '../../shared/i18n';
import { placeLabel } from '../../shared/place';
import { hospitals, incidents, select, selectedId, units } from '../store';
import { chosenOption, standsAt } from './features';

/** From here in, names fit beside their marks. */
const NAMES_FROM_ZOOM = 10;
/** Units that stand this near to each other (degrees, about 200 m) share a mark. */
const TOGETHER = 500;
/** A position older than this, or none, is drawn so: what is seen may be elsewhere by now. */
const STALE_S = 300;
const NAMES_IN_A_GROUP = 3;

const SCENE_SHAPES = { P1: '▲', P2: '◆', P3: '●', P4: '○' } as const;

interface Mark {
  id: string;
  at: [number, number];
  /** Pixels beside it, so that a unit at a hospital hides neither. */
  offset: [number, number];
  /** CSS classes: what it is and how it stands. */
  looks: string;
  sign: string;
  name: string;
  says: string;
  onClick?: () => void;
}

interface Group {
  at: [number, number];
  group: Unit[];
}

/** Keeps one DOM marker for each thing on the boards, changed in place: a pointer on it stays on it. */
export function keepMarkers(map: maplibregl.Map): () => void {
  const drawn = new Map<string, maplibregl.Marker>();
  const far = () => map.getContainer().classList.toggle('far', map.getZoom() < NAMES_FROM_ZOOM);
  map.on('zoom', far);
  far();
  const stop = effect(() => {
    const wanted = marks();
    const ids = new Set(wanted.map((mark) => mark.id));
    for (const [id, old] of drawn) {
      if (!ids.has(id)) {
        old.remove();
        drawn.delete(id);
      }
    }
    for (const mark of wanted) {
      const marker = drawn.get(mark.id) ?? new maplibregl.Marker({ element: element(mark), offset: mark.offset });
      marker.setLngLat(mark.at);
      if (!drawn.has(mark.id)) marker.addTo(map);
      drawn.set(mark.id, marker);
      paint(marker.getElement(), mark);
    }
  });
  return () => {
    stop();
    map.off('zoom', far);
    drawn.forEach((marker) => marker.remove());
  };
}

/** Later marks lie over earlier ones. */
function marks(): Mark[] {
  const option = chosenOption();
  return [
    ...hospitals.value.map((hospital) => hospitalMark(hospital, hospital.id === option?.hospitalId)),
    ...groups(units.value).map((group) => unitMark(group, option?.unitId)),
    ...(incidents.value ?? []).flatMap(sceneMark),
  ];
}

function hospitalMark(hospital: Hospital, chosen: boolean): Mark {
  return {
    id: `hospital ${hospital.id}`,
    at: [hospital.lon, hospital.lat],
    offset: [0, -9],
    looks: `hospital ${hospital.emsTraffic} ${chosen ? 'chosen' : ''}`,
    sign: 'H',
    name: hospital.name,
    says: `${hospital.name}, ${word('traffic', hospital.emsTraffic)}`,
  };
}

function unitMark({ at, group }: Group, chosenId?: string): Mark {
  const stale = group.every((unit) => (unit.position?.ageS ?? Infinity) > STALE_S);
  const idle = group.every((unit) => unit.status === 'AVAILABLE' || unit.status === 'OUT_OF_SERVICE');
  const chosen = group.some((unit) => unit.id === chosenId);
  const names = group.slice(0, NAMES_IN_A_GROUP).map((unit) => unit.callSign);
  const more = group.length - names.length;
  return {
    id: `unit ${group.map((unit) => unit.id).join(' ')}`,
    at,
    offset: [0, 9],
    looks: `unit ${idle ? 'idle' : 'busy'} ${stale ? 'stale' : ''} ${chosen ? 'chosen' : ''}`,
    sign: group.length > 1 ? String(group.length) : '■',
    name: names.join('\n') + (more > 0 ? `\n+${more}` : ''),
    says: group.map((unit) => `${unit.callSign}: ${unitWords(unit)}`).join('; '),
  };
}

function unitWords(unit: Unit): string {
  const age = unit.position ? t('board.ago', { age: ageWords(unit.position.ageS) }) : t('board.noPosition');
  return `${word('unitStatus', unit.status)}, ${age}`;
}

function sceneMark(incident: IncidentSummary): Mark[] {
  const at = incident.place.located;
  if (!at) return [];
  const chosen = incident.id === selectedId.value;
  return [
    {
      id: `scene ${incident.id}`,
      at: [at.lon, at.lat],
      offset: [0, 0],
      looks: `scene ${incident.priority} ${chosen ? 'chosen' : ''}`,
      sign: SCENE_SHAPES[incident.priority],
      name: chosen ? incident.number : '',
      says: `${t('map.scene', { number: incident.number })}, ${placeLabel(incident.place)}`,
      onClick: () => select(incident.id),
    },
  ];
}

function groups(all: Unit[]): Group[] {
  const together = new Map<string, Group>();
  for (const unit of all) {
    const at = standsAt(unit);
    if (!at || !unit.onDuty) continue;
    const cell = `${Math.round(at.lat * TOGETHER)} ${Math.round(at.lon * TOGETHER)}`;
    const known = together.get(cell);
    if (known) known.group.push(unit);
    else together.set(cell, { at: [at.lon, at.lat], group: [unit] });
  }
  return [...together.values()];
}

function element(mark: Mark): HTMLElement {
  const box = document.createElement(mark.onClick ? 'button' : 'div');
  if (mark.onClick) {
    // Every scene is in the queue too, so the marks need no place in the order of the Tab key.
    box.tabIndex = -1;
    box.addEventListener('click', mark.onClick);
  }
  const sign = document.createElement('span');
  sign.className = 'sign';
  const name = document.createElement('span');
  name.className = 'name';
  box.append(sign, name);
  return box;
}

/** Only the classes that are ours: MapLibre keeps its own on the same element. */
function paint(box: HTMLElement, mark: Mark): void {
  const before = box.dataset['looks']?.split(' ').filter(Boolean) ?? [];
  box.classList.remove(...before);
  box.classList.add('marker', ...mark.looks.split(' ').filter(Boolean));
  box.dataset['looks'] = mark.looks;
  box.title = mark.says;
  box.setAttribute('aria-label', mark.says);
  const [sign, name] = box.children;
  if (sign && sign.textContent !== mark.sign) sign.textContent = mark.sign;
  if (name && name.textContent !== mark.name) name.textContent = mark.name;
}

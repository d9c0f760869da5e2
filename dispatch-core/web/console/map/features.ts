import type { Hospital, IncidentSummary, Unit } from '../../shared/api/types';
import { hospitals, standsAt, units } from '../state/boards';
import { incidents } from '../state/incidents';
import { selectedId } from '../state/panel';
import { chosenOption } from '../state/recommendation';
import { closures } from '../state/roads';
import { incident, route } from '../state/selected';
import { shortName, shortNumber, shortUnit } from '../state/words';
import { drawn, pin, type Point } from './tools';

/** Everything on the map as GeoJSON, layer by layer: sixty moving units are one source and no elements. */

export function routeLine(): GeoJSON.FeatureCollection {
  const shown = route.value?.route.geometry.coordinates;
  return collection(shown && shown.length > 1 ? [line(shown)] : []);
}

/** The chosen option, before anybody drives it: straight lines from the unit to the scene and on to the hospital. */
export function optionLine(): GeoJSON.FeatureCollection {
  const points = optionPoints();
  return collection(points.length > 1 ? [line(points)] : []);
}

export function closureLines(): GeoJSON.FeatureCollection {
  return collection(
    closures.value.flatMap((one) =>
      one.line
        ? [
            {
              type: 'Feature' as const,
              properties: { slow: one.effect !== 'CLOSED' || !one.inForce },
              geometry: one.line as unknown as GeoJSON.Geometry,
            },
          ]
        : [],
    ),
  );
}

/** What is being entered: the line that is drawn, its corners, the place that a form speaks of. */
export function draft(): GeoJSON.FeatureCollection {
  const points = drawn.value;
  return collection([
    ...(points.length > 1 ? [line(points as Point[])] : []),
    ...points.map((at) => point(at, { is: 'corner' })),
    ...(pin.value ? [point([pin.value.lon, pin.value.lat], { is: 'pin' })] : []),
  ]);
}

export function hospitalPoints(): GeoJSON.FeatureCollection {
  const to = chosenOption()?.hospitalId;
  return collection(hospitals.all().map((one) => hospitalPoint(one, one.id === to)));
}

function hospitalPoint(one: Hospital, chosen: boolean): GeoJSON.Feature {
  return point([one.lon, one.lat], {
    id: one.id,
    icon: `hospital-${one.emsTraffic}`,
    name: shortName(one.name),
    chosen,
  });
}

/** Units that stand this near to each other (degrees, about 200 m) share a mark. */
const TOGETHER = 500;
const NAMES_IN_A_GROUP = 3;

export function unitPoints(): GeoJSON.FeatureCollection {
  const going = chosenOption()?.unitId;
  return collection(groups(units.all().filter((unit) => unit.onDuty)).map((group) => unitPoint(group, going)));
}

export interface Group {
  at: Point;
  units: Unit[];
}

export function groups(all: readonly Unit[], where = standsAt): Group[] {
  const together = new Map<string, Group>();
  for (const unit of all) {
    const at = where(unit);
    if (!at) continue;
    const cell = `${Math.round(at.lat * TOGETHER)} ${Math.round(at.lon * TOGETHER)}`;
    const known = together.get(cell);
    if (known) known.units.push(unit);
    else together.set(cell, { at: [at.lon, at.lat], units: [unit] });
  }
  return [...together.values()];
}

function unitPoint({ at, units: those }: Group, going: string | undefined): GeoJSON.Feature {
  const idle = those.every((unit) => unit.status === 'AVAILABLE');
  const names = those.slice(0, NAMES_IN_A_GROUP).map((unit) => unit.callSign);
  const more = those.length - names.length;
  return point(at, {
    id: those[0]?.id ?? '',
    icon: idle ? 'unit-idle' : 'unit-busy',
    sign: those.length > 1 ? String(those.length) : shortUnit(those[0]?.id ?? '').replace('U', ''),
    name: names.join('\n') + (more > 0 ? `\n+${more}` : ''),
    chosen: those.some((unit) => unit.id === going),
  });
}

export function scenePoints(): GeoJSON.FeatureCollection {
  return collection(
    incidents
      .all()
      .flatMap(scenePoint)
      // What is drawn last lies on top: the most urgent, and the chosen one over all.
      .reverse()
      .sort((a, b) => Number(a.properties?.['chosen']) - Number(b.properties?.['chosen'])),
  );
}

function scenePoint(it: IncidentSummary): GeoJSON.Feature[] {
  const at = it.place.located;
  const chosen = it.id === selectedId.value;
  return at ? [point([at.lon, at.lat], { id: it.id, icon: `scene-${it.priority}`, name: shortNumber(it), chosen })] : [];
}

/** What one wants to see together: the scene, who goes there, where they take the patient, and the way. */
export function focusPoints(): Point[] {
  const at = incident.value?.place.located;
  const way = (route.value?.route.geometry.coordinates ?? []) as Point[];
  return [...(at ? [[at.lon, at.lat] as Point] : []), ...optionPoints(), ...way];
}

function optionPoints(): Point[] {
  const option = chosenOption();
  const scene = incident.value?.place.located;
  if (!option || !scene) return [];
  const unit = standsAt(units.get(option.unitId));
  const hospital = hospitals.get(option.hospitalId);
  return [unit, scene, hospital].flatMap((it) => (it ? [[it.lon, it.lat] as Point] : []));
}

function point(at: Point, properties: Record<string, string | boolean>): GeoJSON.Feature {
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: at } };
}

function line(coordinates: number[][]): GeoJSON.Feature {
  return { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } };
}

function collection(features: GeoJSON.Feature[]): GeoJSON.FeatureCollection {
  return { type: 'FeatureCollection', features };
}

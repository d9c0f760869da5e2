import type { DispatchOption, Unit } from '../../shared/api/types';
import { closures, hospitals, incident, isChosen, recommendation, recommends, route, units } from '../store';

type Point = [number, number];

export function routeLine(): GeoJSON.FeatureCollection {
  const shown = route.value?.route.geometry.coordinates;
  return collection(shown ? [line(shown)] : []);
}

/** The chosen option, before anybody drives it: straight lines from the unit to the scene and on to the hospital. */
export function optionLine(): GeoJSON.FeatureCollection {
  const points = optionPoints();
  return collection(points.length > 1 ? [line(points)] : []);
}

export function closureLines(): GeoJSON.FeatureCollection {
  return collection(
    closures.value.flatMap((one) =>
      one.line ? [{ type: 'Feature' as const, properties: {}, geometry: one.line as unknown as GeoJSON.Geometry }] : [],
    ),
  );
}

/** What one wants to see together: the scene, who goes there, where they take the patient, and the way. */
export function focusPoints(): Point[] {
  const at = incident.value?.place.located;
  const way = (route.value?.route.geometry.coordinates ?? []) as Point[];
  return [...(at ? [[at.lon, at.lat] as Point] : []), ...optionPoints(), ...way];
}

export function chosenOption(): DispatchOption | undefined {
  return recommends.value ? recommendation.value?.options.find(isChosen) : undefined;
}

function optionPoints(): Point[] {
  const option = chosenOption();
  const scene = incident.value?.place.located;
  if (!option || !scene) return [];
  const unit = standsAt(units.value.find((one) => one.id === option.unitId));
  const hospital = hospitals.value.find((one) => one.id === option.hospitalId);
  return [unit, scene, hospital].flatMap((it) => (it ? [[it.lon, it.lat] as Point] : []));
}

/** Its last fix, or its station while it has sent none. */
export function standsAt(unit: Unit | undefined): { lat: number; lon: number } | null {
  return unit?.position ?? unit?.station ?? null;
}

function line(coordinates: number[][]): GeoJSON.Feature {
  return { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } };
}

function collection(features: GeoJSON.Feature[]): GeoJSON.FeatureCollection {
  return { type: 'FeatureCollection', features };
}

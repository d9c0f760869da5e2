import { effect } from '@preact/signals';
import * as maplibregl from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import type { MapInfo } from '../../shared/api/types';
import { t } from '../../shared/i18n';
import { watchTiles } from '../../shared/map/missing';
import { CLOSURE_SOURCE, mapStyle, OPTION_SOURCE, ROUTE_SOURCE } from '../../shared/map/style';
import { theme } from '../../shared/theme';
import { legAhead } from '../order/lifecycle';
import { here } from '../position/track';
import { closures, current, keptRoutes, routeAhead } from '../store';
import { following, register } from './view';

maplibregl.setWorkerUrl(workerUrl);

type Point = [number, number];

/** A junction and the way into it. */
const DRIVING_ZOOM = 14;
const CLOSEST_FIT = 14;
/** The buttons lie over the lower edge. */
const EDGE_PX = { top: 48, left: 48, right: 48, bottom: 92 };

/** Draws the map into its pane and keeps it like the store; the answer takes it away again. */
export function openMap(place: HTMLElement, info: MapInfo): () => void {
  const bounds = info.bounds as [number, number, number, number];
  const map = new maplibregl.Map({
    container: place,
    style: mapStyle(info, theme.peek()),
    bounds,
    fitBoundsOptions: { padding: 20 },
    attributionControl: false, // shown by the pane, always and in full
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    // A tablet in a cab: nothing fades or glides that could simply be there, and the battery lasts.
    fadeDuration: 0,
    locale: { 'Map.Title': t('map.canvas') },
  });
  map.touchZoomRotate.disableRotation();
  const gestures = ['dragstart', 'touchstart'] as const;
  gestures.forEach((gesture) => map.on(gesture, (event) => event.originalEvent && (following.value = false)));

  const view = {
    fit: () => fit(map, wholeWay()),
    zoom: (by: number) => void map.zoomTo(map.getZoom() + by, { animate: false }),
  };
  register(view);
  let drawnTheme = theme.peek();
  const stops = [
    effect(() => {
      const style = mapStyle(info, theme.value);
      if (drawnTheme !== theme.value) map.setStyle(style, { diff: false });
      drawnTheme = theme.value;
    }),
    watchTiles(map),
    keepSource(map, ROUTE_SOURCE, () => lines(routeAhead.value?.route.geometry.coordinates)),
    keepSource(map, OPTION_SOURCE, () => lines(legAfter(), routeAhead.value?.route.walk?.geometry.coordinates)),
    keepSource(map, CLOSURE_SOURCE, closureLines),
    keepMarker(map, 'scene', '◎', () => current.value?.order.place.located),
    keepMarker(map, 'hospital', 'H', () => current.value?.order.hospital),
    keepMarker(map, 'car', '▲', () => here.value),
    fitOnNewRoute(view.fit),
    follow(map),
  ];
  return () => {
    register(null);
    stops.forEach((stop) => stop());
    map.remove();
  };
}

/** On the way to the scene: where it goes on from there. */
function legAfter(): number[][] | undefined {
  const now = current.value;
  return now && legAhead(now.status) === 'SCENE' ? keptRoutes.value?.HOSPITAL?.route.geometry.coordinates : undefined;
}

function wholeWay(): Point[] {
  const way = (routeAhead.peek()?.route.geometry.coordinates ?? []) as Point[];
  const at = here.peek();
  const scene = current.peek()?.order.place.located;
  return [...way, ...(at ? [[at.lon, at.lat] as Point] : []), ...(scene && way.length === 0 ? [[scene.lon, scene.lat] as Point] : [])];
}

function closureLines(): GeoJSON.FeatureCollection {
  return collection(closures.value.flatMap((one) => (one.line ? [one.line as unknown as GeoJSON.Geometry] : [])));
}

function lines(...all: (number[][] | undefined)[]): GeoJSON.FeatureCollection {
  return collection(all.flatMap((coordinates) => (coordinates ? [{ type: 'LineString' as const, coordinates }] : [])));
}

function collection(geometries: GeoJSON.Geometry[]): GeoJSON.FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: geometries.map((geometry) => ({ type: 'Feature', properties: {}, geometry })),
  };
}

/** Sets the source whenever its features change, and again after a new style has forgotten them. */
function keepSource(map: maplibregl.Map, id: string, features: () => GeoJSON.FeatureCollection): () => void {
  let latest = features();
  const put = () => map.getSource<maplibregl.GeoJSONSource>(id)?.setData(latest);
  map.on('style.load', put);
  const stop = effect(() => {
    latest = features();
    put();
  });
  return () => {
    stop();
    map.off('style.load', put);
  };
}

type Place = { lat?: number; lon?: number } | null | undefined;

function keepMarker(map: maplibregl.Map, name: string, sign: string, where: () => Place): () => void {
  const element = document.createElement('div');
  element.className = `marker ${name}`;
  element.textContent = sign;
  element.setAttribute('aria-hidden', 'true');
  const marker = new maplibregl.Marker({ element });
  let isOn = false;
  const stop = effect(() => {
    const at = where();
    if (typeof at?.lat === 'number' && typeof at.lon === 'number') {
      marker.setLngLat([at.lon, at.lat]);
      if (!isOn) marker.addTo(map);
      isOn = true;
    } else {
      marker.remove();
      isOn = false;
    }
  });
  return () => {
    stop();
    marker.remove();
  };
}

/** A new way is shown whole once; then the map stays as the crew has put it. */
function fitOnNewRoute(showWhole: () => void): () => void {
  let seen: unknown;
  return effect(() => {
    const route = routeAhead.value;
    if (route && route.at !== seen && !following.peek()) setTimeout(showWhole);
    seen = route?.at;
  });
}

function follow(map: maplibregl.Map): () => void {
  return effect(() => {
    const at = here.value;
    if (following.value && at) {
      map.jumpTo({ center: [at.lon, at.lat], zoom: Math.max(map.getZoom(), DRIVING_ZOOM) });
    }
  });
}

function fit(map: maplibregl.Map, points: Point[]): void {
  const first = points[0];
  if (!first) return;
  const around = points.reduce((box, point) => box.extend(point), new maplibregl.LngLatBounds(first, first));
  map.fitBounds(around, { padding: EDGE_PX, maxZoom: CLOSEST_FIT, animate: false });
}

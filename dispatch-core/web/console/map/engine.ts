import { effect } from '@preact/signals';
import * as maplibregl from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import type { MapInfo } from '../../shared/api/types';
import { t } from '../../shared/i18n';
import { onceHandIsStill } from '../../shared/map/hand';
import { keepImages } from '../../shared/map/images';
import { drawsSlowly } from '../../shared/map/slow';
import { watchTiles } from '../../shared/map/missing';
import { mapStyle } from '../../shared/map/style';
import { fromNode } from '../../shared/nodes';
import { theme } from '../../shared/theme';
import { recommendation } from '../state/recommendation';
import { showHospital, showUnit } from '../state/panel';
import { incident, open, route } from '../state/selected';
import { focusPoints } from './features';
import { CHOOSABLE, HOSPITALS, keepLayers, SCENES, UNITS } from './layers';
import { addPoint, tool } from './tools';
import { register } from './view';

maplibregl.setWorkerUrl(workerUrl);

/** Closer than this a scene shows less than its surroundings. */
const SCENE_ZOOM = 12.5;
const PLACE_ZOOM = 13;
const EDGE_PX = 60;
const MOVE_MS = 300;

/** Draws the map into its pane and keeps it like the boards; the answer takes it away again. */
export function openMap(container: HTMLElement, info: MapInfo): () => void {
  const bounds = info.bounds as [number, number, number, number];
  const map = new maplibregl.Map({
    container,
    style: mapStyle(info, theme.peek()),
    bounds,
    fitBoundsOptions: { padding: 20 },
    attributionControl: false, // shown by the pane, always and in full
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    transformRequest: (url) => ({ url: fromNode(url) }),
    fadeDuration: 0, // a name that fades in each time a unit moves is a flicker in the corner of the eye
    locale: {
      'Map.Title': t('map.canvas'),
      'NavigationControl.ZoomIn': t('map.zoomIn'),
      'NavigationControl.ZoomOut': t('map.zoomOut'),
    },
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new maplibregl.NavigationControl({ showCompass: false }), 'top-right');
  map.addControl(new maplibregl.ScaleControl(), 'bottom-right');

  const view = {
    showScene: () => fit(map, focusPoints()),
    showAll: () => void map.fitBounds(bounds, { padding: 20 }),
    showPlace: ({ lat, lon }: { lat: number; lon: number }) =>
      void map.easeTo({ center: [lon, lat], zoom: Math.max(map.getZoom(), PLACE_ZOOM) }),
  };
  register(view);
  let drawnTheme = theme.peek();
  const stops = [
    watchTiles(map),
    keepLayers(map),
    effect(() => {
      const style = mapStyle(info, theme.value);
      if (drawnTheme !== theme.value) map.setStyle(style, { diff: false });
      drawnTheme = theme.value;
    }),
    keepImages(map, () => theme.peek()),
    followSelection(view.showScene),
    followHand(map),
  ];
  return () => {
    register(null);
    stops.forEach((stop) => stop());
    map.remove();
  };
}

/** A press opens what is there; while a place or a line is asked for, it says where. */
function followHand(map: maplibregl.Map): () => void {
  const under = (point: maplibregl.PointLike) =>
    map.queryRenderedFeatures(point, { layers: CHOOSABLE.filter((id) => map.getLayer(id)) })[0];
  map.on('click', (event) => {
    const now = tool.peek();
    const { lng: lon, lat } = event.lngLat;
    if (now.is === 'place') now.put({ lat, lon });
    else if (now.is === 'line') addPoint([lon, lat]);
    else openWhat(under(event.point));
  });
  map.on('mousemove', (event) => {
    const cross = tool.peek().is !== 'choose';
    map.getCanvas().style.cursor = cross ? 'crosshair' : under(event.point) ? 'pointer' : '';
  });
  return effect(() => {
    // A second press of a double click must draw, not zoom.
    if (tool.value.is === 'line') map.doubleClickZoom.disable();
    else map.doubleClickZoom.enable();
  });
}

function openWhat(feature: maplibregl.MapGeoJSONFeature | undefined): void {
  const id = String(feature?.properties['id'] ?? '');
  if (feature?.layer.id === SCENES) open(id);
  else if (feature?.layer.id === UNITS) showUnit(id);
  else if (feature?.layer.id === HOSPITALS) showHospital(id);
}

/**
 * Moves to an incident once when it is opened, and once when it is known who would go: never under a busy hand. Whoever goes
 * through the queue key by key is shown the one where he stops.
 */
function followSelection(showScene: () => void): () => void {
  let seen = '';
  let callOff: () => void = () => undefined;
  const stop = effect(() => {
    const id = incident.value?.id;
    const stage = route.value ? 'route' : recommendation.value ? 'option' : 'scene';
    const now = `${id} ${stage}`;
    if (id && now !== seen && tool.peek().is === 'choose') {
      callOff();
      const timer = setTimeout(() => (callOff = onceHandIsStill(showScene)));
      callOff = () => clearTimeout(timer);
    }
    seen = now;
  });
  return () => {
    stop();
    callOff();
  };
}

function fit(map: maplibregl.Map, points: [number, number][]): void {
  const first = points[0];
  if (!first) return;
  const around = points.reduce((box, point) => box.extend(point), new maplibregl.LngLatBounds(first, first));
  map.fitBounds(around, { padding: EDGE_PX, maxZoom: SCENE_ZOOM, linear: true, duration: MOVE_MS, animate: !drawsSlowly(map) });
}

import { effect } from '@preact/signals';
import * as maplibregl from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import type { MapInfo } from '../../shared/api/types';
import { t } from '../../shared/i18n';
import { theme } from '../../shared/theme';
import { incident, recommendation, route } from '../store';
import { closureLines, focusPoints, optionLine, routeLine } from './features';
import { keepMarkers } from './markers';
import { keepImages } from '../../shared/map/images';
import { CLOSURE_SOURCE, mapStyle, OPTION_SOURCE, ROUTE_SOURCE } from '../../shared/map/style';
import { register } from './view';

maplibregl.setWorkerUrl(workerUrl);

/** Closer than this a scene shows less than its surroundings. */
const SCENE_ZOOM = 12.5;
const EDGE_PX = 60;

/** Draws the map into its pane and keeps it like the store; the answer takes it away again. */
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
  };
  register(view);
  let drawnTheme = theme.peek();
  const stops = [
    effect(() => {
      const style = mapStyle(info, theme.value);
      if (drawnTheme !== theme.value) map.setStyle(style, { diff: false });
      drawnTheme = theme.value;
    }),
    keepImages(map, () => theme.peek()),
    keepSource(map, ROUTE_SOURCE, routeLine),
    keepSource(map, OPTION_SOURCE, optionLine),
    keepSource(map, CLOSURE_SOURCE, closureLines),
    keepMarkers(map),
    followSelection(view.showScene),
  ];
  return () => {
    register(null);
    stops.forEach((stop) => stop());
    map.remove();
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

/** Moves to an incident once when it is opened, and once when it is known who would go: never under a busy hand. */
function followSelection(showScene: () => void): () => void {
  let seen = '';
  return effect(() => {
    const id = incident.value?.id;
    const stage = route.value ? 'route' : recommendation.value ? 'option' : 'scene';
    const now = `${id} ${stage}`;
    if (id && now !== seen) setTimeout(showScene);
    seen = now;
  });
}

function fit(map: maplibregl.Map, points: [number, number][]): void {
  const first = points[0];
  if (!first) return;
  const around = points.reduce((box, point) => box.extend(point), new maplibregl.LngLatBounds(first, first));
  map.fitBounds(around, { padding: EDGE_PX, maxZoom: SCENE_ZOOM });
}

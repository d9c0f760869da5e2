import { effect } from '@preact/signals';
import type * as maplibregl from 'maplibre-gl';
import { colour } from '../../shared/theme';
import { FONT } from '../../shared/map/layer';
import { onceHandIsStillOrTooLong } from '../../shared/map/hand';
import { drawsSlowly } from '../../shared/map/slow';
import { CLOSURE_SOURCE, OPTION_SOURCE, ROUTE_SOURCE } from '../../shared/map/style';
import { closureLines, draft, hospitalPoints, optionLine, routeLine, scenePoints, unitPoints } from './features';
import { addIcons } from './icons';

const NOTHING: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };
/** From here in, names fit beside their marks. */
const NAMES_FROM_ZOOM = 10;
/** A screen shows no more of a moving unit than this: four looks a second. */
const MOVING_MS = 250;
/** Without a graphics card a picture of the map takes a tenth of a second and more, in which no key is shown. */
const SLOW_MS = 1000;

/** The desk draws its own marks, so its sources are not those of the shared style, which marks what is in them. */
export const SCENES = 'desk-scenes';
export const UNITS = 'desk-units';
export const HOSPITALS = 'desk-hospitals';
const DRAFT = 'desk-draft';

/** What the console lays over the base map, the lowest first. */
const SOURCES: Record<string, { features: () => GeoJSON.FeatureCollection; everyMs: number }> = {
  [ROUTE_SOURCE]: { features: routeLine, everyMs: 0 },
  [OPTION_SOURCE]: { features: optionLine, everyMs: 0 },
  [CLOSURE_SOURCE]: { features: closureLines, everyMs: 0 },
  [DRAFT]: { features: draft, everyMs: 0 },
  [HOSPITALS]: { features: hospitalPoints, everyMs: MOVING_MS },
  [UNITS]: { features: unitPoints, everyMs: MOVING_MS },
  [SCENES]: { features: scenePoints, everyMs: MOVING_MS },
};

/** The layers that something on the boards stands behind: a press on one opens it. */
export const CHOOSABLE = [SCENES, UNITS, HOSPITALS] as const;

/** Keeps every source like the boards, and builds the layers again after a new style has forgotten them. */
export function keepLayers(map: maplibregl.Map): () => void {
  const latest = new Map<string, GeoJSON.FeatureCollection>();
  const put = (id: string) => map.getSource<maplibregl.GeoJSONSource>(id)?.setData(latest.get(id) ?? NOTHING);
  const rebuild = () => {
    addIcons(map);
    for (const id of Object.keys(SOURCES)) if (!map.getSource(id)) map.addSource(id, { type: 'geojson', data: NOTHING });
    for (const layer of layers()) if (!map.getLayer(layer.id)) map.addLayer(layer);
    Object.keys(SOURCES).forEach(put);
  };
  map.on('style.load', rebuild);
  const slow = drawsSlowly(map);
  const stops = Object.entries(SOURCES).map(([id, { features, everyMs }]) =>
    look(slow && id !== DRAFT ? onceASecond : inMs(everyMs), () => {
      latest.set(id, features());
      put(id);
    }),
  );
  return () => {
    stops.forEach((stop) => stop());
    map.off('style.load', rebuild);
  };
}

/** Calls it later; the answer calls it off. */
type Later = (run: () => void) => () => void;

function inMs(ms: number): Later {
  return (run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  };
}

/** All that changed in a second makes one picture, and none while somebody goes from key to key. */
const onceASecond: Later = (run) => {
  let stop = inMs(SLOW_MS - (Date.now() % SLOW_MS))(() => (stop = onceHandIsStillOrTooLong(run)));
  return () => stop();
};

/** Looks at once, and again when anything changed that was looked at: however often it changes, once in that time. */
function look(later: Later, at: () => void): () => void {
  let callOff: () => void = () => undefined;
  let stop: () => void = () => undefined;
  const begin = () => {
    let seen = false;
    stop = effect(() => {
      // The second run is the news that something changed; it looks at nothing, and so hears of no further change.
      if (seen) callOff = later(again);
      else at();
      seen = true;
    });
  };
  const again = () => {
    stop();
    begin();
  };
  begin();
  return () => {
    stop();
    callOff();
  };
}

function layers(): maplibregl.LayerSpecification[] {
  return [
    {
      id: 'draft-line',
      type: 'line',
      source: DRAFT,
      filter: ['==', ['geometry-type'], 'LineString'],
      paint: { 'line-color': colour('red'), 'line-width': 4, 'line-dasharray': [1.5, 1] },
    },
    {
      id: 'draft-corners',
      type: 'circle',
      source: DRAFT,
      filter: ['==', ['get', 'is'], 'corner'],
      paint: { 'circle-radius': 5, 'circle-color': colour('red'), 'circle-stroke-color': colour('bg'), 'circle-stroke-width': 2 },
    },
    marks(HOSPITALS, [0, -10], 'bottom', [0, -1.9]),
    marks(UNITS, [0, 10], 'top', [0, 1.9]),
    {
      id: 'unit-signs',
      type: 'symbol',
      source: UNITS,
      layout: {
        'text-field': ['get', 'sign'],
        'text-font': FONT,
        'text-size': 11,
        'text-offset': [0, 0.9],
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': colour('bg') },
    },
    marks(SCENES, [0, 0], 'left', [1.1, 0]),
    {
      id: 'pin',
      type: 'symbol',
      source: DRAFT,
      filter: ['==', ['get', 'is'], 'pin'],
      layout: { 'icon-image': 'pin', 'icon-allow-overlap': true },
    },
  ];
}

/** A mark of each, always shown; its name where there is room, and beside the chosen one from afar as well. */
function marks(
  id: (typeof CHOOSABLE)[number],
  iconOffset: [number, number],
  anchor: 'bottom' | 'top' | 'left',
  textOffset: [number, number],
): maplibregl.SymbolLayerSpecification {
  return {
    id,
    type: 'symbol',
    source: id,
    layout: {
      'icon-image': ['get', 'icon'],
      'icon-offset': iconOffset,
      'icon-size': ['case', ['get', 'chosen'], 1.25, 1],
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
      'text-field': ['step', ['zoom'], ['case', ['get', 'chosen'], ['get', 'name'], ''], NAMES_FROM_ZOOM, ['get', 'name']],
      'text-font': FONT,
      'text-size': 11,
      'text-anchor': anchor,
      'text-offset': textOffset,
      'text-optional': true,
    },
    paint: {
      'text-color': colour('text'),
      'text-halo-color': colour('bg'),
      'text-halo-width': 1.5,
    },
  };
}

import type { ExpressionSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl';
import { BOLD, text } from './layer';
import type { Palette } from './palette';

/** The way that is driven. A feature with `done: true` is the part that lies behind. */
export const ROUTE_SOURCE = 'route';
/** What would be driven: the chosen option, or other ways (`alternative: true`). */
export const OPTION_SOURCE = 'option';
/** Stretches that are shut; with `slow: true` they only take longer. */
export const CLOSURE_SOURCE = 'closures';
/** The last part on foot. */
export const WALK_SOURCE = 'walk';
/** Points with `label`; a unit may have `busy`, a hospital `chosen`. Pages that need buttons draw their own marks instead. */
export const UNIT_SOURCE = 'units';
export const HOSPITAL_SOURCE = 'hospitals';
export const SCENE_SOURCE = 'scenes';
/** Where the device is: one point, with `accuracyM` if it is known. */
export const HERE_SOURCE = 'here';

const NOTHING: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };

const SOURCES = [
  ROUTE_SOURCE,
  OPTION_SOURCE,
  CLOSURE_SOURCE,
  WALK_SOURCE,
  UNIT_SOURCE,
  HOSPITAL_SOURCE,
  SCENE_SOURCE,
  HERE_SOURCE,
];

/** Empty until a page fills them. */
export function overlaySources(): Record<string, SourceSpecification> {
  return Object.fromEntries(SOURCES.map((id) => [id, { type: 'geojson', data: NOTHING }]));
}

const is = (name: string): ExpressionSpecification => ['==', ['get', name], true];
const ROUND = { 'line-cap': 'round', 'line-join': 'round' } as const;
const ROUTE_WIDTH: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 8, 4, 14, 7, 17, 12];
const CASING_WIDTH: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 8, 7, 14, 11, 17, 17];

/** Ways and road closures: over the roads, under their names. */
export function lineLayers(p: Palette): LayerSpecification[] {
  return [
    {
      id: 'option',
      type: 'line',
      source: OPTION_SOURCE,
      layout: ROUND,
      paint: { 'line-color': p.route, 'line-width': 2, 'line-dasharray': [2, 2] },
    },
    {
      id: 'route-casing',
      type: 'line',
      source: ROUTE_SOURCE,
      layout: ROUND,
      paint: { 'line-color': p.routeCasing, 'line-width': CASING_WIDTH },
    },
    {
      id: 'route',
      type: 'line',
      source: ROUTE_SOURCE,
      layout: ROUND,
      paint: { 'line-color': ['case', is('done'), p.routeDone, p.route], 'line-width': ROUTE_WIDTH },
    },
    {
      id: 'walk',
      type: 'line',
      source: WALK_SOURCE,
      layout: ROUND,
      paint: { 'line-color': p.route, 'line-width': 4, 'line-dasharray': [0.1, 2] },
    },
    {
      id: 'closure-casing',
      type: 'line',
      source: CLOSURE_SOURCE,
      layout: ROUND,
      paint: { 'line-color': p.routeCasing, 'line-width': 9 },
    },
    {
      id: 'closure',
      type: 'line',
      source: CLOSURE_SOURCE,
      paint: { 'line-color': ['case', is('slow'), p.slow, p.closure], 'line-width': 6, 'line-dasharray': [0.7, 0.5] },
    },
  ];
}

/** Where everybody is: over everything. */
export function pointLayers(p: Palette): LayerSpecification[] {
  return [
    {
      id: 'here-accuracy',
      type: 'circle',
      source: HERE_SOURCE,
      filter: ['has', 'accuracyM'],
      paint: {
        // A metre is 2^zoom / 78,271.5 pixels at the equator; in these latitudes a twelfth more.
        'circle-radius': [
          'interpolate',
          ['exponential', 2],
          ['zoom'],
          0,
          0,
          20,
          ['*', ['get', 'accuracyM'], 14.5],
        ],
        'circle-color': p.here,
        'circle-opacity': 0.12,
        'circle-stroke-color': p.here,
        'circle-stroke-width': 1,
        'circle-stroke-opacity': 0.5,
      },
    },
    mark('hospital', HOSPITAL_SOURCE, 'H', p.hospital, p),
    mark('unit', UNIT_SOURCE, '■', p.unit, p),
    mark('scene', SCENE_SOURCE, '▲', p.closure, p),
    {
      id: 'here',
      type: 'circle',
      source: HERE_SOURCE,
      paint: {
        'circle-radius': 8,
        'circle-color': p.here,
        'circle-stroke-color': p.routeCasing,
        'circle-stroke-width': 3,
      },
    },
  ];
}

function mark(id: string, source: string, sign: string, colour: string, p: Palette): LayerSpecification {
  return {
    id,
    type: 'symbol',
    source,
    layout: {
      'text-field': ['format', sign, { 'font-scale': 1.5 }, '\n', {}, ['coalesce', ['get', 'label'], ''], {}],
      'text-font': BOLD,
      'text-size': 12,
      'text-allow-overlap': true,
      'text-anchor': 'top',
      'text-offset': [0, -0.8],
    },
    paint: { ...text(colour, p, 2), 'text-halo-color': p.routeCasing },
  };
}

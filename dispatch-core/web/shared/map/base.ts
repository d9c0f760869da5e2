import type { DataDrivenPropertyValueSpecification, ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from './palette';
import { administrationLayers, heightLayers, settlementLayers, townName } from './places';
import { BOLD, FONT, of, SLANTED, text } from './layer';

const MAIN = ['motorway', 'trunk', 'primary'];
const SECONDARY = ['secondary'];
const TERTIARY = ['tertiary'];
const STREETS = ['unclassified', 'residential', 'living_street', 'road', 'busway'];
const WAYS = ['service', 'track'];
const PATHS = ['path', 'footway', 'steps', 'pedestrian', 'cycleway', 'bridleway'];

const isOneOf = (classes: string[]): ExpressionSpecification => ['in', ['get', 'class'], ['literal', classes]];
const structure = (kind: string): ExpressionSpecification => ['==', ['get', 'structure'], kind];

/** Widths in pixels by zoom, from a whole province on a wall to the yard of a health post. */
type Widths = [number, number][];

const MAIN_WIDTH: Widths = [[6, 1], [9, 1.8], [12, 3.2], [15, 8], [18, 20]];
const SECONDARY_WIDTH: Widths = [[7, 0.7], [9, 1.2], [12, 2.4], [15, 6.5], [18, 17]];
const TERTIARY_WIDTH: Widths = [[8, 0.4], [10, 0.8], [12, 1.6], [15, 5], [18, 14]];
const STREET_WIDTH: Widths = [[11, 0.4], [13, 1.1], [15, 3.6], [18, 11]];
const WAY_WIDTH: Widths = [[12, 0.5], [14, 1], [15, 1.8], [18, 6]];
const PATH_WIDTH: Widths = [[14, 0.7], [16, 1.3], [18, 2.5]];

/** Ground, water, borders and roads: everything over which a route is drawn. */
export function groundLayers(p: Palette): LayerSpecification[] {
  return [
    { id: 'ground', type: 'background', paint: { 'background-color': p.ground } },
    of('water', 'water', { type: 'fill', paint: { 'fill-color': p.water } }),
    of('waterway', 'waterway', {
      type: 'line',
      layout: ROUND,
      paint: {
        'line-color': p.waterway,
        'line-width': width([[7, 0.5], [10, 1.2], [13, 2.4], [16, 6]], 0, [
          'match',
          ['get', 'kind'],
          'river',
          1,
          'canal',
          0.8,
          0.45,
        ]),
      },
    }),
    of('border-casing', 'border', {
      type: 'line',
      layout: ROUND,
      paint: { 'line-color': p.border, 'line-opacity': 0.18, 'line-width': width([[6, 3], [12, 8]]) },
    }),
    of('border', 'border', {
      type: 'line',
      paint: { 'line-color': p.border, 'line-width': width([[6, 0.8], [12, 1.4]]), 'line-dasharray': [4, 2, 1, 2] },
    }),
    path(p),
    track(p),
    casing('street-casing', isOneOf(STREETS), p, STREET_WIDTH, 13),
    casing('tertiary-casing', isOneOf(TERTIARY), p, TERTIARY_WIDTH, 11),
    casing('secondary-casing', isOneOf(SECONDARY), p, SECONDARY_WIDTH, 8),
    casing('main-casing', isOneOf(MAIN), p, MAIN_WIDTH, 6),
    road('street', isOneOf(STREETS), p.minor, STREET_WIDTH),
    road('tertiary', isOneOf(TERTIARY), p.tertiary, TERTIARY_WIDTH),
    road('secondary', isOneOf(SECONDARY), p.secondary, SECONDARY_WIDTH),
    road('main', isOneOf(MAIN), p.main, MAIN_WIDTH),
    ...structures(p),
  ];
}

/** Names, numbers and posts, over everything else. Where there is no room for all, the later ones win. */
export function labelLayers(p: Palette): LayerSpecification[] {
  return [
    of('oneway', 'road', {
      type: 'symbol',
      minzoom: 14.5,
      filter: ['has', 'oneway'],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 110,
        'text-field': ['case', ['==', ['get', 'oneway'], 1], '→', '←'],
        'text-font': BOLD,
        'text-size': 12,
        'text-keep-upright': false,
        'text-padding': 0,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': p.casing, 'text-halo-color': p.main, 'text-halo-width': 0.4 },
    }),
    of('water-name', 'waterway', {
      type: 'symbol',
      minzoom: 9,
      filter: ['has', 'name'],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 420,
        'text-field': ['get', 'name'],
        'text-font': SLANTED,
        'text-size': 11,
        'text-letter-spacing': 0.06,
        'text-max-angle': 32,
      },
      paint: text(p.waterLabel, p, 1.2),
    }),
    of('lake-name', 'water', {
      type: 'symbol',
      minzoom: 11,
      filter: ['has', 'name'],
      layout: { 'text-field': ['get', 'name'], 'text-font': SLANTED, 'text-size': 11 },
      paint: text(p.waterLabel, p, 1.2),
    }),
    ...heightLayers(p),
    of('road-name', 'road', {
      type: 'symbol',
      minzoom: 14,
      filter: ['has', 'name'],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 260,
        'text-field': ['get', 'name'],
        'text-font': FONT,
        'text-size': ['interpolate', ['linear'], ['zoom'], 14, 10.5, 17, 12.5],
        'text-offset': [0, 1],
        'text-max-angle': 32,
      },
      paint: text(p.quiet, p, 1.6),
    }),
    ...settlementLayers(p),
    shield('ref-tertiary', isOneOf([...TERTIARY, ...STREETS]), p, 11),
    ...posts(p),
    shield('ref-secondary', isOneOf(SECONDARY), p, 9.5),
    ...administrationLayers(p),
    shield('ref-main', isOneOf(MAIN), p, 7),
    townName(p),
  ];
}

/** A dot where the post stands and its kilometre on the right of the road. */
function posts(p: Palette): LayerSpecification[] {
  return [
    of('post', 'post', {
      type: 'circle',
      minzoom: 9.6,
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 9, 1.4, 13, 2.4, 16, 3.6],
        'circle-color': p.halo,
        'circle-stroke-color': p.post,
        'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 9, 0.8, 14, 1.5],
      },
    }),
    of('post-label', 'post', {
      type: 'symbol',
      minzoom: 9.6,
      layout: {
        // Where two roads share a carriageway a post has two numbers.
        'text-field': ['step', ['zoom'], ['get', 'label'], 14, ['concat', ['get', 'label'], ' · ', ['get', 'ref']]],
        'text-font': FONT,
        'text-size': ['interpolate', ['linear'], ['zoom'], 10, 9.5, 14, 11],
        'text-anchor': ['get', 'anchor'],
        'text-radial-offset': 0.55,
        'text-padding': 3,
        'symbol-sort-key': ['case', ['==', ['%', ['get', 'km'], 10], 0], 0, ['==', ['%', ['get', 'km'], 5], 0], 1, 2],
      },
      paint: text(p.post, p, 1.4),
    }),
  ];
}

/** What carries a road over water or through the hill, and where it goes through the water itself. */
function structures(p: Palette): LayerSpecification[] {
  const edge = (id: string, filter: ExpressionSpecification, colour: string, minzoom: number, dash?: number[]) =>
    of(id, 'road', {
      type: 'line',
      minzoom,
      filter,
      paint: {
        'line-color': colour,
        'line-width': width([[12, 0.6], [15, 1.1], [18, 2]]),
        'line-gap-width': width([[12, 3.2], [15, 7], [18, 18]]),
        ...(dash ? { 'line-dasharray': dash } : {}),
      },
    });
  const large = isOneOf([...MAIN, ...SECONDARY, ...TERTIARY]);
  return [
    edge('bridge-small', ['all', structure('bridge'), isOneOf([...STREETS, ...WAYS])], p.minor, 15),
    edge('bridge', ['all', structure('bridge'), large], p.bridge, 13),
    edge('tunnel', ['all', structure('tunnel'), large], p.bridge, 12, [2, 1.5]),
    of('ford', 'road', {
      type: 'line',
      minzoom: 12,
      filter: structure('ford'),
      paint: { 'line-color': p.waterLabel, 'line-width': width([[12, 3], [16, 8]]), 'line-dasharray': [0.4, 0.6] },
    }),
    of('ferry', 'road', {
      type: 'line',
      filter: structure('ferry'),
      paint: { 'line-color': p.waterLabel, 'line-width': width([[8, 1], [14, 2.5]]), 'line-dasharray': [3, 2] },
    }),
  ];
}

const ROUND = { 'line-cap': 'round', 'line-join': 'round' } as const;
/** One carriageway of two lies beside the other. */
const LANES: ExpressionSpecification = ['case', ['has', 'oneway'], 0.6, 1];
const NOT_A_FERRY: ExpressionSpecification = ['!=', ['get', 'structure'], 'ferry'];

function road(id: string, filter: ExpressionSpecification, colour: string, widths: Widths): LayerSpecification {
  return of(id, 'road', {
    type: 'line',
    minzoom: widths[0]![0] - 1,
    filter: ['all', filter, NOT_A_FERRY],
    layout: ROUND,
    paint: { 'line-color': colour, 'line-width': width(widths, 0, LANES) },
  });
}

function casing(
  id: string,
  filter: ExpressionSpecification,
  p: Palette,
  widths: Widths,
  minzoom: number,
): LayerSpecification {
  return of(id, 'road', {
    type: 'line',
    minzoom,
    filter: ['all', filter, NOT_A_FERRY],
    layout: ROUND,
    paint: { 'line-color': p.casing, 'line-width': width(widths, 2, LANES) },
  });
}

function track(p: Palette): LayerSpecification {
  return of('way', 'road', {
    type: 'line',
    minzoom: 12,
    filter: isOneOf(WAYS),
    layout: { 'line-join': 'round' },
    paint: { 'line-color': p.minor, 'line-width': width(WAY_WIDTH), 'line-dasharray': [4, 1.2] },
  });
}

function path(p: Palette): LayerSpecification {
  return of('path', 'road', {
    type: 'line',
    minzoom: 14,
    filter: isOneOf(PATHS),
    paint: { 'line-color': p.path, 'line-width': width(PATH_WIDTH), 'line-dasharray': [1.5, 1.5] },
  });
}

/** The number as on a sign. Without the box (see images.ts) it stands on a wide halo. */
function shield(id: string, filter: ExpressionSpecification, p: Palette, minzoom: number): LayerSpecification {
  return of(id, 'road', {
    type: 'symbol',
    minzoom,
    filter: ['all', filter, ['has', 'ref']],
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 380,
      'text-field': ['slice', ['get', 'ref'], 0, 14],
      'text-font': BOLD,
      'text-size': ['interpolate', ['linear'], ['zoom'], 8, 9.5, 13, 11],
      'text-rotation-alignment': 'viewport',
      'icon-image': ['coalesce', ['image', SHIELD], ['literal', '']],
      'icon-text-fit': 'both',
      'icon-text-fit-padding': [1, 3, 1, 3],
      'icon-rotation-alignment': 'viewport',
      'text-padding': 6,
      // It stands upright wherever the road turns: hairpins are no reason to leave a number out.
      'text-max-angle': 360,
    },
    paint: { 'text-color': p.shieldText, 'text-halo-color': p.shield, 'text-halo-width': 1.2 },
  });
}

/** The picture behind a road's number. */
export const SHIELD = 'shield';

function width(stops: Widths, wider = 0, factor: number | ExpressionSpecification = 1) {
  return [
    'interpolate',
    ['exponential', 1.4],
    ['zoom'],
    ...stops.flatMap(([zoom, px]) => [zoom, factor === 1 ? px + wider : ['*', px + wider, factor]]),
  ] as unknown as DataDrivenPropertyValueSpecification<number>;
}

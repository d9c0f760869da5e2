import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { MapInfo } from '../api/types';
import type { Theme } from '../theme';

/** Quiet greys for what is always there; colour is kept for what happens (ISA-101). */
interface Palette {
  ground: string;
  casing: string;
  trunk: string;
  secondary: string;
  minor: string;
  label: string;
  halo: string;
  route: string;
  closure: string;
}

const PALETTES: Record<Theme, Palette> = {
  dark: {
    ground: '#0d1526',
    casing: '#0b1220',
    trunk: '#8494b3',
    secondary: '#64748f',
    minor: '#3c4a66',
    label: '#c3cee6',
    halo: '#0b1220',
    route: '#8ab4ff',
    closure: '#ff8585',
  },
  // Red on black: the eyes stay used to the dark of a cab and of a room with one lamp.
  night: {
    ground: '#0a0000',
    casing: '#000000',
    trunk: '#9c4a42',
    secondary: '#76362f',
    minor: '#44201c',
    label: '#f08a7e',
    halo: '#000000',
    route: '#ff9d92',
    closure: '#ff5c4d',
  },
  light: {
    ground: '#e9edf3',
    casing: '#ffffff',
    trunk: '#76839b',
    secondary: '#97a3b8',
    minor: '#bcc5d4',
    label: '#28334a',
    halo: '#ffffff',
    route: '#1f4fb5',
    closure: '#c01626',
  },
};

const FONT = ['Be Vietnam Pro'];

const TRUNK = ['motorway', 'trunk', 'primary'];
const SECONDARY = ['secondary', 'tertiary'];
/** Settlements worth a name from afar. */
const TOWNS = ['city', 'town'];

export const ROUTE_SOURCE = 'route';
export const OPTION_SOURCE = 'option';
export const CLOSURE_SOURCE = 'closures';

const NOTHING: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };

/** The whole style: own layers over the server's tiles. No glyphs and no sprites are fetched from anywhere. */
export function mapStyle(info: MapInfo, theme: Theme): StyleSpecification {
  const p = PALETTES[theme];
  return {
    version: 8,
    sources: {
      base: {
        type: 'vector',
        tiles: [new URL(info.tiles, location.href).href.replaceAll('%7B', '{').replaceAll('%7D', '}')],
        bounds: info.bounds as [number, number, number, number],
        minzoom: info.minZoom ?? 0,
        maxzoom: info.maxZoom ?? 14,
      },
      [ROUTE_SOURCE]: { type: 'geojson', data: NOTHING },
      [OPTION_SOURCE]: { type: 'geojson', data: NOTHING },
      [CLOSURE_SOURCE]: { type: 'geojson', data: NOTHING },
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': p.ground } },
      road('road-minor', ['!', ['in', ['get', 'class'], ['literal', [...TRUNK, ...SECONDARY]]]], p.minor, [9, 0.4, 14, 2], 9),
      road('road-secondary', ['in', ['get', 'class'], ['literal', SECONDARY]], p.secondary, [7, 0.6, 14, 4]),
      road('road-trunk', ['in', ['get', 'class'], ['literal', TRUNK]], p.trunk, [6, 1, 14, 6]),
      {
        id: 'route-casing',
        type: 'line',
        source: ROUTE_SOURCE,
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: { 'line-color': p.casing, 'line-width': 9 },
      },
      {
        id: 'route',
        type: 'line',
        source: ROUTE_SOURCE,
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: { 'line-color': p.route, 'line-width': 5 },
      },
      {
        id: 'option',
        type: 'line',
        source: OPTION_SOURCE,
        paint: { 'line-color': p.route, 'line-width': 2, 'line-dasharray': [2, 2] },
      },
      {
        id: 'closure',
        type: 'line',
        source: CLOSURE_SOURCE,
        paint: { 'line-color': p.closure, 'line-width': 7, 'line-dasharray': [0.6, 0.4] },
      },
      {
        id: 'road-ref',
        type: 'symbol',
        source: 'base',
        'source-layer': 'road',
        minzoom: 8,
        layout: {
          'symbol-placement': 'line',
          'symbol-spacing': 300,
          'text-field': ['step', ['zoom'], ['get', 'ref'], 14, ['coalesce', ['get', 'ref'], ['get', 'name']]],
          'text-font': FONT,
          'text-size': 11,
          'text-rotation-alignment': 'viewport',
        },
        paint: { 'text-color': p.label, 'text-halo-color': p.halo, 'text-halo-width': 2 },
      },
      place('place-village', ['!', ['in', ['get', 'kind'], ['literal', TOWNS]]], p, 11, 11),
      {
        id: 'commune',
        type: 'symbol',
        source: 'base',
        'source-layer': 'commune',
        minzoom: 8,
        maxzoom: 12,
        layout: { 'text-field': ['get', 'name'], 'text-font': FONT, 'text-size': 12, 'text-letter-spacing': 0.05 },
        paint: { 'text-color': p.label, 'text-halo-color': p.halo, 'text-halo-width': 1.5, 'text-opacity': 0.85 },
      },
      place('place-town', ['in', ['get', 'kind'], ['literal', TOWNS]], p, 6, 14),
    ],
  };
}

function road(
  id: string,
  filter: ExpressionSpecification,
  colour: string,
  [z0, w0, z1, w1]: [number, number, number, number],
  minzoom = 0,
): LayerSpecification {
  return {
    id,
    type: 'line',
    source: 'base',
    'source-layer': 'road',
    minzoom,
    filter,
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': colour, 'line-width': ['interpolate', ['exponential', 1.4], ['zoom'], z0, w0, z1, w1] },
  };
}

function place(
  id: string,
  filter: ExpressionSpecification,
  p: Palette,
  minzoom: number,
  size: number,
): LayerSpecification {
  return {
    id,
    type: 'symbol',
    source: 'base',
    'source-layer': 'place',
    minzoom,
    filter,
    layout: { 'text-field': ['get', 'name'], 'text-font': FONT, 'text-size': size },
    paint: { 'text-color': p.label, 'text-halo-color': p.halo, 'text-halo-width': 1.5 },
  };
}

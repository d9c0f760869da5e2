import type { StyleSpecification } from 'maplibre-gl';
import type { MapInfo } from '../api/types';
import type { Theme } from '../theme';
import { groundLayers, labelLayers } from './base';
import { BASE_SOURCE } from './layer';
import { lineLayers, overlaySources, pointLayers } from './overlay';
import { PALETTES } from './palette';

export { CLOSURE_SOURCE, HERE_SOURCE, HOSPITAL_SOURCE, OPTION_SOURCE, ROUTE_SOURCE, SCENE_SOURCE, UNIT_SOURCE, WALK_SOURCE } from './overlay';

/**
 * The whole style: own layers over the server's tiles. No glyphs and no sprites are fetched from anywhere; a page that wants
 * boxes behind the roads' numbers calls `keepImages`.
 */
export function mapStyle(info: MapInfo, theme: Theme): StyleSpecification {
  const p = PALETTES[theme];
  return {
    version: 8,
    // A change of theme or of map is seen at once: nothing fades while somebody is looking for a road.
    transition: { duration: 0, delay: 0 },
    sources: {
      [BASE_SOURCE]: {
        type: 'vector',
        tiles: [new URL(info.tiles, location.href).href.replaceAll('%7B', '{').replaceAll('%7D', '}')],
        bounds: info.bounds as [number, number, number, number],
        minzoom: info.minZoom ?? 0,
        maxzoom: info.maxZoom ?? 14,
      },
      ...overlaySources(),
    },
    layers: [...groundLayers(p), ...lineLayers(p), ...labelLayers(p), ...pointLayers(p)],
  };
}

import type { LayerSpecification } from 'maplibre-gl';
import type { Palette } from './palette';

/** The one source of everything that the server draws. */
export const BASE_SOURCE = 'base';

/** Labels are drawn from the pages' own font: no glyphs are fetched from anywhere. */
export const FONT = ['Be Vietnam Pro'];

/** MapLibre reads the weight from the first name, which is no font, and finds the family in the second. */
export const BOLD = ['Semibold', 'Be Vietnam Pro'];

export const SLANTED = ['Italic', 'Be Vietnam Pro'];

export function text(colour: string, p: Palette, halo: number) {
  return { 'text-color': colour, 'text-halo-color': p.halo, 'text-halo-width': halo };
}

type Partly<T> = T extends LayerSpecification ? Omit<T, 'id' | 'source' | 'source-layer'> : never;

export function of(id: string, sourceLayer: string, layer: Partly<LayerSpecification>): LayerSpecification {
  return { id, source: BASE_SOURCE, 'source-layer': sourceLayer, ...layer } as LayerSpecification;
}

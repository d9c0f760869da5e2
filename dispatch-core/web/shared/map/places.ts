import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { BOLD, FONT, of, SLANTED, text } from './layer';
import type { Palette } from './palette';

const kind = (...kinds: string[]): ExpressionSpecification => ['in', ['get', 'kind'], ['literal', kinds]];

/** Pages draw hospitals themselves, with what they know of them now. */
const NOT_OURS = kind('hospital', 'medical_centre');

/** Peaks and passes, and what a crew may look for on the way. */
export function heightLayers(p: Palette): LayerSpecification[] {
  return [
    of('poi', 'poi', {
      type: 'symbol',
      minzoom: 13,
      filter: ['!', NOT_OURS],
      layout: {
        'text-field': [
          'step',
          ['zoom'],
          SIGN,
          14.5,
          ['format', SIGN, {}, '\n', {}, ['get', 'name'], { 'font-scale': 0.85 }],
        ],
        'text-font': FONT,
        'text-size': 12,
        'text-max-width': 9,
      },
      paint: text(p.poi, p, 1.4),
    }),
    of('height', 'place', {
      type: 'symbol',
      minzoom: 12,
      filter: kind('peak', 'pass'),
      layout: {
        'text-field': ['case', kind('peak'), ['concat', '▲ ', ['get', 'name']], ['get', 'name']],
        'text-font': SLANTED,
        'text-size': 10.5,
        'text-max-width': 9,
      },
      paint: text(p.quiet, p, 1.3),
    }),
  ];
}

export function settlementLayers(p: Palette): LayerSpecification[] {
  return [
    settlement('hamlet', ['!', kind('city', 'town', 'village', 'suburb', 'quarter', 'peak', 'pass')], p, 13, 10.5),
    settlement('quarter', kind('suburb', 'quarter'), p, 13, 11),
    settlement('village', kind('village'), p, 11, 11),
  ];
}

/** Communes at their seats, and the districts by whose names people still call the land. */
export function administrationLayers(p: Palette): LayerSpecification[] {
  return [
    of('commune', 'commune', {
      type: 'symbol',
      minzoom: 9.5,
      maxzoom: 14,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': FONT,
        'text-size': ['interpolate', ['linear'], ['zoom'], 9, 10.5, 12, 13],
        'text-letter-spacing': 0.04,
        'text-max-width': 7,
        'text-padding': 4,
      },
      paint: text(p.quiet, p, 1.5),
    }),
    of('district', 'district', {
      type: 'symbol',
      minzoom: 8,
      maxzoom: 11,
      layout: {
        'text-field': ['upcase', ['get', 'name']],
        'text-font': FONT,
        'text-size': ['interpolate', ['linear'], ['zoom'], 8, 10, 10.5, 14],
        'text-letter-spacing': 0.22,
        'text-max-width': 8,
        'text-padding': 8,
      },
      paint: text(p.district, p, 1.2),
    }),
  ];
}

export function townName(p: Palette): LayerSpecification {
  return of('town', 'place', {
    type: 'symbol',
    minzoom: 6,
    filter: kind('city', 'town'),
    layout: {
      'text-field': ['get', 'name'],
      'text-font': BOLD,
      'text-size': ['interpolate', ['linear'], ['zoom'], 7, 11.5, 10, 14, 14, 17],
      'text-max-width': 8,
      'symbol-sort-key': ['case', kind('city'), 0, 1],
      'text-padding': 3,
    },
    paint: text(p.label, p, 1.8),
  });
}

/** One sign for each kind: no picture has to be fetched for it. */
const SIGN: ExpressionSpecification = [
  'match',
  ['get', 'kind'],
  'clinic',
  '✚',
  'pharmacy',
  '✚',
  'police',
  '★',
  'fire_station',
  '♨',
  'fuel',
  '⛽',
  'helipad',
  'Ⓗ',
  '•',
];

function settlement(
  id: string,
  filter: ExpressionSpecification,
  p: Palette,
  minzoom: number,
  size: number,
): LayerSpecification {
  return of(id, 'place', {
    type: 'symbol',
    minzoom,
    filter,
    layout: {
      'text-field': ['get', 'name'],
      'text-font': FONT,
      'text-size': ['interpolate', ['linear'], ['zoom'], minzoom, size, 16, size + 2],
      'text-max-width': 8,
    },
    paint: text(p.quiet, p, 1.5),
  });
}

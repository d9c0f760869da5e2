import type * as maplibregl from 'maplibre-gl';
import { colour } from '../../shared/theme';

/** Twice as many pixels as are shown: sharp on a dense screen too. */
const RATIO = 2;

type Shape = 'square' | 'circle' | 'triangle' | 'diamond' | 'ring';

interface Icon {
  shape: Shape;
  size: number;
  fill: string;
  edge: string;
  letter?: string;
  ink?: string;
}

/** The marks of the map in the colours of the theme; shapes tell the same as colours. */
function icons(): Record<string, Icon> {
  const ground = colour('bg');
  const scene = (shape: Shape, size: number, token: string): Icon => ({ shape, size, fill: colour(token), edge: ground });
  const hospital = (token: string): Icon => ({ shape: 'circle', size: 18, fill: colour(token), edge: ground, letter: 'H', ink: ground });
  const unit = (token: string): Icon => ({ shape: 'square', size: 19, fill: colour(token), edge: ground });
  return {
    'scene-P1': scene('triangle', 24, 'red'),
    'scene-P2': scene('diamond', 21, 'amber'),
    'scene-P3': scene('circle', 16, 'yellow'),
    'scene-P4': scene('ring', 15, 'green'),
    'hospital-NORMAL': hospital('green'),
    'hospital-ADVISORY': hospital('amber'),
    'hospital-CLOSED': hospital('line-strong'),
    'unit-idle': unit('text-quiet'),
    'unit-busy': unit('accent'),
    pin: { shape: 'diamond', size: 20, fill: colour('accent'), edge: ground },
  };
}

export function addIcons(map: maplibregl.Map): void {
  for (const [name, icon] of Object.entries(icons())) {
    if (map.hasImage(name)) map.removeImage(name);
    map.addImage(name, draw(icon), { pixelRatio: RATIO });
  }
}

function draw({ shape, size, fill, edge, letter, ink }: Icon): ImageData {
  const canvas = document.createElement('canvas');
  const side = size * RATIO;
  canvas.width = canvas.height = side;
  const pen = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
  pen.lineWidth = 2 * RATIO;
  pen.lineJoin = 'round';
  outline(pen, shape, side, pen.lineWidth);
  pen.strokeStyle = shape === 'ring' ? fill : edge;
  pen.fillStyle = shape === 'ring' ? edge : fill;
  pen.fill();
  pen.stroke();
  if (letter && ink) {
    pen.fillStyle = ink;
    pen.font = `600 ${side * 0.58}px 'Be Vietnam Pro', sans-serif`;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.fillText(letter, side / 2, side * 0.54);
  }
  return pen.getImageData(0, 0, side, side);
}

function outline(pen: CanvasRenderingContext2D, shape: Shape, side: number, edge: number): void {
  const from = edge;
  const to = side - edge;
  const mid = side / 2;
  pen.beginPath();
  if (shape === 'circle' || shape === 'ring') {
    pen.arc(mid, mid, (to - from) / 2 - (shape === 'ring' ? edge / 2 : 0), 0, 2 * Math.PI);
    return;
  }
  const corners: Record<Exclude<Shape, 'circle' | 'ring'>, [number, number][]> = {
    square: [[from, from], [to, from], [to, to], [from, to]],
    triangle: [[mid, from], [to, to - edge / 2], [from, to - edge / 2]],
    diamond: [[mid, from], [to, mid], [mid, to], [from, mid]],
  };
  corners[shape].forEach(([x, y], index) => (index === 0 ? pen.moveTo(x, y) : pen.lineTo(x, y)));
  pen.closePath();
}

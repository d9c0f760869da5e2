import type { Map } from 'maplibre-gl';
import type { Theme } from '../theme';
import { SHIELD } from './base';
import { PALETTES } from './palette';

/** Drawn twice as large, for screens with small pixels. */
const RATIO = 2;
const SIDE = 20;
const RADIUS = 3;

/** Gives a map the pictures of its style, and again after every new style. The answer stops that. */
export function keepImages(map: Map, theme: () => Theme): () => void {
  const put = () => {
    if (!map.hasImage(SHIELD)) map.addImage(SHIELD, shield(theme()), STRETCH);
  };
  map.on('style.load', put);
  return () => map.off('style.load', put);
}

/** Only the middle grows with the number: corners stay round. */
const EDGE = (RADIUS + 1) * RATIO;
const STRETCH = {
  pixelRatio: RATIO,
  stretchX: [[EDGE, SIDE * RATIO - EDGE]] as [number, number][],
  stretchY: [[EDGE, SIDE * RATIO - EDGE]] as [number, number][],
  content: [EDGE / 2, EDGE / 2, SIDE * RATIO - EDGE / 2, SIDE * RATIO - EDGE / 2] as [number, number, number, number],
};

function shield(theme: Theme): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIDE * RATIO;
  const pen = canvas.getContext('2d');
  if (!pen) return new ImageData(SIDE * RATIO, SIDE * RATIO);
  pen.scale(RATIO, RATIO);
  pen.beginPath();
  pen.roundRect(0.5, 0.5, SIDE - 1, SIDE - 1, RADIUS);
  pen.fillStyle = PALETTES[theme].shield;
  pen.fill();
  pen.strokeStyle = PALETTES[theme].shieldEdge;
  pen.lineWidth = 1;
  pen.stroke();
  return pen.getImageData(0, 0, SIDE * RATIO, SIDE * RATIO);
}

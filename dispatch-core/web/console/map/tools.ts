import { signal } from '@preact/signals';

export type Point = [lon: number, lat: number];

/** What a press on the map means now: choosing what is there, saying where something is, or drawing a road closure. */
export type Tool =
  | { is: 'choose' }
  | { is: 'place'; put: (at: { lat: number; lon: number }) => void }
  | { is: 'line' };

export const tool = signal<Tool>({ is: 'choose' });

/** The place that a form speaks of, before it is sent. */
export const pin = signal<{ lat: number; lon: number } | null>(null);

/** The road closure that is being drawn, point by point. */
export const drawn = signal<readonly Point[]>([]);

export function addPoint(at: Point): void {
  drawn.value = [...drawn.value, at];
}

export function dropPoint(): void {
  drawn.value = drawn.value.slice(0, -1);
}

import { signal } from '@preact/signals';

/** What the rest of the page may ask of the map; answered only while one is drawn. */
export interface MapView {
  fit(): void;
  zoom(by: number): void;
}

/** Whether the map keeps the car in its middle; a finger on the map ends it. */
export const following = signal(false);

/** On a phone: the list of steps in place of the map. */
export const listShown = signal(false);

let shown: MapView | null = null;

export function register(view: MapView | null): void {
  shown = view;
}

export function fitRoute(): void {
  following.value = false;
  shown?.fit();
}

export function followCar(): void {
  following.value = !following.value;
}

export const zoomBy = (by: number) => shown?.zoom(by);

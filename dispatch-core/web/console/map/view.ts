import { signal } from '@preact/signals';

/** What others may ask of the map; answered only while one is on the page. */
export interface MapView {
  showScene(): void;
  showAll(): void;
  showPlace(at: { lat: number; lon: number }): void;
}

let shown: MapView | null = null;

export function register(view: MapView | null): void {
  shown = view;
  isMapShown.value = view !== null;
}

/** Whether there is a map to be pointed at. */
export const isMapShown = signal(false);

export const showScene = () => shown?.showScene();
export const showAll = () => shown?.showAll();
export const showPlace = (at: { lat: number; lon: number }) => shown?.showPlace(at);

/** What others may ask of the map; answered only while one is on the page. */
export interface MapView {
  showScene(): void;
  showAll(): void;
}

let shown: MapView | null = null;

export function register(view: MapView | null): void {
  shown = view;
}

export const showScene = () => shown?.showScene();
export const showAll = () => shown?.showAll();

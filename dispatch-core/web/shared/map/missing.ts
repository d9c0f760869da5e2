import { signal } from '@preact/signals';
import type { ErrorEvent, Map } from 'maplibre-gl';
import { BASE_SOURCE } from './layer';

/** A part of the ground did not come: where it is empty there may be anything. */
export const tilesMissing = signal(false);

const ASK_AGAIN_MS = 30_000;

interface TileAt {
  x: number;
  y: number;
  z: number;
}

/** What MapLibre adds to a fault of a source; its types do not say so. */
type Fault = ErrorEvent & { sourceId?: string; tile?: { tileID: { canonical: TileAt } } };

/** Notes what does not come, and fetches it when it can be had again; the answer ends that. */
export function watchTiles(map: Map): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let missing: TileAt[] = [];

  function onError({ error, sourceId, tile }: Fault): void {
    if (sourceId !== BASE_SOURCE || !tile) {
      console.error(error); // as without a listener
      return;
    }
    const { x, y, z } = tile.tileID.canonical;
    missing.push({ x, y, z });
    tilesMissing.value = true;
    timer ??= setTimeout(askAgain, ASK_AGAIN_MS);
  }

  /** Each by its name: MapLibre (6.17) waits for ever for a failed tile when all are to be made anew. */
  function askAgain(): void {
    clearTimeout(timer);
    timer = undefined;
    // Without a network there is nothing to be had; the end of that is told.
    if (missing.length === 0 || !navigator.onLine || !map.getSource(BASE_SOURCE)) return;
    const wanted = missing;
    missing = [];
    map.refreshTiles(BASE_SOURCE, wanted);
  }

  function onIdle(): void {
    if (missing.length === 0) tilesMissing.value = false;
  }

  map.on('error', onError);
  map.on('idle', onIdle);
  addEventListener('online', askAgain);
  return () => {
    clearTimeout(timer);
    removeEventListener('online', askAgain);
    map.off('error', onError);
    map.off('idle', onIdle);
    tilesMissing.value = false;
  };
}

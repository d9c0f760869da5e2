import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { call } from '../../shared/api/client';
import type { MapInfo } from '../../shared/api/types';
import { t } from '../../shared/i18n';
import { tilesMissing } from '../../shared/map/missing';
import { vault } from '../store';
import { fitRoute, followCar, following, listShown, zoomBy } from './view';

type State = 'loading' | 'shown' | 'noWebgl' | 'unavailable';

const state = signal<State>('loading');
const attribution = signal('');
const tries = signal(0);

/** The way on a map, or the reason why there is none: the list of steps works without it. */
export function MapPane() {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let stop: (() => void) | undefined;
    let left = false;
    void begin(place.current).then((stopper) => {
      stop = stopper;
      if (left) stop?.();
    });
    return () => {
      left = true;
      stop?.();
    };
  }, [tries.value]);

  const now = state.value;
  return (
    <section class="map" aria-label={t('map.title')}>
      <div class="canvas" ref={place} />
      {now === 'loading' && <p class="over quiet">{t('map.loading')}</p>}
      {(now === 'noWebgl' || now === 'unavailable') && (
        <p class="over warned" role="status">
          {t(now === 'noWebgl' ? 'crew.map.noWebgl' : 'crew.map.unavailable')}{' '}
          {now === 'unavailable' && (
            <button type="button" onClick={() => tries.value++}>
              {t('map.retry')}
            </button>
          )}
        </p>
      )}
      {now === 'shown' && (
        <>
          {tilesMissing.value && (
            <p class="missing warned" role="status">
              ◆ {t('map.tilesMissing')}
            </p>
          )}
          <div class="map-acts">
            <button type="button" aria-label={t('map.zoomIn')} onClick={() => zoomBy(1)}>
              +
            </button>
            <button type="button" aria-label={t('map.zoomOut')} onClick={() => zoomBy(-1)}>
              −
            </button>
            <button type="button" aria-pressed={following.value} onClick={followCar}>
              {t('crew.map.follow')}
            </button>
            <button type="button" onClick={fitRoute}>
              {t('crew.map.whole')}
            </button>
          </div>
          <button type="button" class="list-toggle" onClick={() => (listShown.value = true)}>
            {t('crew.steps')}
          </button>
          <span class="attribution">{attribution.value}</span>
        </>
      )}
    </section>
  );
}

/** MapLibre is most of the page's weight, so it comes last, after the order can be read. */
async function begin(place: HTMLElement | null): Promise<(() => void) | undefined> {
  if (!place) return undefined;
  state.value = 'loading';
  if (!document.createElement('canvas').getContext('webgl2')) {
    state.value = 'noWebgl';
    listShown.value = true;
    return undefined;
  }
  try {
    const [info, { openMap }] = await Promise.all([mapInfo(), import('./engine'), fontsForLabels()]);
    attribution.value = info.attribution;
    const close = openMap(place, info);
    state.value = 'shown';
    return () => {
      close();
      state.value = 'loading';
    };
  } catch {
    state.value = 'unavailable';
    return undefined;
  }
}

async function mapInfo(): Promise<MapInfo> {
  try {
    return await call<MapInfo>('GET', '/map/info');
  } catch (cause) {
    const kept = await (await vault).read('map');
    if (kept) return kept;
    throw cause;
  }
}

/** The map draws its labels itself, once, with whatever font is there: ours must be there first. */
async function fontsForLabels(): Promise<void> {
  await Promise.allSettled(['Lai', 'Mường Tè ựđ'].map((text) => document.fonts.load("400 24px 'Be Vietnam Pro'", text)));
}

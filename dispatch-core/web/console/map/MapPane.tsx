import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { getMapInfo } from '../../shared/api/calls';
import { type Key, t } from '../../shared/i18n';
import { Board } from '../detail/Board';
import { mapInfo } from '../store';
import { showAll, showScene } from './view';

type State = 'loading' | 'shown' | 'noWebgl' | 'unavailable';

const state = signal<State>('loading');
const attribution = signal('');
const tries = signal(0);
/** The map that is drawn; when another is in force, that one is. */
const drawn = signal('');

const LEGEND: [string, string, Key][] = [
  ['▲', 'scene', 'map.legend.scene'],
  ['■', 'unit', 'map.legend.unit'],
  ['H', 'hospital', 'map.legend.hospital'],
  ['━', 'route', 'map.legend.route'],
  ['┄', 'option', 'map.legend.option'],
  ['╍', 'closure', 'map.legend.closure'],
];

/** The map, or the reason why there is none: every act of the console is possible without it. */
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

  const inForce = mapInfo.value?.version;
  useEffect(() => {
    if (state.value === 'shown' && inForce && inForce !== drawn.value) tries.value++;
  }, [inForce, state.value]);

  const now = state.value;
  return (
    <section class="pane map" aria-label={t('map.title')}>
      <div class="canvas" ref={place} />
      {now === 'loading' && <p class="over quiet">{t('map.loading')}</p>}
      {(now === 'noWebgl' || now === 'unavailable') && (
        <div class="instead">
          <p class="warned" role="status">
            {t(`map.${now}`)}{' '}
            {now === 'unavailable' && (
              <button type="button" onClick={() => tries.value++}>
                {t('map.retry')}
              </button>
            )}
          </p>
          <Board />
        </div>
      )}
      {now === 'shown' && (
        <>
          <div class="map-acts">
            <button type="button" onClick={showScene}>
              {t('map.showScene')} <kbd aria-hidden="true">g</kbd>
            </button>
            <button type="button" onClick={showAll}>
              {t('map.showAll')}
            </button>
          </div>
          <div class="map-foot">
            <ul class="legend" aria-label={t('map.legend')}>
              {LEGEND.map(([mark, name, says]) => (
                <li key={name}>
                  <span class={`of-${name}`} aria-hidden="true">
                    {mark}
                  </span>{' '}
                  {t(says)}
                </li>
              ))}
            </ul>
            <span class="attribution">{attribution.value}</span>
          </div>
        </>
      )}
    </section>
  );
}

/** MapLibre is most of the page's weight, so it comes last, after the lists can be worked with. */
async function begin(place: HTMLElement | null): Promise<(() => void) | undefined> {
  if (!place) return undefined;
  state.value = 'loading';
  if (!document.createElement('canvas').getContext('webgl2')) {
    state.value = 'noWebgl';
    return undefined;
  }
  try {
    const [info, { openMap }] = await Promise.all([getMapInfo(), import('./engine'), fontsForLabels()]);
    attribution.value = info.attribution;
    drawn.value = info.version;
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

/** The map draws its labels itself, once, with whatever font is there: ours must be there first. */
async function fontsForLabels(): Promise<void> {
  await Promise.allSettled(['Lai', 'Mường Tè ựđ'].map((text) => document.fonts.load("400 24px 'Be Vietnam Pro'", text)));
}

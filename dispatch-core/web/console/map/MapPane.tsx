import { effect, signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { getMapInfo } from '../../shared/api/calls';
import { type Key, t } from '../../shared/i18n';
import { heardAt } from '../../shared/live';
import { tilesMissing } from '../../shared/map/missing';
import { mapInfo } from '../state/roads';
import { RoadsBanner } from './RoadsBanner';
import { tool } from './tools';
import { showAll, showScene } from './view';

type State = 'loading' | 'shown' | 'noWebgl' | 'unavailable';

/** Longer than the lists take, shorter than anybody waits for a map. */
const LISTS_WITHIN_MS = 2000;

export const mapState = signal<State>('loading');
const attribution = signal('');
const tries = signal(0);
/** The map that is drawn; when another is in force, that one is. */
const drawnVersion = signal('');

const LEGEND: [string, string, Key][] = [
  ['▲', 'scene', 'map.legend.scene'],
  ['■', 'unit', 'map.legend.unit'],
  ['H', 'hospital', 'map.legend.hospital'],
  ['━', 'route', 'map.legend.route'],
  ['┄', 'option', 'map.legend.option'],
  ['╍', 'closure', 'map.legend.closure'],
];

/** The map, or in one line the reason why there is none: the boards below take its room, and every act is possible. */
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
    if (mapState.value === 'shown' && inForce && inForce !== drawnVersion.value) tries.value++;
  }, [inForce, mapState.value]);

  const now = mapState.value;
  const absent = now === 'noWebgl' || now === 'unavailable';
  return (
    <section class={`map ${absent ? 'absent' : ''}`} aria-label={t('map.title')}>
      <RoadsBanner />
      {absent && (
        <p class="warned absence" role="status">
          {t(`map.${now}`)}{' '}
          {now === 'unavailable' && (
            <button type="button" onClick={() => tries.value++}>
              {t('map.retry')}
            </button>
          )}
        </p>
      )}
      <div class="canvas-place">
        <div class="canvas" ref={place} />
        {now === 'loading' && <p class="over quiet">{t('map.loading')}</p>}
        {now === 'shown' && <OverMap />}
      </div>
    </section>
  );
}

function OverMap() {
  const doing = tool.value.is;
  return (
    <>
      <div class="map-acts">
        <button type="button" onClick={showScene} aria-keyshortcuts="g">
          {t('map.showScene')} <kbd aria-hidden="true">g</kbd>
        </button>
        <button type="button" onClick={showAll} aria-keyshortcuts="0">
          {t('map.showAll')} <kbd aria-hidden="true">0</kbd>
        </button>
        {tilesMissing.value && (
          <span class="missing warned" role="status">
            ◆ {t('map.tilesMissing')}
          </span>
        )}
        {doing !== 'choose' && (
          <span class="tool" role="status">
            {t(doing === 'line' ? 'desk.map.drawing' : 'desk.map.placing')}
          </span>
        )}
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
  );
}

/** MapLibre is most of the page's weight, so it comes last, after the lists can be worked with. */
async function begin(place: HTMLElement | null): Promise<(() => void) | undefined> {
  if (!place) return undefined;
  mapState.value = 'loading';
  if (!document.createElement('canvas').getContext('webgl2')) {
    mapState.value = 'noWebgl';
    return undefined;
  }
  await listsAreThere();
  try {
    const [info, { openMap }] = await Promise.all([getMapInfo(), import('./engine'), fontsForLabels()]);
    attribution.value = info.attribution;
    drawnVersion.value = info.version;
    const close = openMap(place, info);
    mapState.value = 'shown';
    return () => {
      close();
      mapState.value = 'loading';
    };
  } catch {
    mapState.value = 'unavailable';
    return undefined;
  }
}

/** Until the server has said something and it was drawn; a server that says nothing is waited for no longer than this. */
async function listsAreThere(): Promise<void> {
  let stop = () => undefined as void;
  const heard = new Promise<void>((done) => {
    stop = effect(() => {
      if (heardAt.value > 0) done();
    });
  });
  await Promise.race([heard, new Promise((done) => setTimeout(done, LISTS_WITHIN_MS))]);
  stop();
  await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
}

/** The map draws its labels itself, once, with whatever font is there: ours must be there first. */
async function fontsForLabels(): Promise<void> {
  await Promise.allSettled(['Lai', 'Mường Tè ựđ'].map((text) => document.fonts.load("400 24px 'Be Vietnam Pro'", text)));
}

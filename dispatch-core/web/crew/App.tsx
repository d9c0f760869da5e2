import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { ExerciseBanner } from '../shared/ExerciseBanner';
import { type Key, t } from '../shared/i18n';
import { liveState, openLive, TABLET_EVERY_S } from '../shared/live';
import { Login } from '../shared/Login';
import { end, session } from '../shared/session';
import { Header } from './look/Header';
import { Outbox } from './look/Outbox';
import { panel } from './look/panel';
import { ToolsPanel } from './look/ToolsPanel';
import { Waiting } from './look/Waiting';
import { isServerThere, onLive, refreshOrder } from './order/follow';
import { NextStep } from './order/NextStep';
import { Notices, ringWhenNeeded } from './order/Notices';
import { Order } from './order/Order';
import { notKept, send, startSending } from './outbox/keeper';
import { Patients } from './patients/Patients';
import { watchPosition } from './position/track';
import { Manoeuvre, StepList, tellManoeuvres } from './route/Manoeuvre';
import { MapPane } from './route/MapPane';
import { keepTiles } from './route/tiles';
import { listShown } from './route/view';
import { crew, current, items, loaded, refusals } from './store';
import { armSound } from './voice/tones';
import { stayAwake } from './wake';
import { updateWhenFree } from './worker/install';

const ROLES = new Set(['CREW']);
/** The ETA and the order, should an event have been lost. */
const REFRESH_MS = 60_000;

type Tab = 'order' | 'road' | 'patients';
const TABS: readonly [Tab, Key][] = [
  ['order', 'crew.tab.order'],
  ['road', 'crew.tab.road'],
  ['patients', 'crew.tab.patients'],
];
const tab = signal<Tab>('order');

export function App() {
  if (!loaded.value) return null;
  return crew.value ? <Tablet /> : <SignIn />;
}

function SignIn() {
  return (
    <>
      <ExerciseBanner />
      <Login title="crew.title" roles={ROLES} onSubmit={() => void armSound()} />
      {items.value.length > 0 && <p class="leftover warned">{t('crew.outbox.others', { n: items.value.length })}</p>}
    </>
  );
}

function Tablet() {
  const token = session.value?.token;
  useEffect(() => {
    if (!token) {
      liveState.value = 'lost';
      return undefined;
    }
    if (panel.value === 'signIn') panel.value = null;
    refreshOrder();
    send();
    const back = () => {
      refreshOrder();
      void keepTiles();
    };
    return openLive(token, onLive, back, isServerThere, () => end(true), TABLET_EVERY_S);
  }, [token]);
  useEffect(() => together([startSending(), watchPosition(), stayAwake(), ringWhenNeeded(), tellManoeuvres(), updateWhenFree()]), []);
  useEffect(() => {
    const timer = setInterval(refreshOrder, REFRESH_MS);
    void keepTiles();
    return () => clearInterval(timer);
  }, []);

  return (
    <div class="tablet">
      <ExerciseBanner />
      <Header />
      <div class="loud">
        {!token && panel.value !== 'signIn' && <SignInAgain />}
        {notKept.value && (
          <p class="notice REFUSED" role="alert">
            <strong>{t('crew.notKept')}</strong>
          </p>
        )}
        <Refused />
        <Notices />
      </div>
      <Middle />
      <NextStep />
    </div>
  );
}

function Middle() {
  if (panel.value === 'signIn' && !session.value) {
    return <Login title="crew.title" roles={ROLES} onSubmit={() => void armSound()} />;
  }
  if (panel.value === 'outbox') return <Outbox />;
  if (panel.value === 'tools') return <ToolsPanel />;
  return current.value ? <Case /> : <Waiting />;
}

/** The case: on a tablet the map beside everything else, on a phone one of three at a time. */
function Case() {
  return (
    <main class={`case on-${tab.value} ${listShown.value ? 'with-list' : ''}`}>
      <div class="tabs" role="tablist" aria-label={t('crew.order')}>
        {TABS.map(([one, says]) => (
          <button
            type="button"
            role="tab"
            key={one}
            id={`tab-${one}`}
            aria-selected={tab.value === one}
            aria-controls={`pane-${one}`}
            onClick={() => (tab.value = one)}
          >
            {t(says)}
          </button>
        ))}
      </div>
      <div class="pane" role="tabpanel" id={`pane-${tab.value}`} aria-labelledby={`tab-${tab.value}`} tabIndex={0}>
        {tab.value === 'order' && <Order />}
        {tab.value === 'patients' && <Patients />}
        {tab.value === 'road' && <StepList />}
      </div>
      <div class="road">
        <Manoeuvre />
        <MapPane />
      </div>
    </main>
  );
}

/** The order and every press go on without it; only sending waits. */
function SignInAgain() {
  return (
    <div class="notice SIGN_IN" role="alert">
      <p>
        <strong>{t('crew.expired')}</strong>
      </p>
      <button type="button" onClick={() => (panel.value = 'signIn')}>
        {t('login.submit')}
      </button>
    </div>
  );
}

function Refused() {
  const first = refusals.value[0];
  if (!first || panel.value === 'outbox') return null;
  return (
    <div class="notice REFUSED" role="alert">
      <p>
        <strong>{t('crew.outbox.refused', { n: refusals.value.length })}</strong> {first.refused?.sentence}
      </p>
      <button type="button" onClick={() => (panel.value = 'outbox')}>
        {t('crew.outbox.look')}
      </button>
    </div>
  );
}

function together(stops: (() => void)[]): () => void {
  return () => stops.forEach((stop) => stop());
}

import { useEffect } from 'preact/hooks';
import { ConnectionPill } from '../shared/ConnectionPill';
import { ClusterBanner } from '../shared/ClusterBanner';
import { ExerciseBanner } from '../shared/ExerciseBanner';
import { t } from '../shared/i18n';
import { openLive } from '../shared/live';
import { Login } from '../shared/Login';
import { end, session } from '../shared/session';
import { Tools } from '../shared/Tools';
import { arm, armSilently, ringsFor, watch } from './alarm';
import { Arrivals } from './arrivals/Arrivals';
import { ArrivalsBar } from './arrivals/ArrivalsBar';
import { Capacity } from './capacity/Capacity';
import { Strip } from './capacity/Strip';
import { flush, leave } from './draft';
import { History } from './History';
import { openPrepared } from './prepared';
import { Troubles } from './Troubles';
import { openOutbox, send } from './sender';
import { SoundPill } from './SoundPill';
import { Paper } from './transfer/paper';
import { Transfers } from './transfer/Transfers';
import { refreshTransfers } from './transfer/store';
import { board, forget, isServerThere, onLive, refreshAll, refreshArrivals } from './store';

const ROLES = new Set(['HOSPITAL']);

/** A live hint may be lost with its line, and "seen" at another desk of the ward gives none. */
const LOOK_AGAIN_MS = 10_000;
const LOOK_AT_ALL_MS = 60_000;

export function App() {
  return session.value ? <Ward token={session.value.token} /> : <Login title="hospital.title" roles={ROLES} onSubmit={() => void arm()} />;
}

function Ward({ token }: { token: string }) {
  useEffect(() => open(token), [token]);
  useEffect(() => {
    const count = ringsFor.value.length;
    document.title = count > 0 ? t('hospital.title.ringing', { n: count }) : t('hospital.title.document');
  }, [ringsFor.value.length, t('hospital.title.document')]);

  return (
    <div class="ward">
      <a class="skip" href="#capacity">
        {t('hospital.skip')}
      </a>
      <ExerciseBanner />
      <header class="top">
        <h1>{board.value?.name ?? t('hospital.title')}</h1>
        <ConnectionPill />
        <SoundPill />
        <div class="tools">
          <Tools />
        </div>
      </header>
      <ClusterBanner />
      <Strip />
      <main>
        <div class="coming">
          <Arrivals />
          <Transfers />
        </div>
        <Capacity />
        <History />
      </main>
      <Troubles />
      <ArrivalsBar />
      <Paper />
    </div>
  );
}

/** Everything that runs while somebody is signed in; gives what ends it. */
function open(token: string): () => void {
  openPrepared();
  refreshAll();
  const closes = [
    openOutbox(),
    openLive(token, onLive, afterReturn, isServerThere, () => end(true)),
    armSilently(),
    watch(),
  ];
  const look = setInterval(() => {
    refreshArrivals();
    refreshTransfers();
  }, LOOK_AGAIN_MS);
  const lookAtAll = setInterval(refreshAll, LOOK_AT_ALL_MS);
  const leaving = () => document.visibilityState === 'hidden' && flush();
  document.addEventListener('visibilitychange', leaving);
  addEventListener('pagehide', flush);
  return () => {
    leave();
    clearInterval(look);
    clearInterval(lookAtAll);
    document.removeEventListener('visibilitychange', leaving);
    removeEventListener('pagehide', flush);
    closes.forEach((close) => close());
    forget();
  };
}

function afterReturn(): void {
  send();
  refreshAll();
}

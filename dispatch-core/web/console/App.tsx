import { useEffect, useLayoutEffect } from 'preact/hooks';
import { ExerciseBanner } from '../shared/ExerciseBanner';
import { t } from '../shared/i18n';
import { openLive } from '../shared/live';
import { Login } from '../shared/Login';
import { end, session } from '../shared/session';
import { Detail } from './detail/Detail';
import { Header } from './Header';
import { listenToKeys } from './keys';
import { MapPane } from './map/MapPane';
import { Queue } from './queue/Queue';
import { RoadsBanner } from './RoadsBanner';
import { isServerThere, onLive, refreshAll, refreshRoads } from './store';

const DESK = new Set(['OPERATOR', 'SUPERVISOR', 'ADMIN']);

export function App() {
  return session.value ? <Desk token={session.value.token} /> : <Login title="app.console" roles={DESK} />;
}

const ROADS_EVERY_MS = 30_000;

function Desk({ token }: { token: string }) {
  useEffect(() => {
    document.title = t('app.title');
    refreshAll();
    return openLive(token, onLive, refreshAll, isServerThere, () => end(true));
  }, [token]);
  // The map comes into force by itself, also while the line is down.
  useEffect(() => {
    const timer = setInterval(refreshRoads, ROADS_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  // Before anything is painted: whoever sees the desk may press a key at once.
  useLayoutEffect(listenToKeys, []);

  return (
    <div class="desk">
      <a class="skip" href="#queue">
        {t('app.skip')}
      </a>
      <ExerciseBanner />
      <Header />
      <RoadsBanner />
      <main class="panes">
        <Queue />
        <MapPane />
        <Detail />
      </main>
    </div>
  );
}

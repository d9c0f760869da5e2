import { effect } from '@preact/signals';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { ClusterBanner } from '../shared/ClusterBanner';
import { language, t } from '../shared/i18n';
import { openLive } from '../shared/live';
import { Login } from '../shared/Login';
import { end, session } from '../shared/session';
import { HospitalBoard } from './board/HospitalBoard';
import { UnitBoard } from './board/UnitBoard';
import { Detail } from './detail/Detail';
import { Foot } from './Foot';
import { Header } from './Header';
import { draft, isBlank } from './intake/draft';
import { listenToKeys } from './keys/listen';
import { Splitter } from './layout/Splitter';
import { MapPane } from './map/MapPane';
import { PaperBar } from './paper/PaperBar';
import { WaitingBar } from './paper/WaitingBar';
import { readyToPrint } from './print/print';
import { Queue } from './queue/Queue';
import { heard, ring, sitDown } from './sound/alarms';
import { arm, armed, armOnFirstTouch } from './sound/tones';
import { isServerThere, onLive, refreshAll } from './state/live';
import { panel } from './state/panel';
import { refreshRoads } from './state/roads';

const DESK = new Set(['OPERATOR', 'SUPERVISOR', 'ADMIN']);

/** Signing in is the touch that the browser asks for before it lets a page make a sound. */
export function App() {
  return session.value ? <Desk token={session.value.token} /> : <Login title="app.console" roles={DESK} onSubmit={arm} />;
}

const ROADS_EVERY_MS = 30_000;

function Desk({ token }: { token: string }) {
  useEffect(() => {
    refreshAll();
    return openLive(token, onLive, refreshAll, isServerThere, () => end(true));
  }, [token]);
  // The map comes into force by itself, also while the line is down.
  useEffect(() => {
    const timer = setInterval(refreshRoads, ROADS_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  useEffect(sitDown, [token]);
  useEffect(ring, []);
  useEffect(() => (armed.peek() ? undefined : armOnFirstTouch()), []);
  useEffect(readyToPrint, []);
  useEffect(followLanguage, []);
  // Before anything is painted: whoever sees the desk may press a key at once.
  useLayoutEffect(listenToKeys, []);
  // What was being written when the session ended or the page was loaded again is there again.
  useLayoutEffect(() => {
    if (panel.peek() === 'none' && !isBlank(draft.peek())) panel.value = 'alert';
  }, []);

  return (
    <div class="desk">
      <a class="skip" href="#queue">
        {t('app.skip')}
      </a>
      <div>
        <Header />
        <PaperBar />
        <WaitingBar />
        <ClusterBanner />
      </div>
      <main class="panes">
        <Queue />
        <Splitter name="queue" axis="x" after={false} says="desk.splitter.queue" />
        <div class="middle">
          <MapPane />
          <Splitter name="board" axis="y" after says="desk.splitter.board" />
          <div class="pane board">
            <UnitBoard />
            <HospitalBoard />
          </div>
        </div>
        <Splitter name="detail" axis="x" after says="desk.splitter.detail" />
        <Detail />
      </main>
      <Foot />
    </div>
  );
}

/** Sentences of the server come in one language: in another they are asked for again. What rings is in the tab's name. */
function followLanguage(): () => void {
  let spoken = language.peek();
  return effect(() => {
    const ringing = heard.value.length;
    document.title = ringing > 0 ? `▲ ${ringing} · ${t('app.title')}` : t('app.title');
    if (language.value !== spoken) refreshAll();
    spoken = language.value;
  });
}

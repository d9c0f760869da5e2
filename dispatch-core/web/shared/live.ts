import { signal } from '@preact/signals';
import { askAbout } from './about';
import { heardCluster } from './cluster';
import { databaseAwaySince, heardDatabase } from './database';
import { base, liveAddress, moveFrom, moveToDatabase } from './nodes';

/** What the pill says. */
export type LiveState = 'connecting' | 'connected' | 'lost';

export interface LiveEvent {
  /** Missing on what is not kept, such as a position. */
  seq?: number;
  type: string;
  [field: string]: unknown;
}

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 15_000;
/**
 * A quiet night and a dead line look alike from here, so the server is asked to say that it is there, this often. A desk must
 * know within seconds that what it shows is old; a tablet's radio costs it the battery each time.
 */
export const DESK_EVERY_S = 2;
export const TABLET_EVERY_S = 15;
/** So many times nothing is no chance any more. */
const MISSED = 2.5;
/** Consoles that lost the same node do not turn to the next one in the same moment. */
const SPREAD_MS = 300;

/** When every node loses the database none knows of it in the same moment: so long a page stays where it is. */
const LEAVES_AFTER_MS = 3_000;

/** The server's close code for a token that is worth nothing any more: no use in trying again. */
const SESSION_ENDED = 4401;

export const liveState = signal<LiveState>('connecting');
/** When the server last said something, by whatever door, in this machine's milliseconds; 0 = never. */
export const heardAt = signal(0);
/** When the next attempt is due, in this machine's milliseconds. */
export const retryAt = signal(0);

/** Wait before attempt n (0 = the first), with up to a quarter more so that consoles do not return all at once. */
export function retryDelay(attempt: number, chance: number): number {
  return Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** attempt) * (1 + chance / 4);
}

/**
 * Keeps one WebSocket open for as long as it is wanted. Its first message says who listens, and after which event: a
 * token has no place in an address. Whenever the line stands, the first time too, `onReturn` is told: what happened after the
 * page was read and before it was listened is in no event.
 */
export function openLive(
  token: string,
  onEvent: (event: LiveEvent) => void,
  onReturn: () => void,
  isServerThere: () => Promise<boolean>,
  onSessionEnd: () => void,
  everyS = DESK_EVERY_S,
): () => void {
  const silenceMs = everyS * MISSED * 1000;
  let socket: WebSocket | undefined;
  let after: number | undefined;
  let attempt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  let closed = false;

  function connect(): void {
    liveState.value = attempt === 0 ? 'connecting' : 'lost';
    const current = new WebSocket(liveAddress());
    socket = current;
    current.onopen = () => current.send(JSON.stringify({ token, after, everyS }));
    current.onmessage = (message) => {
      if (current === socket) hear(JSON.parse(String(message.data)) as LiveEvent);
    };
    current.onclose = (event) => {
      if (current !== socket || closed) return;
      if (event.code === SESSION_ENDED) onSessionEnd();
      else giveUp();
    };
    restart(silenceMs, giveUp);
  }

  function hear(event: LiveEvent): void {
    heardAt.value = Date.now();
    restart(silenceMs, giveUp);
    if (typeof event.seq === 'number') after = Math.max(after ?? 0, event.seq);
    if (event.type === 'alive') return;
    if (event.type === 'hello') {
      onReturn(); // what happened between the last reading and this moment, nobody tells
      void askAbout(); // another node may be another version, and sees other nodes
      attempt = 0;
      liveState.value = 'connected';
    } else if (event.type === 'cluster') {
      heardCluster(event['data']);
    } else if (event.type === 'database') {
      const before = databaseAwaySince.peek();
      heardDatabase((event['data'] as { awaySince?: unknown } | undefined)?.awaySince);
      if (databaseAwaySince.peek() !== before) onReturn(); // what is old now, or new again
      clearTimeout(leaving);
      if (databaseAwaySince.peek() !== null) leaving = setTimeout(leave, LEAVES_AFTER_MS);
    } else {
      if (event.type === 'resync') onReturn(); // the line was too slow, or we were away too long, to be told everything
      onEvent(event);
    }
  }

  /** This line is over. Another node is turned to at once; when there is none, this one is tried again, less and less often. */
  function giveUp(): void {
    const gone = socket;
    socket = undefined;
    gone?.close();
    clearTimeout(timer);
    if (closed) return;
    liveState.value = 'lost';
    void moveFrom(lineOf(gone)).then((moved) => {
      if (closed || socket !== undefined) return;
      if (moved) restart(Math.random() * SPREAD_MS, connect);
      else tryAgain();
    });
  }

  /** This node has no database, and perhaps it alone: whoever has one shows what is true now. */
  function leave(): void {
    const line = socket;
    void moveToDatabase(lineOf(line)).then((moved) => {
      if (!moved || closed || socket !== line) return;
      socket = undefined;
      line?.close();
      heardDatabase(null); // the next one says so itself when it has none either
      restart(Math.random() * SPREAD_MS, connect);
    });
  }

  /** The node that a line led to, as it stands before `/api`. */
  function lineOf(gone: WebSocket | undefined): string {
    const current = base.peek();
    return gone === undefined || gone.url === liveAddress() ? current : '\0'; // moved already: any name that is not in use
  }

  function tryAgain(): void {
    const delay = retryDelay(attempt++, Math.random());
    retryAt.value = Date.now() + delay;
    restart(delay, ask);
  }

  /** Also tells whether it is the session that ended: then nobody is here any more to connect. */
  function ask(): void {
    void isServerThere().then(() => closed || connect());
  }

  /** The machine says that its network is gone; it is not always right, so the server is asked. */
  function onOffline(): void {
    const line = socket;
    void isServerThere().then((there) => {
      if (!there && line !== undefined && line === socket) giveUp();
    });
  }

  /** The machine knows that its network is back before the next attempt is due. */
  function onNetwork(): void {
    if (liveState.value === 'lost') restart(0, ask);
  }

  function restart(delay: number, then: () => void): void {
    clearTimeout(timer);
    if (!closed) timer = setTimeout(then, delay);
  }

  addEventListener('offline', onOffline);
  addEventListener('online', onNetwork);
  connect();
  return () => {
    closed = true;
    removeEventListener('offline', onOffline);
    removeEventListener('online', onNetwork);
    clearTimeout(timer);
    clearTimeout(leaving);
    socket?.close();
    socket = undefined;
  };
}

import { signal } from '@preact/signals';

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
/** A quiet night and a dead line look alike from here: after this silence the server is asked. */
const SILENCE_MS = 20_000;

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
): () => void {
  let socket: WebSocket | undefined;
  let after: number | undefined;
  let attempt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;

  function connect(): void {
    liveState.value = attempt === 0 ? 'connecting' : 'lost';
    const current = new WebSocket(address());
    socket = current;
    current.onopen = () => current.send(JSON.stringify({ token, after }));
    current.onmessage = (message) => {
      if (current === socket) hear(JSON.parse(String(message.data)) as LiveEvent);
    };
    current.onclose = (event) => {
      if (current !== socket || closed) return;
      if (event.code === SESSION_ENDED) onSessionEnd();
      else tryAgain();
    };
    restart(SILENCE_MS, onSilence);
  }

  function hear(event: LiveEvent): void {
    heardAt.value = Date.now();
    restart(SILENCE_MS, onSilence);
    if (typeof event.seq === 'number') after = Math.max(after ?? 0, event.seq);
    if (event.type === 'hello') {
      onReturn(); // what happened between the last reading and this moment, nobody tells
      attempt = 0;
      liveState.value = 'connected';
    } else {
      onEvent(event);
    }
  }

  function onSilence(): void {
    const quiet = socket;
    void isServerThere().then((there) => {
      if (closed || quiet !== socket) return;
      if (there && quiet?.readyState === WebSocket.OPEN) {
        restart(SILENCE_MS, onSilence);
      } else {
        socket = undefined;
        quiet?.close();
        tryAgain();
      }
    });
  }

  function tryAgain(): void {
    if (closed) return;
    liveState.value = 'lost';
    const delay = retryDelay(attempt++, Math.random());
    retryAt.value = Date.now() + delay;
    restart(delay, ask);
  }

  /** Also tells whether it is the session that ended: then nobody is here any more to connect. */
  function ask(): void {
    void isServerThere().then(() => closed || connect());
  }

  /** The machine knows that its network is back before the next attempt is due. */
  function onNetwork(): void {
    if (liveState.value === 'lost') restart(0, ask);
  }

  function restart(delay: number, then: () => void): void {
    clearTimeout(timer);
    if (!closed) timer = setTimeout(then, delay);
  }

  addEventListener('offline', onSilence);
  addEventListener('online', onNetwork);
  connect();
  return () => {
    closed = true;
    removeEventListener('offline', onSilence);
    removeEventListener('online', onNetwork);
    clearTimeout(timer);
    socket?.close();
    socket = undefined;
  };
}

function address(): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/api/v1/live`;
}

import { signal } from '@preact/signals';

/** What the pill says. */
export type LiveState = 'connecting' | 'connected' | 'lost';

export interface LiveEvent {
  seq: number;
  type: string;
  [field: string]: unknown;
}

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 15_000;
/** A quiet night and a dead line look alike from here: after this silence the server is asked. */
const SILENCE_MS = 20_000;

/** The contract's name; the token goes beside it, since a page cannot set a WebSocket's headers. */
const PROTOCOL = 'hoang-lien.v1';

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
 * Keeps one WebSocket open for as long as it is wanted. After a reconnection it asks for everything after the last
 * event it saw, and `onReturn` is told as well, since the server may not reach back that far. A token that is worth
 * nothing any more is noticed by the first request that follows.
 */
export function openLive(
  token: string,
  onEvent: (event: LiveEvent) => void,
  onReturn: () => void,
  isServerThere: () => Promise<boolean>,
): () => void {
  let socket: WebSocket | undefined;
  let after: number | undefined;
  let attempt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;

  function connect(): void {
    liveState.value = attempt === 0 ? 'connecting' : 'lost';
    const current = new WebSocket(address(after), [PROTOCOL, `bearer.${token}`]);
    socket = current;
    current.onopen = () => {
      if (attempt > 0) onReturn();
      attempt = 0;
      liveState.value = 'connected';
      heardAt.value = Date.now();
    };
    current.onmessage = (message) => {
      if (current === socket) hear(JSON.parse(String(message.data)) as LiveEvent);
    };
    current.onclose = () => {
      if (current === socket) tryAgain();
    };
    restart(SILENCE_MS, onSilence);
  }

  function hear(event: LiveEvent): void {
    heardAt.value = Date.now();
    restart(SILENCE_MS, onSilence);
    if (typeof event.seq === 'number') after = Math.max(after ?? 0, event.seq);
    onEvent(event);
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
    restart(delay, () => {
      // Also tells whether it is the session that ended: then nobody is here any more to connect.
      void isServerThere().then(() => closed || connect());
    });
  }

  function restart(delay: number, then: () => void): void {
    clearTimeout(timer);
    if (!closed) timer = setTimeout(then, delay);
  }

  connect();
  return () => {
    closed = true;
    clearTimeout(timer);
    socket?.close();
    socket = undefined;
  };
}

function address(after: number | undefined): string {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  return `${scheme}://${location.host}/api/v1/live${after === undefined ? '' : `?after=${after}`}`;
}

import { signal } from '@preact/signals';

/**
 * Who is signed in. Kept for the tab only, as a shared desk must not stay open after the window is closed; a page of a
 * device that belongs to one crew says otherwise by {@link staySignedIn}.
 */
export interface Session {
  token: string;
  user: string;
  role: string;
  /** The unit that a crew acts for. */
  unitId: string | null;
  /** The hospital that a ward acts for. */
  hospitalId: string | null;
}

const STORED_AS = 'session';

let storage: Storage | undefined = typeof sessionStorage === 'undefined' ? undefined : sessionStorage;

export const session = signal<Session | null>(stored());
/** Whether the last session ended by the server's word and not by the person's. */
export const expired = signal(false);

/** The session outlives the page and the browser; to be said before anything is shown. */
export function staySignedIn(): void {
  storage = localStorage;
  session.value = stored();
}

export function begin(next: Session): void {
  storage?.setItem(STORED_AS, JSON.stringify(next));
  expired.value = false;
  session.value = next;
}

export function end(byServer: boolean): void {
  storage?.removeItem(STORED_AS);
  expired.value = byServer && session.value !== null;
  session.value = null;
}

function stored(): Session | null {
  try {
    const text = storage?.getItem(STORED_AS);
    return text ? (JSON.parse(text) as Session) : null;
  } catch {
    return null;
  }
}

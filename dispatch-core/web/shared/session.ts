import { signal } from '@preact/signals';

/** Who is signed in. Kept for the tab only: a shared desk must not stay open after the window is closed. */
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

export const session = signal<Session | null>(stored());
/** Whether the last session ended by the server's word and not by the person's. */
export const expired = signal(false);

export function begin(next: Session): void {
  sessionStorage.setItem(STORED_AS, JSON.stringify(next));
  expired.value = false;
  session.value = next;
}

export function end(byServer: boolean): void {
  sessionStorage.removeItem(STORED_AS);
  expired.value = byServer && session.value !== null;
  session.value = null;
}

function stored(): Session | null {
  try {
    const text = sessionStorage.getItem(STORED_AS);
    return text ? (JSON.parse(text) as Session) : null;
  } catch {
    return null;
  }
}

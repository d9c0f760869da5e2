import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** A report on this phone, until the centre has it. */
export interface Unsent {
  /** The idempotency key: however often it is sent, it counts once. */
  key: string;
  /** The form, as it will be posted. */
  body: string;
  /** `?lang=vi` */
  query: string;
  kind: string;
  at: number;
  /** The server has looked at it and will never take it; somebody must call. */
  refused?: boolean;
}

/** What is left of a report that was received. */
export interface Sent {
  key: string;
  kind: string;
  at: number;
  /** Where to follow it. */
  track: string;
}

interface Shelves extends DBSchema {
  unsent: { key: string; value: Unsent };
  sent: { key: string; value: Sent };
}

/** One bar of signal is slow; longer than this, another try is better. */
const ANSWER_WITHIN_MS = 30_000;

/** A day later nobody follows it any more. */
const SENT_KEPT_MS = 24 * 3600_000;

let opened: Promise<IDBPDatabase<Shelves>> | undefined;

function shelves(): Promise<IDBPDatabase<Shelves>> {
  opened ??= openDB<Shelves>('report', 1, {
    upgrade(db) {
      db.createObjectStore('unsent', { keyPath: 'key' });
      db.createObjectStore('sent', { keyPath: 'key' });
    },
  });
  return opened;
}

export async function keep(report: Unsent): Promise<void> {
  await (await shelves()).put('unsent', report);
}

export async function drop(key: string): Promise<void> {
  await (await shelves()).delete('unsent', key);
}

export async function listUnsent(): Promise<Unsent[]> {
  const all = await (await shelves()).getAll('unsent');
  return all.sort((one, other) => one.at - other.at);
}

export async function listSent(now: number): Promise<Sent[]> {
  const db = await shelves();
  const all = await db.getAll('sent');
  await Promise.all(all.filter((one) => now - one.at > SENT_KEPT_MS).map((one) => db.delete('sent', one.key)));
  return all.filter((one) => now - one.at <= SENT_KEPT_MS).sort((one, other) => other.at - one.at);
}

/** Sends what waits, oldest first. What does not get through stays; returns those that did. */
export async function sendAll(): Promise<Sent[]> {
  const sent: Sent[] = [];
  for (const report of await listUnsent()) {
    if (report.refused) continue;
    const outcome = await send(report);
    if (outcome === 'later') break;
    if (outcome === 'refused') await keep({ ...report, refused: true });
    else {
      await received(outcome);
      sent.push(outcome);
    }
  }
  return sent;
}

/** In one transaction, so that a report is always on one of the two shelves. */
async function received(report: Sent): Promise<void> {
  const both = (await shelves()).transaction(['unsent', 'sent'], 'readwrite');
  await Promise.all([both.objectStore('sent').put(report), both.objectStore('unsent').delete(report.key), both.done]);
}

async function send(report: Unsent): Promise<Sent | 'later' | 'refused'> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), ANSWER_WITHIN_MS);
  try {
    const answer = await fetch(`/report${report.query}`, {
      method: 'POST',
      headers: { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' },
      body: report.body,
      signal: patience.signal,
    });
    // 202: on the centre's disk while its database is away; safe, and on the screens there.
    if (answer.status === 201 || answer.status === 202) {
      const { track } = (await answer.json()) as { track: string };
      return { key: report.key, kind: report.kind, at: Date.now(), track };
    }
    // A broken server, a busy one, or a stranger in between that answers for it: none of these has read the report.
    return answer.status === 422 ? 'refused' : 'later';
  } catch {
    return 'later';
  } finally {
    clearTimeout(timer);
  }
}

import type { Item, Lane } from './item';
import { laneOf } from './item';
import { type Answer, codeOf, sentenceOf, verdict } from './verdict';

/** Where reports wait. */
export interface Waiting {
  items(): Promise<Item[]>;
  put(item: Item): Promise<void>;
  remove(seq: number): Promise<void>;
}

export interface Post {
  /** Sends one report; never throws, status 0 is nobody. */
  send(item: Item): Promise<Answer>;
  /** Takes the answer over before the report is forgotten: killed in between, it is sent again, and counts once. */
  heard(item: Item, answer: Answer): Promise<void>;
}

/** Why it stopped: all sent, or nothing can be sent now, or nobody is signed in for it. */
export type Rest = 'empty' | 'later' | 'signIn';

/**
 * Sends what waits in one lane, in order, one at a time, until nothing does. Only one place at a time may do this for a
 * device: whoever calls holds the lane's lock. A report that is refused is put aside with its reason; those behind it go on.
 */
export async function drain(waiting: Waiting, lane: Lane, unitId: string, post: Post): Promise<Rest> {
  for (let item = await first(waiting, lane, unitId); item; item = await first(waiting, lane, unitId)) {
    const answer = await post.send(item);
    switch (verdict(answer, item.faults)) {
      case 'counted':
        await post.heard(item, answer);
        await waiting.remove(item.seq);
        break;
      case 'refused':
        await waiting.put({ ...item, refused: refusal(answer) });
        await post.heard(item, answer);
        break;
      case 'fault':
        await waiting.put({ ...item, faults: item.faults + 1 });
        return 'later';
      case 'later':
        return 'later';
      case 'signIn':
        return 'signIn';
    }
  }
  return 'empty';
}

/** Those of another crew that used this tablet wait until that crew signs in again. */
async function first(waiting: Waiting, lane: Lane, unitId: string): Promise<Item | undefined> {
  return (await waiting.items()).find((item) => !item.refused && laneOf(item.kind) === lane && item.unitId === unitId);
}

function refusal({ status, body }: Answer): Item['refused'] {
  const code = codeOf(body);
  return { status, code, sentence: sentenceOf(body, code || String(status)), at: new Date().toISOString(), seen: false };
}

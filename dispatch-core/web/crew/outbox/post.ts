import type { Assignment, PatientList, Unit } from '../../shared/api/types';
import { ask } from '../../shared/nodes';
import type { Kept, KeptOrder, Vault } from '../vault/vault';
import type { Post } from './drain';
import type { Item } from './item';
import { requestOf } from './request';
import type { Answer } from './verdict';

/** Sends by plain fetch, from a page as from the worker, with the token that the tablet keeps. */
export function poster(vault: Vault, language: () => string): Post {
  return {
    send: async (item) => {
      const { method, path, body, timeoutMs } = await requestOf(item);
      return call(vault, language(), method, path, body, timeoutMs);
    },
    heard: (item, answer) => takeOver(vault, item, answer),
  };
}

export async function call(
  vault: Vault,
  language: string,
  method: string,
  path: string,
  body: unknown,
  timeoutMs: number,
  packs = false,
): Promise<Answer> {
  const token = (await vault.read('crew'))?.token;
  if (!token) return { status: 401, body: null };
  try {
    const headers: Record<string, string> = {
      Authorization: `Bearer ${token}`,
      'Accept-Language': language,
      'Content-Type': 'application/json',
    };
    const written = JSON.stringify(body);
    const isPacked = packs && written.length > WORTH_PACKING && typeof CompressionStream !== 'undefined';
    if (isPacked) headers['Content-Encoding'] = 'gzip';
    const response = await ask(
      `/api/v1${path}`,
      {
        method,
        headers,
        body: isPacked ? await packed(written) : written,
        signal: AbortSignal.timeout(timeoutMs),
        cache: 'no-store',
      },
      true, // by device and number, all that is sent from here
    );
    const stillMine = response.status !== 401 || (await vault.read('crew'))?.token === token;
    // A session that ended after somebody has signed in anew says nothing of the new one.
    return { status: stillMine ? response.status : 0, body: await response.json().catch(() => null) };
  } catch {
    return { status: 0, body: null };
  }
}

/** A valley's worth of positions is mostly the same digits again. */
const WORTH_PACKING = 2_000;

function packed(text: string): Promise<ArrayBuffer> {
  return new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();
}

/** What the server answered replaces what was known, so that nothing falls back when the report is forgotten. */
async function takeOver(vault: Vault, item: Item, { status, body }: Answer): Promise<void> {
  if (status < 200 || status >= 300 || !body) return;
  await vault.change('order', (was) => was && after(was, item, body));
}

function after(was: KeptOrder, item: Item, body: unknown): Kept['order'] {
  const answer = { ...was.answer };
  const order = answer.order;
  if (item.kind === 'DUTY') {
    answer.unit = body as Unit;
  } else if (order && order.assignment.id === item.assignmentId) {
    if (item.kind === 'STATUS' || item.kind === 'DESTINATION') {
      answer.order = { ...order, assignment: body as Assignment };
    } else if (item.kind === 'PATIENT') {
      answer.order = { ...order, patients: (body as PatientList).patients };
    }
  }
  return { ...was, answer, stamp: was.stamp + 1 };
}

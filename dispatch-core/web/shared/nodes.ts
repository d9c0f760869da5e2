import { signal } from '@preact/signals';

/** A node that does not answer so simple a question within this time is no use to anybody. */
const PROBE_MS = 2_500;

/** Other requests that are sent when a node is gone: only what can be sent twice without being done twice. */
const SAFE = new Set(['GET', 'HEAD', 'PUT', 'DELETE']);

export interface Node {
  node: string;
  url: string;
}

/** What stands before `/api` in every address: empty for the node that this page came from. */
export const base = signal('');

/** Every node that there is, as the server named them; the one that this page came from among them. */
let nodes: readonly Node[] = [];

let search: Promise<boolean> | undefined;

/** Heard from any of them. An empty list never takes a longer one's place: it is all there is to go on when nobody answers. */
export function know(list: readonly Node[] | undefined): void {
  if (list && list.length > 0) nodes = list;
}

/** By which name the node that answers now is known; empty when there is no list. */
export function nodeName(): string {
  const url = base.value || own();
  return nodes.find((one) => one.url === url)?.node ?? '';
}

/** Whether there is anybody else to turn to. */
export function hasOthers(): boolean {
  return others().length > 0;
}

/**
 * Looks for a node that answers, after `failed` did not. True when another one is in its place now, also by somebody else's
 * search; false when it answers after all, or nobody does.
 */
export async function moveFrom(failed: string): Promise<boolean> {
  if (base.peek() !== failed) return true;
  if (!hasOthers()) return false;
  search ??= look(failed).finally(() => (search = undefined));
  return search;
}

/** All are asked at once; the one that failed is given its time, for it may only have been slow. */
async function look(failed: string): Promise<boolean> {
  const rest = askOthers();
  const recovered = await probe(failed).then(
    () => true,
    () => false,
  );
  if (recovered) return false;
  // A node that is cut off from the others, or has no database, answers too; rather one that is whole.
  const found = await firstWhole(rest).catch(() => Promise.any(rest).catch(() => undefined));
  if (found === undefined) return false;
  base.value = found.url;
  return true;
}

/**
 * Looks for a node that has its database, while `lacking` answers and has none. False when nobody has one: then all show the same
 * old boards, and there is no use in going.
 */
export async function moveToDatabase(lacking: string): Promise<boolean> {
  if (base.peek() !== lacking) return true;
  const found = await firstWhole(askOthers()).catch(() => undefined);
  if (found === undefined || base.peek() !== lacking) return false;
  base.value = found.url;
  return true;
}

function askOthers(): Promise<Answer>[] {
  const asked = others().map(probe);
  asked.forEach((each) => each.catch(() => undefined)); // heard by whoever asks, or not needed any more
  return asked;
}

function firstWhole(asked: Promise<Answer>[]): Promise<Answer> {
  return Promise.any(asked.map((each) => each.then((answer) => (answer.whole ? answer : Promise.reject(new Error('lacks something'))))));
}

interface Answer {
  url: string;
  /** It sees the majority of the others, and has a database. */
  whole: boolean;
}

async function probe(url: string): Promise<Answer> {
  // The question says that an answer from before will not do: a tablet keeps one for when nobody answers.
  const response = await fetch(`${url}/api/v1/about?now`, { cache: 'no-store', signal: AbortSignal.timeout(PROBE_MS) });
  if (!response.ok) throw new Error(String(response.status));
  const said = (await response.json()) as { nodes?: Node[]; cluster?: { cutOff?: boolean } | null; databaseAwaySince?: string | null };
  know(said.nodes);
  return { url, whole: said.cluster?.cutOff !== true && !said.databaseAwaySince };
}

/** The addresses of those that are not in use now, as they stand before `/api`. */
function others(): string[] {
  const listed = nodes.map(({ url }) => (url === own() ? '' : url));
  // Behind a name of their own for all nodes, the page's origin is on no list: it is still a way.
  return [...new Set([...listed, ...(nodes.length > 0 ? [''] : [])])].filter((url) => url !== base.peek());
}

function own(): string {
  return typeof location === 'undefined' ? '' : location.origin;
}

/**
 * As `fetch`, of an address that begins with `/api`: from the node in use, and from another when that one is gone and nothing
 * can be done twice by it.
 *
 * @param isRepeatable whether the server knows the same request again, by a key of its own
 */
export async function ask(path: string, init: RequestInit, isRepeatable = false): Promise<Response> {
  const from = base.peek();
  try {
    return await fetch(from + path, init);
  } catch (failure) {
    if (init.signal?.aborted && !isTimeout(init.signal)) throw failure;
    const moved = await moveFrom(from);
    if (!moved || init.signal?.aborted || !(isRepeatable || SAFE.has(init.method ?? 'GET'))) throw failure;
    return fetch(base.peek() + path, init);
  }
}

function isTimeout(signal: AbortSignal): boolean {
  return signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError';
}

/** An address of the page's own node, at the node that is in use now. */
export function fromNode(url: string): string {
  return base.peek() && url.startsWith(`${own()}/`) ? base.peek() + url.slice(own().length) : url;
}

/** Where the live line is. */
export function liveAddress(): string {
  return `${(base.peek() || own()).replace(/^http/, 'ws')}/api/v1/live`;
}

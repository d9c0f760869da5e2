import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

/** Three nodes behind a fetch of our own; the page came from A. */
type Way = 'answers' | 'refuses' | 'hangs' | 'cutOff' | 'withoutDatabase';

const NODES = [
  { node: 'A', url: 'http://a' },
  { node: 'B', url: 'http://b' },
  { node: 'C', url: 'http://c' },
];

const ways = new Map<string, Way>();
let asked: string[] = [];
let nodes: typeof import('../shared/nodes');

beforeEach(async () => {
  ways.clear();
  for (const { url } of NODES) ways.set(url, 'answers');
  asked = [];
  vi.useFakeTimers();
  vi.stubGlobal('location', { origin: 'http://a' });
  vi.stubGlobal('fetch', (address: string, init: RequestInit = {}) => {
    const url = new URL(address, 'http://a');
    const probes = url.pathname === '/api/v1/about';
    if (!probes) asked.push(`${init.method ?? 'GET'} ${url.origin}${url.pathname}`);
    switch (ways.get(url.origin)) {
      case 'refuses':
        return Promise.reject(new TypeError('Failed to fetch'));
      case 'hangs':
        return new Promise((_, reject) => init.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error)));
      case 'withoutDatabase':
        return Promise.resolve(Response.json({ nodes: NODES, cluster: { cutOff: false }, databaseAwaySince: '2026-11-27T01:00:00Z' }));
      case 'cutOff':
        return Promise.resolve(Response.json({ nodes: NODES, cluster: { cutOff: true } }));
      default:
        return Promise.resolve(Response.json({ nodes: NODES, cluster: { cutOff: false } }));
    }
  });
  // The browser's own, by the fake clock.
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    const control = new AbortController();
    setTimeout(() => control.abort(new DOMException('too long', 'TimeoutError')), ms);
    return control.signal;
  });
  vi.resetModules();
  nodes = await import('../shared/nodes');
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('a page whose node is gone', () => {
  test('asks another the same question', async () => {
    nodes.know(NODES);
    ways.set('http://a', 'refuses');
    expect((await nodes.ask('/api/v1/units', {})).ok).toBe(true);
    expect(asked).toEqual(['GET http://a/api/v1/units', 'GET http://b/api/v1/units']);
    expect(nodes.nodeName()).toBe('B');
    expect(nodes.liveAddress()).toBe('ws://b/api/v1/live');
    expect(nodes.fromNode('http://a/api/v1/map/tiles/1/2/3/4')).toBe('http://b/api/v1/map/tiles/1/2/3/4');
    expect(nodes.fromNode('http://elsewhere/x')).toBe('http://elsewhere/x');
  });

  test('says nothing twice that would be done twice, but says it to the other the next time', async () => {
    nodes.know(NODES);
    ways.set('http://a', 'refuses');
    await expect(nodes.ask('/api/v1/incidents/1/assignments', { method: 'POST' })).rejects.toThrow();
    expect(asked).toEqual(['POST http://a/api/v1/incidents/1/assignments']);
    await nodes.ask('/api/v1/incidents/1/assignments', { method: 'POST' });
    expect(asked[1]).toBe('POST http://b/api/v1/incidents/1/assignments');
  });

  test('says again what the server knows again', async () => {
    nodes.know(NODES);
    ways.set('http://a', 'refuses');
    await nodes.ask('/api/v1/alerts', { method: 'POST' }, true);
    expect(asked).toEqual(['POST http://a/api/v1/alerts', 'POST http://b/api/v1/alerts']);
  });

  test('goes rather to one that is not cut off', async () => {
    nodes.know(NODES);
    ways.set('http://a', 'refuses').set('http://b', 'cutOff');
    await nodes.ask('/api/v1/units', {});
    expect(nodes.base.value).toBe('http://c');
  });

  test('whose node alone has no database goes to one that has', async () => {
    nodes.know(NODES);
    ways.set('http://a', 'withoutDatabase').set('http://b', 'withoutDatabase');
    expect(await nodes.moveToDatabase('')).toBe(true);
    expect(nodes.base.value).toBe('http://c');
    expect(await nodes.moveToDatabase('')).toBe(true); // it has gone already
  });

  test('stays where it is when nobody has a database', async () => {
    nodes.know(NODES);
    ways.set('http://a', 'withoutDatabase').set('http://b', 'withoutDatabase').set('http://c', 'refuses');
    expect(await nodes.moveToDatabase('')).toBe(false);
    expect(nodes.base.value).toBe('');
  });

  test('goes to one that is cut off when there is no other', async () => {
    nodes.know(NODES);
    ways.set('http://a', 'refuses').set('http://b', 'cutOff').set('http://c', 'refuses');
    await nodes.ask('/api/v1/units', {});
    expect(nodes.base.value).toBe('http://b');
  });

  test('comes back to its own when the next one is gone as well', async () => {
    nodes.know(NODES);
    ways.set('http://a', 'refuses').set('http://c', 'refuses');
    await nodes.ask('/api/v1/units', {});
    ways.set('http://b', 'refuses').set('http://a', 'answers');
    await nodes.ask('/api/v1/units', {});
    expect(nodes.base.value).toBe('');
    expect(nodes.nodeName()).toBe('A');
  });

  test('is told so when nobody answers, and stays', async () => {
    nodes.know(NODES);
    for (const { url } of NODES) ways.set(url, 'refuses');
    await expect(nodes.ask('/api/v1/units', {})).rejects.toThrow('Failed to fetch');
    expect(nodes.base.value).toBe('');
  });
});

describe('a node that is only silent', () => {
  test('is left after two and a half seconds', async () => {
    nodes.know(NODES);
    ways.set('http://a', 'hangs');
    const moved = nodes.moveFrom('');
    await vi.advanceTimersByTimeAsync(2_400);
    expect(nodes.base.value).toBe('');
    await vi.advanceTimersByTimeAsync(200);
    expect(await moved).toBe(true);
    expect(nodes.base.value).toBe('http://b');
  });

  test('is kept when it answers after all', async () => {
    nodes.know(NODES);
    expect(await nodes.moveFrom('')).toBe(false);
    expect(nodes.base.value).toBe('');
  });

  test('is left once, however many have noticed', async () => {
    nodes.know(NODES);
    ways.set('http://a', 'refuses');
    expect(await Promise.all([nodes.moveFrom(''), nodes.moveFrom(''), nodes.moveFrom('')])).toEqual([true, true, true]);
    expect(nodes.base.value).toBe('http://b');
    expect(await nodes.moveFrom('')).toBe(true);
    expect(nodes.base.value).toBe('http://b');
  });
});

test('with one node everything is as it was', async () => {
  nodes.know([]);
  ways.set('http://a', 'refuses');
  await expect(nodes.ask('/api/v1/units', {})).rejects.toThrow('Failed to fetch');
  expect(asked).toEqual(['GET http://a/api/v1/units']);
  expect(nodes.hasOthers()).toBe(false);
  expect(nodes.liveAddress()).toBe('ws://a/api/v1/live');
});

test('what a person gave up is not asked elsewhere', async () => {
  nodes.know(NODES);
  ways.set('http://a', 'hangs');
  const control = new AbortController();
  const answer = nodes.ask('/api/v1/units', { signal: control.signal });
  control.abort();
  await expect(answer).rejects.toThrow();
  expect(asked).toEqual(['GET http://a/api/v1/units']);
  expect(nodes.base.value).toBe('');
});

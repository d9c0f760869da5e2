import { describe, expect, test } from 'vitest';
import { asPressed } from '../../crew/order/asPressed';
import { drain, type Post } from '../../crew/outbox/drain';
import { drainFixes } from '../../crew/outbox/fixes';
import type { Bodies, Draft, Item, Kind } from '../../crew/outbox/item';
import { requestOf } from '../../crew/outbox/request';
import { type Answer, sentenceOf, verdict } from '../../crew/outbox/verdict';
import { memoryVault } from '../../crew/vault/memory';
import type { Assignment, AssignmentStatus } from '../../shared/api/types';

const UNIT = 'LC-01';
const ok: Answer = { status: 200, body: {} };
const gone: Answer = { status: 0, body: null };
const notNow: Answer = { status: 409, body: { code: 'not-now', detail: 'Không phải lúc này.' } };

function draft<K extends Kind>(kind: K, body: Bodies[K], unitId = UNIT): Draft {
  return { kind, body, unitId, assignmentId: 'a1', at: '2026-11-25T15:00:00Z' } as Draft;
}

const press = (status: AssignmentStatus, unitId = UNIT) => draft('STATUS', { status }, unitId);
const photo = () => draft('PHOTO', { image: new Blob(['x']), note: '' });

/** A server that answers each report as told, and remembers in which order they came. */
function server(answers: (item: Item) => Answer) {
  const came: number[] = [];
  const taken: number[] = [];
  const post: Post = {
    send: async (item) => {
      came.push(item.seq);
      return answers(item);
    },
    heard: async (item, answer) => {
      if (answer.status === 200) taken.push(item.seq);
    },
  };
  return { came, taken, post };
}

describe('the outbox', () => {
  test('gives each report a number of its own, also when many are made at once', async () => {
    const vault = memoryVault();
    const made = await Promise.all([press('ACKNOWLEDGED'), photo(), press('EN_ROUTE')].map((one) => vault.add(one)));
    expect(made.map((item) => item.seq)).toEqual([1, 2, 3]);
    expect(new Set(made.map((item) => item.deviceId)).size).toBe(1);
  });

  test('sends in order, once each, and keeps nothing that was counted', async () => {
    const vault = memoryVault();
    for (const status of ['ACKNOWLEDGED', 'EN_ROUTE', 'ON_SCENE'] as const) await vault.add(press(status));
    const { came, taken, post } = server(() => ok);
    expect(await drain(vault, 'acts', UNIT, post)).toBe('empty');
    expect(came).toEqual([1, 2, 3]);
    expect(taken).toEqual([1, 2, 3]);
    expect(await vault.items()).toEqual([]);
  });

  test('stops at the first that nobody answers, and begins there again', async () => {
    const vault = memoryVault();
    for (const status of ['ACKNOWLEDGED', 'EN_ROUTE', 'ON_SCENE'] as const) await vault.add(press(status));
    let network = false;
    const { came, post } = server((item) => (network || item.seq === 1 ? ok : gone));
    expect(await drain(vault, 'acts', UNIT, post)).toBe('later');
    expect(came).toEqual([1, 2]);
    network = true;
    expect(await drain(vault, 'acts', UNIT, post)).toBe('empty');
    expect(came).toEqual([1, 2, 2, 3]);
  });

  test('puts a refused one aside with its sentence; those behind it go on', async () => {
    const vault = memoryVault();
    for (const status of ['ACKNOWLEDGED', 'EN_ROUTE', 'ON_SCENE'] as const) await vault.add(press(status));
    const { came, post } = server((item) => (item.seq === 2 ? notNow : ok));
    expect(await drain(vault, 'acts', UNIT, post)).toBe('empty');
    expect(came).toEqual([1, 2, 3]);
    const [left, ...more] = await vault.items();
    expect(more).toEqual([]);
    expect(left).toMatchObject({ seq: 2, refused: { code: 'not-now', sentence: 'Không phải lúc này.', seen: false } });
    // Parked is not waiting: it is not sent again by itself.
    expect(await drain(vault, 'acts', UNIT, post)).toBe('empty');
    expect(came).toEqual([1, 2, 3]);
  });

  test('a photo holds up no press, and no press a photo', async () => {
    const vault = memoryVault();
    await vault.add(photo());
    await vault.add(press('ACKNOWLEDGED'));
    const { came, post } = server((item) => (item.kind === 'PHOTO' ? gone : ok));
    expect(await drain(vault, 'acts', UNIT, post)).toBe('empty');
    expect(await drain(vault, 'photos', UNIT, post)).toBe('later');
    expect(came).toEqual([2, 1]);
  });

  test('an ended session loses nothing', async () => {
    const vault = memoryVault();
    await vault.add(press('ACKNOWLEDGED'));
    const { post } = server(() => ({ status: 401, body: { code: 'unauthenticated' } }));
    expect(await drain(vault, 'acts', UNIT, post)).toBe('signIn');
    expect(await vault.items()).toHaveLength(1);
  });

  test('what another crew has not sent waits for that crew', async () => {
    const vault = memoryVault();
    await vault.add(press('ACKNOWLEDGED', 'LC-02'));
    await vault.add(press('ACKNOWLEDGED'));
    const { came, post } = server(() => ok);
    await drain(vault, 'acts', UNIT, post);
    expect(came).toEqual([2]);
    expect((await vault.items()).map((item) => item.unitId)).toEqual(['LC-02']);
  });

  test('one over which the server fails again and again is put aside in the end', async () => {
    const vault = memoryVault();
    await vault.add(press('ACKNOWLEDGED'));
    await vault.add(press('EN_ROUTE'));
    const { post } = server((item) => (item.seq === 1 ? { status: 500, body: { detail: 'Lỗi' } } : ok));
    const rests = [];
    for (let i = 0; i < 5; i++) rests.push(await drain(vault, 'acts', UNIT, post));
    expect(rests).toEqual(['later', 'later', 'later', 'later', 'empty']);
    expect((await vault.items()).map((item) => item.refused?.status)).toEqual([500]);
  });

  test('killed between the answer and forgetting, it sends the same number once more', async () => {
    const vault = memoryVault();
    await vault.add(press('ACKNOWLEDGED'));
    const { came, post } = server(() => ok);
    const killed = { ...vault, remove: () => Promise.reject(new Error('killed')) };
    await expect(drain(killed, 'acts', UNIT, post)).rejects.toThrow('killed');
    await drain(vault, 'acts', UNIT, post);
    expect(came).toEqual([1, 1]);
  });
});

describe('an answer', () => {
  test.each([
    [200, {}, 'counted'],
    [201, {}, 'counted'],
    [0, null, 'later'],
    [429, {}, 'later'],
    [502, null, 'later'],
    [503, { code: 'database-away' }, 'later'],
    [409, { code: 'stale' }, 'later'],
    [409, { code: 'not-now' }, 'refused'],
    [403, {}, 'refused'],
    [413, {}, 'refused'],
    [422, {}, 'refused'],
    [501, { code: 'not-offered-here' }, 'refused'],
    [500, {}, 'fault'],
    [401, {}, 'signIn'],
  ])('%i %o: %s', (status, body, said) => {
    expect(verdict({ status, body }, 0)).toBe(said);
  });

  test('of a refusal is the sentence with those of its fields', () => {
    const body = { detail: 'Sai.', errors: [{ pointer: '/x', detail: 'Dài quá.' }] };
    expect(sentenceOf(body, 'x')).toBe('Sai. Dài quá.');
    expect(sentenceOf(null, '413')).toBe('413');
  });
});

describe('a report on the wire', () => {
  test('carries the device and its number', async () => {
    const item = await memoryVault().add(press('EN_ROUTE'));
    const request = await requestOf(item);
    expect(request).toMatchObject({ method: 'POST', path: '/assignments/a1/status' });
    expect(request.body).toEqual({ status: 'EN_ROUTE', deviceId: item.deviceId, seq: 1, at: item.at });
  });

  test('of a photo is base64, under an id that is the same at each try', async () => {
    const bytes = new Uint8Array(20_000).map((_, i) => i % 251);
    const item = await memoryVault().add(draft('PHOTO', { image: new Blob([bytes]), note: '' }));
    const [first, again] = [await requestOf(item), await requestOf(item)];
    expect(first.body).toEqual(again.body);
    const { id, image } = first.body as { id: string; image: string };
    expect(Buffer.from(image, 'base64').equals(bytes)).toBe(true);
    expect(id.length).toBeLessThanOrEqual(64);
  });
});

describe('the case as pressed', () => {
  const assignment = { id: 'a1', status: 'NOTIFIED', milestones: { notified: '2026-11-25T15:00:00Z' } } as Assignment;

  test('is what the server said and then each press that waits', async () => {
    const vault = memoryVault();
    await vault.add(press('ACKNOWLEDGED'));
    await vault.add(press('EN_ROUTE'));
    const now = asPressed(assignment, await vault.items());
    expect(now.status).toBe('EN_ROUTE');
    expect(now.milestones.map((one) => [one.status, one.sent])).toEqual([
      ['NOTIFIED', true],
      ['ACKNOWLEDGED', false],
      ['EN_ROUTE', false],
    ]);
  });

  test('a press whose answer was lost does not turn it back', async () => {
    const vault = memoryVault();
    await vault.add(press('ACKNOWLEDGED'));
    expect(asPressed({ ...assignment, status: 'EN_ROUTE' }, await vault.items()).status).toBe('EN_ROUTE');
  });

  test('a refused press does not count', async () => {
    const vault = memoryVault();
    await vault.add(press('ACKNOWLEDGED'));
    await drain(vault, 'acts', UNIT, server(() => notNow).post);
    expect(asPressed(assignment, await vault.items()).status).toBe('NOTIFIED');
  });
});

test('positions are kept while nobody is signed in to send them', async () => {
  const vault = memoryVault();
  await vault.addFix({ at: '2026-11-25T15:00:00Z', lat: 22, lon: 103, speedMps: null, headingDeg: null, accuracyM: 5 }, 10, (all) => all);
  expect(await drainFixes(vault, UNIT)).toBe('signIn');
  expect((await vault.fixes(10)).fixes).toHaveLength(1);
});

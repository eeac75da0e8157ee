import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { sqlClient } from '../../db/client.ts';
import { createTestDatabase } from '../../db/testing/database.ts';
import { AppError } from '../errors.ts';
import { makeTenant, tinyApi } from './testing/tiny-api.ts';

await createTestDatabase();
const who = await makeTenant();
const other = await makeTenant();

let now: Date;
let api: ReturnType<typeof tinyApi>;
beforeEach(() => {
  now = new Date('2026-11-21T10:00:00.000Z');
  api = tinyApi({ now: () => now });
});

const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};
const post = (key: string, body: unknown, options: { who?: string; path?: string; requestId?: string } = {}) =>
  api.send('POST', options.path ?? '/tiny/things', {
    who: options.who ?? who,
    body,
    headers: { 'idempotency-key': key, ...(options.requestId ? { 'x-request-id': options.requestId } : {}) },
  });
const keyRow = async (key: string) => (await sqlClient()`select * from idempotency_keys where key = ${key}`)[0];

describe('a POST with an Idempotency-Key', () => {
  test('is executed once; a repeat gets the same answer, marked as replayed', async () => {
    const key = randomUUID();
    const first = await post(key, { name: 'Lamp' });
    const again = await post(key, { name: 'Lamp' }, { requestId: randomUUID() });
    expect(api.made).toHaveLength(1);
    expect([first.status, first.headers.get('idempotent-replayed')]).toEqual([201, null]);
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
    const body = await first.text();
    expect(await again.text()).toBe(body);
    // The body names the request that made it, and so does the header.
    expect(again.headers.get('x-request-id')).toBe(first.headers.get('x-request-id'));
    expect(again.headers.get('content-type')).toBe('application/tiny+json');
  });

  test('is refused with 422 when the key was used for another request', async () => {
    const key = randomUUID();
    await post(key, { name: 'Lamp' });
    expect((await post(key, { name: 'Cup' })).status).toBe(422);
    expect((await post(key, { name: 'Lamp' }, { path: '/tiny/gadgets' })).status).toBe(422);
    expect((await post(key, { name: 'Lamp' }, { path: '/tiny/things?x=1' })).status).toBe(422);
    expect(api.made.map((thing) => thing.name)).toEqual(['Lamp']);
  });

  test('belongs to its organisation', async () => {
    const key = randomUUID();
    await post(key, { name: 'Lamp' });
    const elsewhere = await post(key, { name: 'Cup' }, { who: other });
    expect([elsewhere.status, elsewhere.headers.get('idempotent-replayed')]).toEqual([201, null]);
  });

  test('is free again after 24 hours', async () => {
    const key = randomUUID();
    await post(key, { name: 'Lamp' });
    later(24 * 60 - 1);
    expect((await post(key, { name: 'Cup' })).status).toBe(422);
    later(1);
    expect((await post(key, { name: 'Cup' })).status).toBe(201);
  });

  test('keeps a refusal of the request itself', async () => {
    const key = randomUUID();
    const first = await post(key, { name: '' });
    const again = await post(key, { name: '' });
    expect([first.status, again.status, again.headers.get('idempotent-replayed')]).toEqual([400, 400, 'true']);
    expect(await again.text()).toBe(await first.text());
  });

  test.each([
    ['a conflict', new AppError('conflict', 'Busy', {}), 409],
    ['an outage', new AppError('unavailable', 'Away', { retryAfterSeconds: 1 }), 503],
    ['an unknown error', new Error('boom'), 500],
  ])('does not keep %s: the next try is executed', async (_what, error, status) => {
    const key = randomUUID();
    api.onHandle(async () => {
      throw error;
    });
    expect((await post(key, { name: 'Lamp' })).status).toBe(status);
    expect(await keyRow(key)).toBeUndefined();
    api.onHandle(async () => {});
    expect((await post(key, { name: 'Lamp' })).status).toBe(201);
  });

  test('is not claimed by who may not do it, or is told to slow down', async () => {
    const key = randomUUID();
    expect((await post(key, { name: 'Lamp' }, { who: `${who} reader` })).status).toBe(403);
    expect(await keyRow(key)).toBeUndefined();
  });

  test.each(['', 'k'.repeat(256)])('needs a key of 1 to 255 characters', async (key) => {
    const answer = await post(key, { name: 'Lamp' });
    expect([answer.status, ((await answer.json()) as { message: string }).message]).toEqual([
      400,
      'Idempotency-Key: must have 1 to 255 characters',
    ]);
  });
});

describe('while the first request is still running', () => {
  /** Starts a request whose handler waits until it is told to go on. */
  async function running(key: string) {
    let goOn = () => {};
    const gate = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const entered = new Promise<void>((resolve) => {
      api.onHandle(async () => {
        resolve();
        await gate;
      });
    });
    const answer = post(key, { name: 'Lamp' });
    await entered;
    api.onHandle(async () => {});
    return { answer, goOn };
  }

  test('a repeat is told so with 409', async () => {
    const key = randomUUID();
    const first = await running(key);
    expect((await post(key, { name: 'Lamp' })).status).toBe(409);
    expect((await post(key, { name: 'Cup' })).status).toBe(422);
    first.goOn();
    expect((await first.answer).status).toBe(201);
    expect((await post(key, { name: 'Lamp' })).headers.get('idempotent-replayed')).toBe('true');
  });

  test('of many at once one is executed', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(key, { name: 'Lamp' })));
    expect(api.made).toHaveLength(1);
    // The others are too early, or late enough to be given the same answer again.
    const kindOf = (answer: Response) => (answer.headers.has('idempotent-replayed') ? 'replayed' : answer.status);
    const kinds = answers.map(kindOf);
    expect(kinds.filter((kind) => kind === 201)).toHaveLength(1);
    expect(kinds.filter((kind) => kind !== 201 && kind !== 409 && kind !== 'replayed')).toEqual([]);
  });

  test('a claim that a crash left behind is taken over after two minutes, by the same request alone', async () => {
    const key = randomUUID();
    const crashed = await running(key);
    later(1.9);
    expect((await post(key, { name: 'Lamp' })).status).toBe(409);
    later(0.1);
    expect((await post(key, { name: 'Cup' })).status).toBe(422);
    expect((await post(key, { name: 'Lamp' })).status).toBe(201);
    // The one that was given up comes back after all: it must not overwrite what was answered since.
    crashed.goOn();
    await crashed.answer;
    const row = await keyRow(key);
    expect([row?.status, JSON.parse(row?.body).number]).toEqual([201, 1]);
  });
});

describe('a request whose process died before its answer was kept', () => {
  const loseAnswer = (key: string) =>
    sqlClient()`update idempotency_keys set status = null, headers = null, body = null where key = ${key}`;

  test('is answered from what it did, as it would have been, and not executed again', async () => {
    const key = randomUUID();
    api.rememberMade();
    const first = await post(key, { name: 'Lamp' });
    await loseAnswer(key);
    const again = await post(key, { name: 'Lamp' });
    expect([again.status, again.headers.get('idempotent-replayed'), await again.text()]).toEqual([
      201,
      'true',
      await first.text(),
    ]);
    expect(again.headers.get('x-request-id')).toBe(first.headers.get('x-request-id'));
    expect(api.made).toHaveLength(1);
    expect((await keyRow(key))?.status).toBe(201);
  });

  test('keeps its key from another request', async () => {
    const key = randomUUID();
    api.rememberMade();
    await post(key, { name: 'Lamp' });
    await loseAnswer(key);
    expect((await post(key, { name: 'Cup' })).status).toBe(422);
  });

  test('is executed by a repeat after two minutes when it did nothing', async () => {
    const key = randomUUID();
    api.rememberMade();
    await post(key, { name: 'Lamp' });
    await loseAnswer(key);
    api.made.length = 0;
    expect((await post(key, { name: 'Lamp' })).status).toBe(409);
    later(2);
    expect((await post(key, { name: 'Lamp' })).status).toBe(201);
    expect(api.made).toHaveLength(1);
  });
});

test('methods that are safe to repeat take no notice of a key', async () => {
  const key = randomUUID();
  const headers = { 'idempotency-key': key };
  expect((await api.send('GET', '/tiny/things', { who, headers })).status).toBe(200);
  expect((await api.send('DELETE', '/tiny/things/4', { who, headers })).status).toBe(204);
  expect(await keyRow(key)).toBeUndefined();
});

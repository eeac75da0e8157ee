import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createTestDatabase } from '../../db/testing/database.ts';
import { AppError } from '../errors.ts';
import type { Dialect } from './dialect.ts';
import { routeBuilder } from './route.ts';
import { makeTenant, tinyApi } from './testing/tiny-api.ts';

await createTestDatabase();
const tenant = await makeTenant();
const who = tenant;
const json = async (response: Response) => (await response.json()) as Record<string, unknown>;

describe('an answered request', () => {
  test('carries status, body, media type, request id and what is left of the limits', async () => {
    const api = tinyApi();
    const made = await api.send('POST', '/tiny/things', { who, body: { name: 'Lamp' } });
    expect(made.status).toBe(201);
    expect(made.headers.get('content-type')).toBe('application/tiny+json');
    expect(made.headers.get('x-left')).toBe('999');
    const body = await json(made);
    expect(body).toEqual({ name: 'Lamp', number: 1, requestId: made.headers.get('x-request-id') });
    const list = await api.send('GET', '/tiny/things?limit=1', { who });
    expect(await json(list)).toMatchObject({ things: ['Lamp'] });
  });

  test('keeps a request id that is a uuid and replaces any other', async () => {
    const api = tinyApi();
    const id = randomUUID();
    const kept = await api.send('GET', '/tiny/things', { who, headers: { 'x-request-id': id } });
    expect(kept.headers.get('x-request-id')).toBe(id);
    const replaced = await api.send('GET', '/tiny/things', { who, headers: { 'x-request-id': 'abc"<script>' } });
    expect(replaced.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('is empty where the declaration has no serialiser', async () => {
    const gone = await tinyApi().send('DELETE', '/tiny/things/4', { who });
    expect([gone.status, await gone.text(), gone.headers.get('content-type')]).toEqual([204, '', null]);
  });

  test('is the same through a route value alone, which is a plain function of the request', async () => {
    const { routes } = tinyApi();
    const answer = await routes.getThing(new Request('http://api.test/tiny/things/17', { headers: { who } }));
    expect(await json(answer)).toEqual({ id: '17' });
    expect(routes.getThing.declaration.path).toBe('/things/{thing_id}');
    const elsewhere = await routes.getThing(new Request('http://api.test/tiny/other', { headers: { who } }));
    expect(elsewhere.status).toBe(404);
  });
});

describe('paths and methods', () => {
  test('an alias answers like its path', async () => {
    const made = await tinyApi().send('POST', '/tiny/gadgets', { who, body: { name: 'Cup' } });
    expect(made.status).toBe(201);
  });

  test.each(['/tiny/thing', '/tiny/things/', '/tiny/things//', '/things', '/tiny/things/%', '/tiny/THINGS'])(
    '%s is not found',
    async (path) => {
      const answer = await tinyApi().send('GET', path, { who });
      expect([answer.status, await json(answer)]).toEqual([404, expect.objectContaining({ code: 'not-found' })]);
    },
  );

  test('a wrong method says which are right, and needs no key', async () => {
    const wrong = await tinyApi().send('PUT', '/tiny/things');
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, POST, HEAD, OPTIONS']);
    expect(await json(wrong)).toMatchObject({ code: 'method-not-allowed', message: 'PUT is not allowed here' });
    const options = await tinyApi().send('OPTIONS', '/tiny/things/1');
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, DELETE, HEAD, OPTIONS']);
    const refused = await tinyApi({ refusesOptions: true }).send('OPTIONS', '/tiny/things/1');
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, DELETE, HEAD']);
  });

  test('HEAD answers like GET without the body', async () => {
    const head = await tinyApi().send('HEAD', '/tiny/things', { who });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect((await tinyApi().send('HEAD', '/tiny/things')).status).toBe(401);
  });
});

describe('the gates', () => {
  test('come in order: who asks, may they, then what is asked', async () => {
    const api = tinyApi();
    const bad = { body: { nonsense: true } };
    expect((await api.send('POST', '/tiny/things', bad)).status).toBe(401);
    const reader = await api.send('POST', '/tiny/things', { ...bad, who: `${tenant} reader` });
    expect([reader.status, await json(reader)]).toEqual([
      403,
      expect.objectContaining({ message: 'This key is read-only' }),
    ]);
    expect((await api.send('POST', '/tiny/things', { ...bad, who })).status).toBe(400);
  });

  test('over the limit a request is refused until there is room again', async () => {
    let now = new Date('2026-11-21T10:00:00Z');
    const api = tinyApi({
      now: () => now,
      limits: () => [{ name: 'minute', capacity: 2, refillPerSecond: 0.1 }],
    });
    const get = () => api.send('GET', '/tiny/things', { who });
    expect((await get()).headers.get('x-left')).toBe('1');
    expect((await get()).headers.get('x-left')).toBe('0');
    const refused = await get();
    expect([refused.status, refused.headers.get('retry-after'), refused.headers.get('x-left')]).toEqual([
      429,
      '10',
      '0',
    ]);
    now = new Date('2026-11-21T10:00:10Z');
    expect((await get()).status).toBe(200);
  });

  test('a request that is not counted shows a full bucket', async () => {
    const refused = await tinyApi().send('GET', '/tiny/things');
    expect([refused.status, refused.headers.get('x-left')]).toEqual([401, '1000']);
  });
});

describe('input', () => {
  const refusal = async (method: string, path: string, options: { headers?: HeadersInit; body?: unknown } = {}) => {
    const answer = await tinyApi().send(method, path, { who, ...options });
    return [answer.status, (await json(answer)).message];
  };

  test.each([
    ['/tiny/things?limit=0', 'limit: must be at least 1'],
    ['/tiny/things?limit=ten', 'limit: must be a number'],
    ['/tiny/things?limit=1&limit=2', 'limit: is given more than once'],
    ['/tiny/things?page=2', 'page: is not a known parameter; allowed parameters are limit'],
    ['/tiny/things?__proto__=2', '__proto__: is not a known parameter; allowed parameters are limit'],
    ['/tiny/things?limit=%00', 'limit: must not contain a NUL character'],
    ['/tiny/things/abc', 'thing_id: must be a number'],
    ['/tiny/things/4?x=1', 'x: is not a known parameter; no parameters are allowed here'],
  ])('GET %s is refused: %s', async (path, message) => {
    expect(await refusal('GET', path)).toEqual([400, message]);
  });

  test.each([
    [
      'a body with an unknown field',
      { name: 'a', colour: 1 },
      'colour: is not a known field; allowed fields are name, size',
    ],
    [
      'an unknown field further in',
      { name: 'a', size: { width: 1, depth: 2 } },
      'size.depth: is not a known field; allowed fields are width',
    ],
    ['a missing field', {}, 'name: is required'],
    ['an empty one', { name: '' }, 'name: must not be empty'],
    ['the wrong type', { name: 5 }, 'name: must be text'],
    ['broken JSON', '{"name":', 'The body is not valid JSON'],
    ['a list', [], 'The body must be an object'],
    ['null', 'null', 'The body must be an object'],
    ['no body', undefined, 'A body is required'],
    ['an empty body', '', 'A body is required'],
    ['a NUL character', { name: 'a\0b' }, 'name: must not contain a NUL character'],
    ['half a character', '{"name":"a\\ud83d"}', 'name: must not contain half of a surrogate pair'],
    ['deep nesting', `{"name":${'['.repeat(40)}${']'.repeat(40)}}`, 'The body is nested deeper than 32 levels'],
    [
      'very deep nesting',
      `{"name":${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
      'The body is nested deeper than 32 levels',
    ],
  ])('%s is refused', async (_what, body, message) => {
    expect(await refusal('POST', '/tiny/things', { body })).toEqual([400, message]);
  });

  test('every problem is told at once, wherever it is', async () => {
    const told: string[] = [];
    const dialect: Dialect = {
      ...tinyApi().dialect,
      failure: (error) => {
        if (error?.is('invalid')) told.push(...error.details.issues.map((issue) => issue.path));
        return { status: 400, body: {} };
      },
    };
    const changeThing = routeBuilder(dialect)({
      id: 'changeThing',
      summary: 'Changes a thing',
      method: 'PATCH',
      path: '/things/{thing_id}',
      permission: 'read',
      params: z.object({ thing_id: z.coerce.number() }),
      query: z.object({ loud: z.enum(['true', 'false']).optional() }),
      body: z.object({ name: z.string() }),
      status: 200,
      handler: async () => 'changed',
    });
    await changeThing(
      new Request('http://api.test/tiny/things/abc?loud=maybe', {
        method: 'PATCH',
        headers: { who, 'content-type': 'application/json' },
        body: '{"name":5}',
      }),
    );
    expect(told).toEqual(['thing_id', 'loud', 'name']);
  });

  test('bytes that are no UTF-8 are refused', async () => {
    const request = new Request('http://api.test/tiny/things', {
      method: 'POST',
      headers: { who, 'content-type': 'application/json' },
      body: new Uint8Array([0x7b, 0xff, 0x7d]),
    });
    const answer = await tinyApi().handle(request);
    expect([answer.status, (await json(answer)).message]).toEqual([400, 'The body is not valid UTF-8']);
  });

  test('another media type is refused with 415, parameters of the right one are not', async () => {
    const as = (type: string) => refusal('POST', '/tiny/things', { headers: { 'content-type': type }, body: '{}' });
    expect(await as('text/plain')).toEqual([415, 'The Content-Type must be application/json']);
    expect(await as('application/json; charset=utf-8')).toEqual([400, 'name: is required']);
  });

  test('a body over 1 MiB is refused, announced or not', async () => {
    const large = JSON.stringify({ name: 'a'.repeat(1024 * 1024) });
    expect(await refusal('POST', '/tiny/things', { body: large })).toEqual([413, 'The body is larger than 1 MiB']);
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
    const request = new Request('http://api.test/tiny/things', {
      method: 'POST',
      headers: { who, 'content-type': 'application/json' },
      body: endless,
      duplex: 'half',
    } as RequestInit);
    const answer = await tinyApi().handle(request);
    expect(answer.status).toBe(413);
    // Read past for a while, for the sake of the connection, and then cut, with the connection.
    expect(pulled).toBeLessThan(160);
    expect(answer.headers.get('connection')).toBe('close');
  });

  test('a request that takes no body refuses one, and lets an empty object pass', async () => {
    expect(await refusal('DELETE', '/tiny/things/4', { body: { force: true } })).toEqual([
      400,
      'This request takes no body',
    ]);
    expect((await tinyApi().send('DELETE', '/tiny/things/4', { who, body: {} })).status).toBe(204);
  });

  test('a dialect that ignores what it does not know gets none of it', async () => {
    const api = tinyApi({ undeclared: 'ignore' });
    expect((await api.send('GET', '/tiny/things?page=2', { who })).status).toBe(200);
    expect((await api.send('POST', '/tiny/things', { who, body: { name: 'a', colour: 1 } })).status).toBe(201);
    expect((await api.send('DELETE', '/tiny/things/4', { who, body: { force: true } })).status).toBe(204);
  });

  test('a dialect may find out who asks from the body', async () => {
    const api = tinyApi();
    const route = routeBuilder({
      ...api.dialect,
      undeclared: 'ignore',
      authenticate: async (exchange) => {
        const body = (await exchange.json()) as { token?: string } | undefined;
        if (body?.token !== 'secret') throw new AppError('unauthenticated', 'Bad token', {});
        return api.dialect.authenticate(exchange);
      },
    });
    const echo = route({
      id: 'echo',
      summary: 'Says it again',
      method: 'POST',
      path: '/echo',
      permission: 'read',
      body: z.object({ word: z.string() }),
      status: 200,
      handler: async (_ctx, { body }) => body.word,
      serialize: (word) => ({ word }),
    });
    const send = (body: unknown) =>
      echo(
        new Request('http://api.test/tiny/echo', {
          method: 'POST',
          headers: { who, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      );
    expect((await send({ word: 'hi' })).status).toBe(401);
    expect(await json(await send({ word: 'hi', token: 'secret' }))).toEqual({ word: 'hi' });
  });
});

describe('faults', () => {
  test('an unknown error says nothing but the request id', async () => {
    const api = tinyApi();
    api.onHandle(async () => {
      throw new Error('relation "secrets" does not exist');
    });
    const failed = await api.send('GET', '/tiny/things/1', { who });
    expect(failed.status).toBe(500);
    expect(await json(failed)).toEqual({
      code: 'internal',
      message: 'Internal error',
      requestId: failed.headers.get('x-request-id'),
    });
  });

  test('an AppError goes to the dialect as it is', async () => {
    const api = tinyApi();
    api.onHandle(async () => {
      throw new AppError('unavailable', 'Away', { retryAfterSeconds: 7 });
    });
    const failed = await api.send('GET', '/tiny/things/1', { who });
    expect([failed.status, failed.headers.get('retry-after'), (await json(failed)).message]).toEqual([
      503,
      '7',
      'Away',
    ]);
  });
});

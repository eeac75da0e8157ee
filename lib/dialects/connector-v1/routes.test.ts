import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { closeDb } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import type { Context } from '../../context.ts';
import { resetEnv } from '../../env.ts';
import { httpMethods } from '../../http/operation.ts';
import { appRoutes, fileOf } from '../../http/testing/app-files.ts';
import { connectorV1DocumentRoute } from './document.ts';
import { connectorV1Routes } from './routes.ts';
import { type Caller, call, errorOf, makeCaller, makeTenant } from './testing/connector-api.ts';

await createTestDatabase();
const databaseUrl = process.env.DATABASE_URL;

async function switchDatabase(url: string | undefined): Promise<void> {
  await closeDb();
  process.env.DATABASE_URL = url;
  resetEnv();
}

const appFolder = fileURLToPath(new URL('../../../app/api/connector/v1', import.meta.url));

describe('app/api/connector/v1 and the list of routes', () => {
  test('hold the same routes: every path leads to a file that serves it, and no file serves another', async () => {
    const files = await appRoutes(appFolder);
    const listed = [...connectorV1Routes, connectorV1DocumentRoute];
    for (const route of listed) {
      const { method, path } = route.declaration;
      expect(fileOf(path, files)?.handlers[method]?.routes, `${method} ${path}`).toContain(route);
    }
    const served = files.flatMap(({ handlers }) => Object.values(handlers).flatMap(({ routes }) => routes));
    expect(new Set(served)).toEqual(new Set(listed));
  });

  test('every file answers every method, and there is a catch-all', async () => {
    const files = await appRoutes(appFolder);
    for (const { handlers } of files) {
      expect(Object.keys(handlers).sort()).toEqual([...httpMethods, 'HEAD', 'OPTIONS'].sort());
    }
    const rest = files.find(({ words }) => words[0] === '[[...path]]');
    const answer = await rest?.handlers.POST?.(
      new Request('http://ledgerline.test/api/connector/v1', { method: 'POST' }),
    );
    expect(answer?.status).toBe(404);
  });
});

test.each([
  '/companies/getall',
  '/Companies/getAll',
  '/companies/getAll/',
  '/companies//getAll',
  '/companies/get',
  '/companies',
  '/',
])('%s is no path', async (path) => {
  const answer = await call(path, {});
  expect([answer.status, errorOf(answer)]).toEqual([404, 'Path not found']);
});

describe.each(connectorV1Routes.map(({ declaration }) => [declaration.path, declaration] as const))(
  '%s',
  (path, { example, permission }) => {
    let ctx: Context;
    let ours: Caller;
    beforeAll(async () => {
      ({ ctx, caller: ours } = await makeTenant());
    });
    const body = example?.body as Record<string, unknown>;
    const send = (given: Record<string, unknown> = {}) => call(path, { ...body, ...ours.tokens, ...given });
    const refused = async (status: number, message: string | RegExp, given: Record<string, unknown>) => {
      const answer = await send(given);
      expect([answer.status, errorOf(answer)]).toEqual([
        status,
        typeof message === 'string' ? message : expect.stringMatching(message),
      ]);
    };

    test('needs both tokens', async () => {
      for (const missing of [undefined, null, '']) {
        await refused(401, /client token/, { ClientToken: missing });
        await refused(401, /access token/, { AccessToken: missing });
      }
      await refused(401, /client token is not valid/, { ClientToken: ours.tokens.AccessToken });
      await refused(401, /access token is not valid/, { AccessToken: body.AccessToken });
      await refused(400, 'Invalid ClientToken', { ClientToken: 5 });
      await refused(400, 'Invalid AccessToken', { AccessToken: ['a'] });
    });

    test('refuses a token that has expired', async () => {
      const short = await makeCaller(ctx, { expiresAt: new Date(Date.now() + 60_000) });
      const late = await makeCaller({ ...ctx, now: new Date(0) }, { expiresAt: new Date(60_000) });
      expect((await send(short.tokens)).status).not.toBe(401);
      await refused(401, 'The access token has expired', late.tokens);
    });

    test('needs the name of the program, and both codes or none', async () => {
      for (const Client of [undefined, null, '', '  ', 5]) await refused(400, 'Invalid Client', { Client });
      await refused(400, 'Invalid LanguageCode', { LanguageCode: 'en-US' });
      await refused(400, 'Invalid CultureCode', { CultureCode: 'en-US' });
      await refused(400, 'Invalid LanguageCode', { LanguageCode: 'en-US', CultureCode: null });
      const answer = await send({ LanguageCode: 'en-US', CultureCode: 'en-US', Nonsense: { a: 1 }, Extents: {} });
      expect(answer.text).not.toMatch(/Nonsense|(Language|Culture)Code|Extents/);
    });

    test.each(['{"Client":', 'null', '[]', '"text"', '', "{'Client': 1}", '{"a":1,}', '{"a":"\\u0000"}x'])(
      'refuses the body %s',
      async (text) => {
        const answer = await call(path, text);
        expect([answer.status, errorOf(answer)]).toEqual([400, 'Invalid JSON']);
      },
    );

    test('refuses a body that is too large, or of another type', async () => {
      const large = await call(path, JSON.stringify({ Names: new Array(1_000_000).fill('a') }));
      expect([large.status, errorOf(large)]).toEqual([413, expect.stringMatching(/1 MiB/)]);
      const typed = await call(path, '{}', { headers: { 'content-type': 'text/plain' } });
      expect([typed.status, errorOf(typed)]).toEqual([415, expect.stringMatching(/application\/json/)]);
    });

    test('takes a POST alone', async () => {
      for (const method of ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
        const answer = await call(path, undefined, { method });
        expect([answer.status, answer.headers.get('allow')], method).toEqual([405, 'POST']);
        errorOf(answer);
      }
      expect((await call(path, undefined, { method: 'HEAD' })).status).toBe(405);
    });

    test('is refused to a read-only token when it changes something', async () => {
      const reader = await makeCaller(ctx, { readOnly: true });
      const answer = await send(reader.tokens);
      if (permission === 'read') expect(answer.status).toBe(200);
      else expect([answer.status, errorOf(answer)]).toEqual([403, 'This token is read-only']);
    });

    test('keeps the request id that it was given', async () => {
      const id = 'a1b2c3d4-e5f6-7890-abcd-ef1234567890';
      const answer = await call(path, '{', { headers: { 'x-request-id': id } });
      expect([answer.headers.get('request-id'), (answer.body as { RequestId: string }).RequestId]).toEqual([id, id]);
    });

    test('is answered with 503 and Retry-After while the database is away', async () => {
      await switchDatabase('postgres://nobody@127.0.0.1:1/none');
      const away = await send();
      await switchDatabase(databaseUrl);
      expect([away.status, away.headers.get('retry-after')]).toEqual([503, '5']);
      errorOf(away);
    });

    test('is limited by its access token, and says when to come again', async () => {
      const busy = await makeCaller(ctx);
      const empty = { ...busy.tokens, Client: '' };
      const all = await Promise.all(Array.from({ length: 260 }, () => send(empty)));
      const counts = Map.groupBy(all, ({ status }) => status);
      expect([...counts.keys()].sort()).toEqual([400, 429]);
      expect(counts.get(400)?.length).toBeGreaterThanOrEqual(200);
      const [limited] = counts.get(429) ?? [];
      expect(Number(limited?.headers.get('retry-after'))).toBeGreaterThan(0);
      if (limited) expect(errorOf(limited)).toBe('Too many requests; slow down');
      expect((await send()).status).not.toBe(429);
    });
  },
);

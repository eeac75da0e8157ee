import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { makeCompany } from '../../../db/testing/factories.ts';
import { createApiKey } from '../../domain/api-keys/mutations.ts';
import { httpMethods } from '../../http/operation.ts';
import type { Route } from '../../http/route.ts';
import { appRoutes, fileOf } from '../../http/testing/app-files.ts';
import { testIf } from '../../http/testing/test-if.ts';
import { coreV4DocumentRoute } from './document.ts';
import { coreV4Routes } from './routes.ts';
import { call, errorOf, makeTenant, type Tenant } from './testing/core-api.ts';
import { companyWithAll, fillPath, outOfReachName } from './testing/route-samples.ts';

await createTestDatabase();

const appFolder = fileURLToPath(new URL('../../../app/v4', import.meta.url));

const pathsOf = (route: Route) => [route.declaration.path, ...(route.declaration.aliases ?? [])];

describe('app/v4 and the list of routes', () => {
  test('hold the same routes: every path leads to a file that serves it', async () => {
    const files = await appRoutes(appFolder);
    for (const route of [...coreV4Routes, coreV4DocumentRoute]) {
      for (const path of pathsOf(route)) {
        const file = fileOf(path.replaceAll(/\{(\w+)\}/g, '7'), files);
        expect(file?.handlers[route.declaration.method]?.routes, `${route.declaration.method} ${path}`).toContain(
          route,
        );
      }
    }
  });

  test('no file serves a route that is not listed', async () => {
    const listed = new Set([...coreV4Routes, coreV4DocumentRoute]);
    for (const file of await appRoutes(appFolder)) {
      for (const route of Object.values(file.handlers).flatMap((handler) => handler.routes)) {
        expect(listed.has(route), `${file.words.join('/')} ${route.declaration.id}`).toBe(true);
      }
    }
  });

  test('every file answers every method, and there is a catch-all', async () => {
    const files = await appRoutes(appFolder);
    for (const file of files) {
      expect(Object.keys(file.handlers).sort()).toEqual([...httpMethods, 'HEAD', 'OPTIONS'].sort());
    }
    const rest = files.find((file) => file.words[0] === '[[...path]]');
    const answer = await rest?.handlers.GET?.(new Request('http://ledgerline.test/v4/nothing'));
    expect(answer?.status).toBe(404);
  });

  test('every POST and PATCH says what it did when its answer was lost', () => {
    const keyed = coreV4Routes.filter(({ declaration: { method } }) => method === 'POST' || method === 'PATCH');
    for (const { declaration } of keyed) expect(declaration.recall, declaration.id).toBeDefined();
  });

  test('ids are unique', () => {
    const ids = coreV4Routes.map((route) => route.declaration.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

// All of these calls are refused or read only, so that they can share what they ask for.
const ours: Tenant = await makeTenant();
const foreign = await companyWithAll((await makeTenant('Elsewhere')).ctx);
const outOfReach = await companyWithAll(ours.ctx);
const { companyId: listed } = await makeCompany(ours.ctx, { name: 'On the list' });

/** What a route is called with so that only who asks, or whose it is, can be wrong. */
interface Sample {
  method: string;
  path: string;
  body: unknown;
}

describe.each(coreV4Routes.map((route) => [`${route.declaration.method} ${route.declaration.path}`, route] as const))(
  '%s',
  (_name, route) => {
    const { declaration } = route;
    const hasId = declaration.path.includes('{');
    const isWrite = declaration.method !== 'GET';
    const isOfCompany = /\{(company_id|invite_link_id|sync_id)\}/.test(declaration.path);
    let key: string;
    let limitedKey: string;
    beforeAll(async () => {
      // Keys of its own, so that no rate limit is met.
      ({ key } = await createApiKey(ours.ctx, { name: declaration.id }));
      ({ key: limitedKey } = await createApiKey(ours.ctx, { name: 'Limited', companyIds: [listed] }));
    });

    const sample = (): Sample => ({
      method: declaration.method,
      path: fillPath(declaration.path, foreign),
      body: declaration.example?.body,
    });
    const send = ({ method, path, body }: Sample, by?: string) => call(method, path, { key: by, body });

    test('needs a key', async () => {
      const answer = await send(sample());
      expect(answer.status).toBe(401);
      errorOf(answer);
    });

    testIf(hasId)("does not find what is another organisation's", async () => {
      const answer = await send(sample(), key);
      expect([answer.status, errorOf(answer).message]).toEqual([404, expect.stringMatching(/not found$/)]);
    });

    testIf(isOfCompany)('does not find a company that is not on the list of a key, nor what is of it', async () => {
      const path = fillPath(declaration.path, outOfReach);
      const answer = await send({ ...sample(), path }, limitedKey);
      expect([answer.status, errorOf(answer).message]).toEqual([404, expect.stringMatching(/not found$/)]);
      // It is there: the organisation's other keys are told so.
      const others = isWrite || path.endsWith('/1') ? undefined : await send({ ...sample(), path }, key);
      expect(others?.status ?? 200).toBe(200);
    });

    testIf(!isOfCompany)('shows a key with a list nothing of other companies, and refuses what is of all', async () => {
      const answer = await send({ ...sample(), path: fillPath(declaration.path, outOfReach) }, limitedKey);
      if (answer.status !== 200) {
        expect([answer.status, errorOf(answer).message]).toEqual([403, expect.stringMatching(/whole organisation/)]);
        return;
      }
      expect(isWrite).toBe(false);
      expect(answer.text).not.toMatch(new RegExp(`"\\w*id":"?${outOfReach.company_id}[",}]`, 'i'));
      for (const hidden of [outOfReachName, outOfReach.invite_link_id]) expect(answer.text).not.toContain(hidden);
    });

    testIf(isWrite)('is refused to a read-only key', async () => {
      const answer = await send(sample(), ours.readOnlyKey);
      expect([answer.status, errorOf(answer).message]).toEqual([403, 'This key is read-only']);
    });

    test('refuses a query parameter that it does not declare', async () => {
      const { path, ...same } = sample();
      const answer = await send({ ...same, path: `${path}?nonsense=1` }, key);
      expect([answer.status, errorOf(answer).issues?.[0]]).toEqual([
        400,
        { path: 'nonsense', message: expect.stringMatching(/^is not a known parameter; (allowed|no) parameters are/) },
      ]);
    });

    testIf(isWrite)('refuses a body field that it does not declare', async () => {
      const body = { ...(declaration.example?.body as object | undefined), nonsense: 1 };
      const answer = await send({ ...sample(), body }, key);
      expect([answer.status, errorOf(answer).message]).toEqual([400, expect.stringMatching(/nonsense|takes no body/)]);
    });

    testIf(hasId)('refuses an id that is none', async () => {
      for (const name of Object.keys(declaration.example?.params ?? {})) {
        const answer = await send({ ...sample(), path: fillPath(declaration.path, { ...foreign, [name]: '0' }) }, key);
        expect([answer.status, errorOf(answer).issues?.map((issue) => issue.path)]).toEqual([400, [name]]);
      }
    });

    test('says which methods its path has', async () => {
      const { path } = sample();
      const here = coreV4Routes.filter((one) => one.declaration.path === declaration.path);
      const wrong = httpMethods.find((method) => !here.some((one) => one.declaration.method === method));
      const answer = await call(wrong ?? '', path);
      expect(answer.status).toBe(405);
      for (const one of here) expect(answer.headers.get('allow')).toContain(one.declaration.method);
      errorOf(answer);
    });

    test('shows what is left of the rate limit, also when it refuses', async () => {
      const answer = await send({ ...sample(), path: `${sample().path}?nonsense=1` }, key);
      expect(answer.headers.get('x-ratelimit-limit')).toBe('200');
      expect(Number(answer.headers.get('x-ratelimit-remaining'))).toBeLessThan(200);
      expect(Number(answer.headers.get('x-ratelimit-reset'))).toBeGreaterThan(0);
    });
  },
);

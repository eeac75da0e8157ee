import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { makeCompany } from '../../../db/testing/factories.ts';
import { createApiKey } from '../../domain/api-keys/mutations.ts';
import { httpMethods } from '../../http/operation.ts';
import { appRoutes, fileOf } from '../../http/testing/app-files.ts';
import { testIf } from '../../http/testing/test-if.ts';
import { jsonApiV2DocumentRoute } from './document.ts';
import { jsonApiV2Routes } from './routes.ts';
import { type CallOptions, call, errorsOf, makeTenant, type Tenant } from './testing/json-api.ts';

await createTestDatabase();

const appFolder = fileURLToPath(new URL('../../../app/api/v2', import.meta.url));
const listed = [...jsonApiV2Routes, jsonApiV2DocumentRoute];

describe('app/api/v2 and the list of routes', () => {
  test('hold the same routes', async () => {
    const files = await appRoutes(appFolder);
    for (const route of listed) {
      const { path, method } = route.declaration;
      const file = fileOf(path.replaceAll(/\{(\w+)\}/g, '7'), files);
      expect(file?.handlers[method]?.routes, `${method} ${path}`).toContain(route);
    }
    const served = files.flatMap(({ handlers }) => Object.values(handlers).flatMap(({ routes }) => routes));
    expect(new Set(served)).toEqual(new Set(listed));
  });

  test('every file answers every method, and there is a catch-all', async () => {
    const files = await appRoutes(appFolder);
    for (const file of files) {
      expect(Object.keys(file.handlers).sort()).toEqual([...httpMethods, 'HEAD', 'OPTIONS'].sort());
    }
    const rest = files.find((file) => file.words[0] === '[[...path]]');
    const answer = await rest?.handlers.GET?.(new Request('http://ledgerline.test/api/v2/nothing'));
    expect(answer?.status).toBe(404);
  });
});

describe.each(
  jsonApiV2Routes.map(({ declaration }) => [`${declaration.method} ${declaration.path}`, declaration] as const),
)('%s', (_name, { method, path: declared, example }) => {
  const isWrite = method !== 'GET';
  const hasId = declared.includes('{id}');
  let ours: Tenant;
  let theirs: Tenant;
  let id: number;
  beforeAll(async () => {
    [ours, theirs] = [await makeTenant(), await makeTenant('Elsewhere')];
    id = (await makeCompany(theirs.ctx)).companyId;
  });
  const send = (options: CallOptions = {}, word: string | number = id) =>
    call(method, declared.replace('{id}', String(word)), { body: example?.body, ...options });
  const asOurs = (over: CallOptions = {}) => ({ token: ours.token, organizationId: ours.organisationId, ...over });

  test('needs a token of this API and the id of the organization', async () => {
    const { key } = await createApiKey(ours.ctx, { name: 'Core' });
    const wrong: CallOptions[] = [
      {},
      asOurs({ token: undefined }),
      asOurs({ token: 'lj_short' }),
      asOurs({ token: `lj_${'A'.repeat(43)}` }),
      asOurs({ token: key }),
      asOurs({ organizationId: undefined }),
      asOurs({ organizationId: 'x1' }),
      { headers: { api_key: key } },
    ];
    for (const options of wrong) {
      const answer = await send(options);
      expect([answer.status, errorsOf(answer)[0]?.title]).toEqual([401, 'Unauthorized']);
    }
  });

  test('is refused to a token of another organization', async () => {
    const answer = await send(asOurs({ organizationId: theirs.organisationId }));
    expect([answer.status, errorsOf(answer)[0]?.code]).toEqual([403, 'forbidden']);
  });

  testIf(isWrite)('is refused to a read-only token', async () => {
    const answer = await send({ token: theirs.readOnlyToken, organizationId: theirs.organisationId });
    expect([answer.status, errorsOf(answer)[0]?.detail]).toEqual([403, 'This token is read-only']);
  });

  testIf(hasId)("does not find another organization's company, nor an id that is none", async () => {
    for (const word of [id, 'x', '0', '1.5', '999999999999999999999', randomUUID()]) {
      const answer = await send(asOurs(), word);
      expect(answer.status).toBe(404);
      expect(answer.body).toEqual({
        errors: [
          {
            status: '404',
            code: 'record_not_found',
            title: 'Record Not Found',
            detail: 'The requested record was not found',
          },
        ],
      });
    }
  });

  testIf(example?.body !== undefined)('takes a body of its media type alone, parameters allowed', async () => {
    const as = (type: string) => send(asOurs({ headers: { 'content-type': type } }));
    for (const type of ['application/json', 'text/plain', 'application/vnd.api+jsonx']) {
      const answer = await as(type);
      expect([answer.status, errorsOf(answer)[0]?.status]).toEqual([415, '415']);
    }
    expect((await as('Application/vnd.api+json; charset=utf-8')).status).not.toBe(415);
  });

  test('lets a parameter pass that it does not know', async () => {
    const path = `${declared.replace('{id}', String(id))}?nonsense=1&fields[companies]=name`;
    const answer = await call(method, path, asOurs({ body: example?.body }));
    expect(answer.status).not.toBe(400);
  });

  test('says which methods its path has', async () => {
    const here = jsonApiV2Routes.filter((one) => one.declaration.path === declared);
    const wrong = httpMethods.find((word) => !here.some((one) => one.declaration.method === word)) ?? '';
    const answer = await call(wrong, declared.replace('{id}', String(id)));
    expect([answer.status, errorsOf(answer)[0]?.title]).toEqual([405, 'Method Not Allowed']);
    for (const one of here) expect(answer.headers.get('allow')).toContain(one.declaration.method);
  });
});

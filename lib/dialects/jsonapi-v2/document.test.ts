import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { createCompany } from '../../domain/companies/mutations.ts';
import { nodeFront } from '../../http/node-front.ts';
import type { DocumentOperation } from '../../openapi.ts';
import { jsonApiV2 } from './dialect.ts';
import { jsonApiV2Document, jsonApiV2DocumentRoute } from './document.ts';
import { filterNames } from './filters.ts';
import { includes } from './names.ts';
import { jsonApiV2Routes } from './routes.ts';
import { call, makeTenant, type Tenant } from './testing/json-api.ts';

await createTestDatabase();

const document = jsonApiV2Document();
const operations = Object.values(document.paths).flatMap((path) => Object.values(path));

test('it is a valid OpenAPI 3.1 document with every operation once', async () => {
  const { valid, errors } = await new Validator().validate(
    structuredClone(document) as unknown as Record<string, unknown>,
  );
  expect([valid, errors]).toEqual([true, undefined]);
  expect(operations.map((one) => one.operationId).sort()).toEqual(
    jsonApiV2Routes.map((route) => route.declaration.id).sort(),
  );
  for (const { tags } of operations) expect(tags).toEqual(document.tags.map(({ name }) => name));
});

test('it asks for both headers and the media type', () => {
  expect(document.security).toEqual([{ token: [], organization: [] }]);
  expect(Object.values(document.components.securitySchemes)).toMatchObject([
    { in: 'header', name: 'X-Auth-Token' },
    { in: 'header', name: 'X-Organization-Id' },
  ]);
  const bodies = operations.flatMap(({ requestBody }) => Object.keys(requestBody?.content ?? {}));
  expect(new Set(bodies)).toEqual(new Set(['application/vnd.api+json']));
});

test('it spells out filters, sorts, pages and includes', () => {
  const parameters = new Map(
    (document.paths['/companies']?.get?.parameters ?? []).flatMap((one) => ('$ref' in one ? [] : [[one.name, one]])),
  );
  expect(Object.keys(document.components.schemas.CompanyFilter?.properties ?? {})).toEqual(Object.keys(filterNames));
  expect(parameters.get('filter')).toMatchObject({
    description: expect.stringContaining('filter[$op]=or'),
    style: 'deepObject',
    explode: true,
  });
  expect(parameters.get('include')?.schema).toMatchObject({ items: { enum: [...includes] } });
  expect(parameters.get('page')).toMatchObject({
    style: 'deepObject',
    schema: { properties: { size: { maximum: 200 } } },
  });
  expect(parameters.get('sort')?.schema.items).toMatchObject({ enum: expect.arrayContaining(['name', '-created_at']) });
});

test('it says that a new company has a name, and that a change may leave it out', () => {
  const attributesOf = (operation: DocumentOperation | undefined) =>
    Object.values(operation?.requestBody?.content ?? {})[0]?.schema;
  const data = (required?: string[]) => ({
    properties: { data: { properties: { attributes: { ...(required && { required }) } } } },
  });
  expect(attributesOf(document.paths['/companies']?.post)).toMatchObject(data(['name']));
  expect(attributesOf(document.paths['/companies/{id}']?.patch)).not.toMatchObject(data(['name']));
});

test('it tells apart what is wrong with a request and with its attributes', () => {
  const statuses = (operation: DocumentOperation | undefined) => Object.keys(operation?.responses ?? {});
  expect(statuses(document.paths['/companies']?.post)).toEqual(
    expect.arrayContaining(['201', '400', '403', '415', '422']),
  );
  expect(statuses(document.paths['/companies/{id}/archive']?.patch)).toContain('422');
  expect(statuses(document.paths['/companies']?.get)).not.toContain('422');
});

test('the exchanges of the contract fit their schemas', async () => {
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const { default: formats } = await import('ajv-formats');
  const ajv = new Ajv2020({ strict: false });
  formats.default(ajv);
  ajv.addSchema({ $id: 'document', ...document });
  const golden = (file: string) => {
    const text = readFileSync(new URL(`./golden/${file}.json`, import.meta.url), 'utf8');
    return JSON.parse(text.replaceAll('"{number}"', '7')).response.body as { data: unknown };
  };
  for (const file of ['get', 'create', 'update', 'archive'])
    expect(ajv.validate('document#/components/schemas/Company', golden(file).data), ajv.errorsText()).toBe(true);
  expect(ajv.validate('document#/components/schemas/Errors', golden('create-blank-name'))).toBe(true);
});

describe('over HTTP', () => {
  const front = nodeFront(jsonApiV2, [...jsonApiV2Routes, jsonApiV2DocumentRoute]);
  const server = createServer((request, response) => void front.serve(request, response));
  let tenant: Tenant;
  let origin: string;
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}${jsonApiV2.basePath}`;
    tenant = await makeTenant();
  });
  afterAll(() => {
    server.close();
  });

  test('the document is JSON, needs no token, and goes once to a client that has it', async () => {
    const first = await call('GET', '/openapi.json');
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    expect(first.body).toEqual(JSON.parse(JSON.stringify(document)));
    const etag = first.headers.get('etag') ?? '';
    expect((await call('GET', '/openapi.json', { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  test.each(jsonApiV2Routes.map(({ declaration }) => [declaration.id, declaration] as const))(
    'the example of %s is answered as it says',
    async (_id, { method, path }) => {
      const { id } = await createCompany(tenant.ctx, { name: 'Finch' });
      const told = document.paths[path]?.[method.toLowerCase()];
      const [type, content] = Object.entries(told?.requestBody?.content ?? {})[0] ?? [];
      const answer = await fetch(origin + path.replace('{id}', String(id)), {
        method,
        headers: {
          'x-auth-token': tenant.token,
          'x-organization-id': String(tenant.organisationId),
          ...(type && { 'content-type': type }),
        },
        body: content && JSON.stringify(content.example),
      });
      const success = Object.keys(told?.responses ?? {}).find((status) => status < '300');
      expect([String(answer.status), answer.headers.get('content-type')]).toEqual([
        success,
        success === '204' ? null : 'application/vnd.api+json; charset=utf-8',
      ]);
      await answer.arrayBuffer();
    },
  );
});

import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { fullState } from '../../http/rate-limit.ts';
import { connectorV1 } from './dialect.ts';
import { connectorV1Document } from './document.ts';
import { connectorV1Routes } from './routes.ts';
import { call, makeTenant, newCompany } from './testing/connector-api.ts';

await createTestDatabase();

const document = connectorV1Document();

test('it is a valid OpenAPI 3.1 document', async () => {
  const { valid, errors } = await new Validator().validate(
    structuredClone(document) as unknown as Record<string, unknown>,
  );
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
});

test('it has every operation once, with what it answers and how it is called', () => {
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  expect(operations.map((one) => one.operationId)).toEqual(connectorV1Routes.map((route) => route.declaration.id));
  for (const { operationId, tags, requestBody, responses } of operations) {
    expect(tags, operationId).toEqual(['Companies']);
    const { schema, example } = requestBody?.content['application/json'] ?? {};
    expect(schema?.required, operationId).toEqual(expect.arrayContaining(['ClientToken', 'AccessToken', 'Client']));
    expect(example, operationId).toBeDefined();
    expect(Object.keys(responses), operationId).toEqual(
      expect.arrayContaining(['200', '400', '401', '413', '429', '500', '503']),
    );
  }
});

test('it says what a reader needs to know of a field, and of one that had another name before', () => {
  const propertiesOf = (path: string) =>
    document.paths[path]?.post?.requestBody?.content['application/json']?.schema?.properties ?? {};
  const { ClientToken, CreatedUtc, StartUtc } = propertiesOf('/companies/getAll');
  expect(ClientToken).toEqual({ type: 'string', description: 'Names the program.' });
  expect(CreatedUtc).toMatchObject({ type: ['object', 'null'], description: expect.stringMatching(/three months/) });
  expect(StartUtc).toEqual({ type: ['string', 'null'], format: 'date-time', deprecated: true });
  expect(propertiesOf('/companies/add').TaxIdentificationNumber).toMatchObject({ deprecated: true });
  expect(JSON.stringify(document)).not.toContain('$defs');
});

test('the headers it tells of are those that the API sends', () => {
  const sent = connectorV1.headers('id', connectorV1.limits().map(fullState));
  expect(Object.keys(document.components.headers)).toEqual(
    Object.keys(sent).filter((name) => name !== 'Cache-Control'),
  );
});

test('every example is answered, with the tokens and the company of who asks', async () => {
  const { caller } = await makeTenant();
  for (const { declaration } of connectorV1Routes) {
    const [company] = await caller.companies('add', newCompany);
    const example = declaration.example?.body as Record<string, unknown>;
    const own = {
      ...caller.tokens,
      ...('CompanyId' in example && { CompanyId: company?.Id }),
      ...('CompanyIds' in example && { CompanyIds: [company?.Id] }),
    };
    const answer = await call(declaration.path, { ...example, ...own });
    expect([declaration.id, answer.status, answer.text]).toEqual([declaration.id, 200, expect.any(String)]);
  }
});

test('it is served without tokens, and only once to a client that has it', async () => {
  const first = await call('/openapi.json', undefined, { method: 'GET' });
  expect([first.status, first.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
  expect(first.body).toEqual(JSON.parse(JSON.stringify(document)));
  const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
  expect((await call('/openapi.json', undefined, { method: 'GET', headers })).status).toBe(304);
});

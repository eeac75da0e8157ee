import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { scalarFields, sortNames } from '../../domain/records/fields.ts';
import { declarationOf, type RecordModel, recordModels } from '../../domain/records/registry.ts';
import { fullState } from '../../http/rate-limit.ts';
import type { DocumentOperation, DocumentParameter, Reference } from '../../openapi.ts';
import { coreV4 } from './dialect.ts';
import { coreV4Document } from './document.ts';
import { coreV4Routes } from './routes.ts';
import { call } from './testing/core-api.ts';

await createTestDatabase();

const document = coreV4Document();
const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
const isParameter = (one: DocumentParameter | Reference): one is DocumentParameter => !('$ref' in one);
const parametersOf = (operation?: DocumentOperation) => (operation?.parameters ?? []).filter(isParameter);

test('it is a valid OpenAPI 3.1 document', async () => {
  const { valid, errors } = await new Validator().validate(
    structuredClone(document) as unknown as Record<string, unknown>,
  );
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
  expect(document.openapi).toMatch(/^3\.1\./);
});

test('it has every operation once, under a heading that it lists', () => {
  expect(operations.map((one) => one.operationId).sort()).toEqual(
    coreV4Routes.map((route) => route.declaration.id).sort(),
  );
  const headings = document.tags.map((tag) => tag.name);
  for (const { operationId, tags } of operations)
    expect(headings, operationId).toEqual(expect.arrayContaining(tags ?? ['none']));
});

test.each(coreV4Routes.map((route) => [route.declaration.id, route.declaration] as const))(
  '%s says what it answers, and how it is called',
  (_id, { serialize, response, params, body, example }) => {
    expect(Boolean(response)).toBe(Boolean(serialize));
    if (params) expect(Object.keys(example?.params ?? {})).not.toEqual([]);
    if (body) expect(example?.body).toBeDefined();
  },
);

test('the headers it tells of are those that the API sends', () => {
  const sent = coreV4.headers('id', coreV4.limits().map(fullState));
  expect(Object.keys(document.components.headers)).toEqual(
    Object.keys(sent).filter((name) => name !== 'Cache-Control'),
  );
});

describe.each(Object.keys(recordModels) as RecordModel[])('the list of %s', (model) => {
  const declaration = declarationOf(model);
  const list = document.paths[`/core/companies/{company_id}/${declaration.path}`]?.get;
  const parameter = (name: string) => parametersOf(list).find((one) => one.name === name);

  test('spells out a filter for every field of one value, and what can be sorted by and expanded', () => {
    for (const { name } of scalarFields(declaration)) expect(parameter(name)?.style, name).toBe('deepObject');
    expect(Object.keys(parameter('sort')?.schema.properties ?? {})).toEqual(sortNames(declaration));
    const related = [...Object.keys(declaration.children), ...Object.keys(declaration.relations)];
    expect(parameter('expand')?.schema.items ?? { enum: [] }).toMatchObject({ enum: related });
  });

  test('stands beside the path of one record', () => {
    expect(document.paths[`/core/companies/{company_id}/${declaration.path}/{rootfi_id}`]?.get).toBeDefined();
  });
});

test('a golden file is an example of its schema', async () => {
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const { default: formats } = await import('ajv-formats');
  const ajv = new Ajv2020({ strict: false });
  formats.default(ajv);
  ajv.addSchema({ $id: 'document', ...document });
  const schemas = {
    company: 'Company',
    'company-never-connected': 'Company',
    contact: 'Contact',
    'invoice-payment': 'InvoicePayment',
    'invite-link': 'InviteLink',
    sync: 'SyncDetail',
    error: 'Error',
    'platform-error': 'Error',
  };
  for (const [file, schema] of Object.entries(schemas)) {
    const golden: unknown = JSON.parse(readFileSync(new URL(`./golden/${file}.json`, import.meta.url), 'utf8'));
    expect(ajv.validate(`document#/components/schemas/${schema}`, golden), `${file}: ${ajv.errorsText()}`).toBe(true);
  }
});

describe('it is served', () => {
  test('without a key, and only once to a client that has it', async () => {
    const first = await call('GET', '/openapi.json');
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    expect(first.body).toEqual(JSON.parse(JSON.stringify(document)));
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/"[\w-]{22}"$/);
    const again = await call('GET', '/openapi.json', { headers: { 'if-none-match': `"other", ${etag}` } });
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
  });

  test('to reading methods alone', async () => {
    expect((await call('HEAD', '/openapi.json')).text).toBe('');
    const wrong = await call('POST', '/openapi.json');
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });
});

import { expect, test } from 'vitest';
import type { ApiDocument } from '@/lib/openapi.ts';
import { curlOf } from './curl.ts';
import { matchingOperations, operationsByGroup } from './document.ts';

const document = {
  servers: [{ url: 'https://hub.example/v4' }],
  tags: [{ name: 'Companies', description: '' }],
  paths: {
    '/companies/{company_id}': {
      get: { operationId: 'getCompany', summary: 'Get a company', tags: ['Companies'], responses: {} },
      patch: {
        operationId: 'updateCompany',
        summary: 'Rename a company',
        tags: ['Companies'],
        requestBody: { required: true, content: { 'application/json': { example: { name: "O'Neill" } } } },
        responses: {},
      },
    },
  },
  components: { securitySchemes: { apiKey: { type: 'apiKey', in: 'header', name: 'api_key' } } },
} as unknown as ApiDocument;
const [companies] = operationsByGroup(document);
const operation = (id: string) => {
  const found = companies?.operations.find((one) => one.operationId === id);
  if (!found) throw new Error(`There is no ${id}`);
  return found;
};
const parameters = [{ name: 'company_id', in: 'path' as const, schema: {}, example: '496' }];

test('an example is a command that a shell can run', () => {
  expect(curlOf(document, operation('getCompany'), parameters)).toBe(
    `curl 'https://hub.example/v4/companies/496' \\\n  -H "api_key: $API_KEY"`,
  );
  const patch = curlOf(document, operation('updateCompany'), parameters);
  expect(patch).toContain("curl -X PATCH 'https://hub.example/v4/companies/496'");
  expect(patch).toContain(`"name": "O'\\''Neill"`);
});

test('a command says other values than the example where they are given', () => {
  const get = curlOf(document, operation('getCompany'), parameters, {
    path: { company_id: '7' },
    query: { a: "b'c d" },
  });
  expect(get).toContain("'https://hub.example/v4/companies/7?a=b%27c+d'");
  const patch = curlOf(document, operation('updateCompany'), parameters, {
    body: { name: undefined, domain: 'a.example' },
  });
  expect(patch).toContain('"domain": "a.example"');
  expect(patch).not.toContain('Neill');
});

test('a search finds by words of the summary, the path and the method, in any order', () => {
  const found = (search: string) =>
    matchingOperations(companies?.operations ?? [], search).map((one) => one.operationId);
  expect(found('company RENAME')).toEqual(['updateCompany']);
  expect(found('patch companies')).toEqual(['updateCompany']);
  expect(found('teapot')).toEqual([]);
});

test('a command names what each header needs', () => {
  const securitySchemes = {
    token: { type: 'apiKey', in: 'header', name: 'X-Auth-Token' },
    organization: { type: 'apiKey', in: 'header', name: 'X-Organization-Id' },
  };
  const command = curlOf(
    { ...document, components: { ...document.components, securitySchemes } },
    operation('getCompany'),
    [],
  );
  expect(command.split('\n').slice(1)).toEqual([
    '  -H "X-Auth-Token: $AUTH_TOKEN" \\',
    '  -H "X-Organization-Id: $ORGANIZATION_ID"',
  ]);
});

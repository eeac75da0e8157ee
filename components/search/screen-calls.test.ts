import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { connectorV1Document } from '@/lib/dialects/connector-v1/document.ts';
import { coreV4Document } from '@/lib/dialects/core-v4/document.ts';
import { jsonApiV2Document } from '@/lib/dialects/jsonapi-v2/document.ts';
import { operationsByGroup } from '../api-reference/document.ts';
import { type ScreenCall, screenCalls } from './screen-calls.ts';

const documents = { core: coreV4Document(), jsonapi: jsonApiV2Document(), connector: connectorV1Document() };
const company = { id: 25, uuid: '3ed9e2f3-4bba-4df6-8d41-ab1b009b6425', name: 'Harbour & Lane' };
const callsAt = (address: string) => {
  const { pathname, searchParams } = new URL(address, 'http://localhost');
  return screenCalls(pathname, searchParams, company);
};

/** The addresses of every screen of the console, with made-up values in their places. */
function addresses(): string[] {
  const values = {
    companyId: '25',
    syncId: '6870abae-60d9-48fb-8235-49cd812c06b9',
    model: 'bills',
    platform: 'sandbox',
  };
  return globSync('app/(console)/**/page.tsx').map((file) =>
    file
      .replace(/^app\/\(console\)/, '')
      .replace(/\/page\.tsx$/, '')
      .replace(/\[(\w+)\]/g, (_, name: keyof typeof values) => values[name] ?? 'x')
      .replace(/^$/, '/'),
  );
}

test('every screen of companies, links and webhooks is a call of an API; one of people or keys is none', () => {
  const served = addresses().filter((address) => /^\/(companies|invite-links|webhooks|$)/.test(address));
  expect(served.length).toBeGreaterThan(10);
  expect(served.filter((address) => callsAt(address).length === 0)).toEqual([]);
  expect(callsAt('/api-keys')).toEqual([]);
});

test('every call is one that its API documents, with places, query values and members that it has', () => {
  const lists = ['/companies?q=lane&health=HEALTHY&platform=SANDBOX&activity=IDLE', '/companies/25/syncs?kind=reads'];
  const open = [
    '/companies/25/contacts?contact=4',
    '/companies/25/records/bills?record=4',
    '/invite-links?status=PENDING',
  ];
  for (const call of [...addresses(), ...lists, ...open].flatMap(callsAt)) expectDocumented(call);
});

function expectDocumented({ api, operation, path = {}, query = {}, body }: ScreenCall): void {
  const operations = operationsByGroup(documents[api]).flatMap((group) => group.operations);
  const found = operations.find((one) => `${one.method} ${one.path}` === operation);
  expect(found, `${api} ${operation}`).toBeDefined();
  const names = (found?.parameters ?? []).flatMap((one) => ('name' in one ? [one.name] : []));
  // Nested ones are documented by their first word.
  for (const name of [...Object.keys(path), ...Object.keys(query)]) expect(names).toContain(name.replace(/\[.*/, ''));
  if (body) expect(found?.requestBody).toBeDefined();
}

test('a list is asked for as it is filtered, with what the API has of it', () => {
  const [core, jsonapi] = callsAt('/companies?q=lane&health=HEALTHY,NONE&platform=SANDBOX');
  expect(core?.query).toEqual({ limit: '50', search: 'lane', integration: 'SANDBOX' });
  expect(jsonapi?.query).toMatchObject({ 'filter[name][contains]': 'lane' });
});

test('a company is asked for by the id that each API knows', () => {
  const [core, jsonapi, connector] = callsAt('/companies/25');
  expect(core?.path).toEqual({ company_id: '25' });
  expect(jsonapi?.path).toEqual({ id: '25' });
  expect(connector?.body).toMatchObject({ CompanyIds: [company.uuid] });
});

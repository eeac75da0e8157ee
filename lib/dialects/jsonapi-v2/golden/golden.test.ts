import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { sqlClient } from '../../../../db/client.ts';
import { createTestDatabase } from '../../../../db/testing/database.ts';
import type { Context } from '../../../context.ts';
import { archiveCompanies, createCompany, updateCompany } from '../../../domain/companies/mutations.ts';
import type { ProfileChanges } from '../../../domain/companies/profile-input.ts';
import { resetEnv } from '../../../env.ts';
import { serve } from '../../../http/serve.ts';
import { jsonApiV2 } from '../dialect.ts';
import { jsonApiV2Routes } from '../routes.ts';
import { makeTenant, memberOf, type Tenant } from '../testing/json-api.ts';

/** An exchange as the contract has it. Ids and numbers of contact data are whatever the database gives. */
interface Golden {
  request: { method: string; path: string; body?: unknown };
  response: { status: number; body: { data?: unknown } };
}

interface Company {
  attributes: { name: string; company_code: string; created_at: string };
}

await createTestDatabase();

let tenant: Tenant;
beforeAll(() => {
  process.env.PUBLIC_URL = 'http://ledgerline.test';
  resetEnv();
});

const golden = (file: string): Golden => JSON.parse(readFileSync(new URL(`./${file}.json`, import.meta.url), 'utf8'));

/** Sends a request of a golden file at a moment, and gives the answer with what differs from run to run named. */
async function ask(request: Golden['request'], id: number, now: Date, people: string[]) {
  const { method, path } = request;
  let person = 0;
  const body =
    request.body === undefined
      ? undefined
      : JSON.stringify(request.body).replace(/\{id\}/g, () => people[person++] ?? '');
  const answer = await serve(
    { ...jsonApiV2, now: () => now },
    jsonApiV2Routes,
  )(
    new Request(`http://localhost${path.replace('{id}', String(id))}`, {
      method,
      body,
      headers: {
        accept: 'text/xml,application/xml,text/html;q=0.9,*/*;q=0.5',
        'content-type': 'application/vnd.api+json',
        'x-auth-token': tenant.token,
        'x-organization-id': String(tenant.organisationId),
      },
    }),
  );
  expect(answer.headers.get('content-type')).toBe('application/vnd.api+json; charset=utf-8');
  const text = await answer.text();
  const named = text
    .replace(/"id":"[^"]+"/g, '"id":"{id}"')
    .replace(/"contact_datum_id":\d+/g, '"contact_datum_id":"{number}"');
  return { status: answer.status, text: named };
}

/** Makes the company that a golden file shows, at the moment that it says; from its first change on it has settings. */
async function made(ctx: Context, { attributes }: Company, more: ProfileChanges = {}): Promise<number> {
  const at = { ...ctx, now: new Date(attributes.created_at) };
  const { name, company_code: companyCode } = attributes;
  const { id } = await createCompany(at, { ...more, name, companyCode });
  await updateCompany(at, { companyId: id, changes: {} });
  return id;
}

const changing = (file: string) => (golden(file).response.body.data ?? unchanged) as Company;
const unchanged: Company = {
  attributes: { name: 'Client340', company_code: 'CLIE340', created_at: '2025-07-24T06:04:42.295+02:00' },
};

const external = { externalId: '123' };
const cases: [file: string, before?: ProfileChanges][] = [
  ['get'],
  ['create'],
  ['create-blank-name'],
  ['update', { name: 'Client337' }],
  ['update-blank-name'],
  ['update-public-domain'],
  ['update-taken-domain'],
  ['update-empty-domain'],
  ['update-no-domain', { domain: 'leaving.example' }],
  ['update-malformed-domain'],
  ['update-with-external-id', { ...external, name: 'Client345' }],
  ['update-with-external-sync', { ...external, externalSync: true }],
  ['archive'],
  ['restore'],
];

describe('an exchange of the contract is answered to the letter', () => {
  test.each(cases)('%s', async (file, before) => {
    tenant = await makeTenant();
    const { ctx, organisationId } = tenant;
    await sqlClient()`update organisations set time_zone = 'Europe/Zagreb' where id = ${organisationId}`;
    await createCompany(ctx, { name: 'Taken', domain: 'taken.example' });
    const people = await Promise.all(['a', 'b'].map((name) => memberOf(ctx, name)));
    const { request, response } = golden(file);
    const shown = changing(file);
    const now = new Date(shown.attributes.created_at);
    const id = request.method === 'POST' ? 0 : await made(ctx, shown, before);
    if (file === 'restore') await archiveCompanies({ ...ctx, now }, { companyIds: [id] });

    const answer = await ask(request, id, now, people);
    expect(answer.text).toBe(JSON.stringify(response.body));
    expect(answer.status).toBe(response.status);
  });

  test('list', async () => {
    tenant = await makeTenant();
    const { ctx, organisationId } = tenant;
    await sqlClient()`update organisations set time_zone = 'Europe/Zagreb' where id = ${organisationId}`;
    const { request, response } = golden('list');
    const companies = response.body.data as Company[];
    for (const company of companies.toReversed()) await made(ctx, company);
    const answer = await ask(request, 0, ctx.now, []);
    expect(answer).toEqual({ status: response.status, text: JSON.stringify(response.body) });
  });
});

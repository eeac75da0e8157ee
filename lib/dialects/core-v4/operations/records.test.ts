import { beforeAll, describe, expect, test } from 'vitest';
import { sqlClient } from '../../../../db/client.ts';
import { createTestDatabase } from '../../../../db/testing/database.ts';
import { makeCompany } from '../../../../db/testing/factories.ts';
import { canonicalRecord, startTestRun } from '../../../../db/testing/records.ts';
import { filterOps, scalarFields } from '../../../domain/records/fields.ts';
import { storePage } from '../../../domain/records/mutations.ts';
import { preparedRecord } from '../../../domain/records/record-hash.ts';
import { type Canonical, declarationOf, type RecordModel, recordModels } from '../../../domain/records/registry.ts';
import { resetEnv } from '../../../env.ts';
import { type Answered, errorOf, makeTenant, type Tenant } from '../testing/core-api.ts';

await createTestDatabase();
process.env.RATE_LIMITS = 'off';
resetEnv();

let tenant: Tenant;
let companyId: number;
let base: string;

async function store<M extends RecordModel>(model: M, records: Canonical<M>[]): Promise<void> {
  const run = await startTestRun(sqlClient(), { organisationId: tenant.organisationId, companyId }, model);
  await storePage({
    ...run,
    model,
    full: false,
    now: new Date('2026-03-01T10:00:00.000Z'),
    checkpoint: null,
    records: records.map((record) => preparedRecord(record, { raw: record.platformId })),
    rejected: [],
  });
}

beforeAll(async () => {
  tenant = await makeTenant();
  ({ companyId } = await makeCompany(tenant.ctx, { name: 'Books' }));
  base = `/core/companies/${companyId}`;
  await store('CURRENCY', [canonicalRecord('CURRENCY', 'cur-1', { code: 'EUR', name: 'Euro' })]);
  await store('ACCOUNT', [canonicalRecord('ACCOUNT', 'acc-1', { name: 'Bank', current_balance: '10.50' })]);
  await store(
    'CONTACT',
    ['Ada', 'Bea', 'Cem', 'Dov', 'Eli'].map((name) =>
      canonicalRecord(
        'CONTACT',
        `contact-${name}`,
        { name, contact_type: name === 'Cem' ? 'vendor' : 'customer', currency_id: 'cur-1' },
        { phone_numbers: [{ platform_id: null, updated_at: null, number: '+1 555', type: 'MOBILE' }] },
      ),
    ),
  );
  await store('INVOICE', [
    canonicalRecord('INVOICE', 'inv-1', { contact_id: 'contact-Ada', total_amount: '9007199254740991.25' }),
  ]);
  await store('INVOICE_PAYMENT', [
    canonicalRecord('INVOICE_PAYMENT', 'pay-1', { invoice_id: 'inv-1', amount: '12.30', currency_rate: '1.000' }),
    canonicalRecord('INVOICE_PAYMENT', 'pay-2', { invoice_id: 'inv-1', amount: '100' }),
  ]);
});

interface Wire {
  rootfi_id: number;
  [key: string]: unknown;
}
interface List {
  data: Wire[];
  prev: string | null;
  next: string | null;
  total_count?: number;
}
const cursorOf = (place: unknown) => Buffer.from(JSON.stringify(place)).toString('base64url');
const get = (path: string) => tenant.call('GET', `${base}${path}`);
const list = ({ body }: Answered) => body as List;
const one = ({ body }: Answered) => (body as { data: Wire }).data;
const names = (answer: Answered) => list(answer).data.map((record) => record.name);

describe('the paths of data', () => {
  test.each([
    ['/currencies', 1],
    ['/accounts', 1],
    ['/contacts', 5],
    ['/shared/contacts', 5],
    ['/invoices', 1],
    ['/invoice_payments', 2],
    ['/invoice-payments', 2],
  ])('%s lists records', async (path, count) => {
    const answer = await get(path);
    expect([answer.status, list(answer).data.length]).toEqual([200, count]);
    expect(Object.keys(list(answer))).toEqual(['data', 'prev', 'next']);
    const [first] = list(answer).data;
    expect(one(await get(`${path}/${first?.rootfi_id}`))).toEqual(first);
  });

  test('a model that is not stored here has no path', async () => {
    expect((await get('/teapots')).status).toBe(404);
    expect((await get('/CONTACTS')).status).toBe(404);
  });
});

describe('a list', () => {
  test('is walked by cursors in both directions', async () => {
    const first = await get('/contacts?limit=2');
    expect([names(first), list(first).prev]).toEqual([['Ada', 'Bea'], null]);
    expect(JSON.parse(Buffer.from(list(first).next ?? '', 'base64').toString())).toEqual({
      rootfi_id: list(first).data[1]?.rootfi_id,
    });
    const second = await get(`/contacts?limit=2&next=${list(first).next}`);
    const third = await get(`/contacts?limit=2&next=${list(second).next}`);
    expect([names(second), names(third), list(third).next]).toEqual([['Cem', 'Dov'], ['Eli'], null]);
    expect(names(await get(`/contacts?limit=2&prev=${list(third).prev}`))).toEqual(['Cem', 'Dov']);
  });

  test('is filtered, sorted, counted and expanded as asked', async () => {
    expect(names(await get('/contacts?contact_type[eq]=vendor'))).toEqual(['Cem']);
    expect(names(await get('/contacts?name%5Bin%5D=Ada,Eli&sort%5Brootfi_id%5D=desc'))).toEqual(['Eli', 'Ada']);
    expect(list(await get('/contacts?limit=1&return_count=true')).total_count).toBe(5);
    const answer = await get('/contacts?limit=1&expand=phone_numbers,%20currency,invoices');
    expect(list(answer).data[0]).toMatchObject({
      phone_numbers: [expect.objectContaining({ number: '+1 555', type: 'MOBILE', data_model: 'CONTACTS' })],
      currency: expect.objectContaining({ code: 'EUR' }),
      invoices: [expect.objectContaining({ platform_id: 'inv-1' })],
    });
    expect(list(await get('/contacts?limit=1')).data[0]).toMatchObject({ phone_numbers: [], addresses: [] });
  });

  test('leaves deleted records out unless they are asked for', async () => {
    await sqlClient()`
      update record_contacts set rootfi_deleted_at = now() where company_id = ${companyId} and name = 'Dov'`;
    expect(names(await get('/contacts'))).toEqual(['Ada', 'Bea', 'Cem', 'Eli']);
    expect(list(await get('/contacts')).data[0]).not.toHaveProperty('rootfi_deleted_at');
    const all = list(await get('/contacts?include_deleted_records=true'));
    expect(all.data.map((record) => [record.name, record.rootfi_deleted_at !== null])).toContainEqual(['Dov', true]);
    await sqlClient()`update record_contacts set rootfi_deleted_at = null where company_id = ${companyId}`;
  });

  test('keeps every digit of money', async () => {
    expect((await get('/invoices')).text).toContain('"total_amount":9007199254740991.25');
    expect((await get('/invoice_payments')).text).toContain('"amount":12.3,');
    expect((await get('/invoice_payments')).text).toContain('"currency_rate":"1"');
  });

  test('shows raw data and hash only when selected', async () => {
    expect(list(await get('/accounts')).data[0]).not.toHaveProperty('raw_data');
    expect(list(await get('/accounts?select=raw_data,data_hash')).data[0]).toMatchObject({
      raw_data: { raw: 'acc-1' },
      data_hash: expect.stringMatching(/^[0-9a-f]{40}$/),
    });
  });

  test.each([
    ['limit=0', 'limit: must be a whole number from 1 to 1000'],
    ['limit=1001', 'limit: must be a whole number from 1 to 1000'],
    ['return_count=yes', 'return_count: must be true or false'],
    ['include_deleted_records=1', 'include_deleted_records: must be true or false'],
    ['next=abc', /^next: /],
    ['next=e30&prev=e30', /^prev: can not be combined with next/],
    ['expand=teapots', /^expand: teapots is not a relation that can be expanded; allowed ones are /],
    ['select=name', /^select: name can not be selected; allowed ones are raw_data, data_hash/],
    ['name[like]=a', /^name\[like\]: .*eq/],
    ['colour[eq]=red', /^colour\[eq\]: /],
    ['rootfi_id[gt]=abc', /^rootfi_id\[gt\]: /],
    ['updated_at[gt]=0001-01-01T00:00:00%2B14:00', /^updated_at\[gt\]: must be an ISO 8601 date/],
    [
      `sort[updated_at]=ASC&next=${cursorOf({ rootfi_id: 1, updated_at: '9999-12-31T23:59:59-14:00' })}`,
      /^next: is not/,
    ],
    ['contact_type[eq]=alien', /^contact_type\[eq\]: /],
    ['sort[name]=ASC', /^sort\[name\]: .*rootfi_id/],
    ['sort[rootfi_id]=UP', 'sort[rootfi_id]: must be ASC or DESC'],
    ['sort[rootfi_id]=ASC&sort[updated_at]=ASC', 'sort[updated_at]: only one field can be sorted by'],
    ['name=Ada', /^name: is not a known parameter; allowed parameters are limit, next, prev, .*field\[op\]$/],
    ['name[eq]=a&name[eq]=b', 'name[eq]: is given more than once'],
    ['__proto__=1', /^__proto__: is not a known parameter/],
    ['__proto__[eq]=1', /^__proto__\[eq\]: /],
  ])('refuses ?%s', async (query, message) => {
    const answer = await get(`/contacts?${query}`);
    expect(answer.status).toBe(400);
    expect(errorOf(answer).message).toMatch(message);
  });
});

describe('filters', () => {
  const texts = { integer: '7', decimal: '12.3', moment: '2026-03-01T10:00:00.000Z', text: 'Ada', boolean: 'true' };
  const models = Object.keys(recordModels) as RecordModel[];

  test.each(models)('of every operator are taken on every scalar attribute of %s', async (model) => {
    const declaration = declarationOf(model);
    for (const { name, kind, values } of scalarFields(declaration)) {
      for (const op of filterOps) {
        const value = op === 'null' ? 'false' : (values?.[0] ?? texts[kind]);
        const answer = await get(`/${declaration.path}?${name}[${op}]=${value}&limit=1`);
        expect(answer.status, `${name}[${op}]=${value}: ${answer.text}`).toBe(200);
      }
    }
  });

  test('look at a value as the wire writes it when they look for a part of it', async () => {
    const found = async (query: string) => list(await get(`/invoice_payments?${query}`)).data.map((one) => one.amount);
    expect(await found('amount[contains]=2.3')).toEqual([12.3]);
    expect(await found('amount[contains]=00')).toEqual([100]);
    expect(await found('rootfi_created_at[contains]=-03-01T10')).toEqual([12.3, 100]);
  });

  test('take a plus sign that a caller forgot to encode', async () => {
    expect(list(await get('/contacts?rootfi_created_at[lte]=2026-03-01T12:00:00+02:00')).data).toHaveLength(5);
    expect(list(await get('/contacts?rootfi_created_at[lt]=2026-03-01T12:00:00%2B02:00')).data).toEqual([]);
  });
});

test('a list tells all that is wrong with its query at once', async () => {
  const query = 'limit=0&colour=red&expand=teapots,cups&select=name&sort[name]=UP&name[like]=a&rootfi_id[gt]=x';
  const answer = await get(`/contacts?${query}`);
  expect(errorOf(answer).issues?.map((issue) => issue.path)).toEqual([
    'colour',
    'limit',
    'expand',
    'expand',
    'select',
    'sort[name]',
    'name[like]',
    'rootfi_id[gt]',
  ]);
});

describe('one record', () => {
  test('is expanded and selected as asked', async () => {
    const [payment] = list(await get('/invoice_payments')).data;
    const shown = one(await get(`/invoice-payments/${payment?.rootfi_id}?expand=invoice&select=raw_data`));
    expect(shown).toMatchObject({ invoice: { platform_id: 'inv-1' }, raw_data: { raw: 'pay-1' } });
    expect(Object.keys(shown).slice(0, 19)).toHaveLength(19);
  });

  test('is not found under another model, another company or another organisation', async () => {
    const [contact] = list(await get('/contacts')).data;
    const { companyId: other } = await makeCompany(tenant.ctx, { name: 'Other' });
    const elsewhere = await makeTenant('Elsewhere');
    const id = contact?.rootfi_id;
    expect((await get(`/contacts/99999999`)).status).toBe(404);
    expect((await tenant.call('GET', `/core/companies/${other}/contacts/${id}`)).status).toBe(404);
    expect((await elsewhere.call('GET', `${base}/contacts/${id}`)).status).toBe(404);
  });

  test('takes no list parameters', async () => {
    const [contact] = list(await get('/contacts')).data;
    const answer = await get(`/contacts/${contact?.rootfi_id}?limit=1`);
    expect(errorOf(answer).message).toBe('limit: is not a known parameter; allowed parameters are expand, select');
    const wrong = await get('/contacts/contact-Ada');
    expect([wrong.status, errorOf(wrong).message]).toEqual([400, 'rootfi_id: must be a positive whole number']);
  });
});

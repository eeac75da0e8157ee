import { beforeAll, describe, expect, test, vi } from 'vitest';
import { sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { canonicalRecord, makeTestCompany, startTestRun, type TestCompany } from '../../../db/testing/records.ts';
import { makeContext } from '../../context.ts';
import type { AppError } from '../../errors.ts';
import { type ListRecordsInput, listContacts, listRecords, type RecordRow, recordCounts } from './data.ts';
import { storePage } from './mutations.ts';
import type { PageRecord } from './page.ts';
import { preparedRecord } from './record-hash.ts';
import { type RecordModel, recordModels } from './registry.ts';

await createTestDatabase();
const sql = sqlClient();
const now = new Date('2026-03-01T10:00:00.000Z');

let company: TestCompany;
const ctx = () =>
  makeContext({
    organisationId: company.organisationId,
    actor: { type: 'system', id: 'test', label: 'test' },
    requestId: 'r',
    now,
    door: 'test',
  });

async function store<M extends RecordModel>(model: M, records: PageRecord<M>[], of = company) {
  const run = await startTestRun(sql, of, model);
  await storePage({ ...run, model, full: false, now, checkpoint: null, records, rejected: [] });
}

const blankPhone = { platform_id: null, updated_at: null, type: null };
const blankAddress = {
  platform_id: null,
  updated_at: null,
  type: null,
  street: null,
  locality: null,
  state: null,
  pincode: null,
};

const contact = (id: string, currency: string | null, numbers: string[] = []) =>
  preparedRecord(
    canonicalRecord(
      'CONTACT',
      id,
      { name: `Contact ${id}`, contact_name: `Person ${id}`, currency_id: currency, status: 'active' },
      {
        phone_numbers: numbers.map((number) => ({ ...blankPhone, number })),
        external_links: [
          { ...blankPhone, type: 'WEBSITE', link: `https://${id}.example` },
          { ...blankPhone, type: 'EMAIL', link: `${id}@example.com` },
        ],
        addresses: [{ ...blankAddress, city: 'Oslo', country: 'NO' }],
      },
    ),
    { id },
  );
const currency = (id: string, code: string) => preparedRecord(canonicalRecord('CURRENCY', id, { code }), { id });
const invoice = (id: string, contactId: string) =>
  preparedRecord(canonicalRecord('INVOICE', id, { contact_id: contactId, document_number: id }), { id });
const payment = (id: string, contactId: string, invoiceId: string) =>
  preparedRecord(canonicalRecord('INVOICE_PAYMENT', id, { contact_id: contactId, invoice_id: invoiceId }), { id });

beforeAll(async () => {
  company = await makeTestCompany(sql);
  await store('CURRENCY', [currency('1', 'EUR'), currency('2', 'USD'), currency('EUR', 'XXX'), currency('3', 'GBP')]);
  await store('CONTACT', [contact('a', '2', ['1', '2']), contact('b', 'USD'), contact('c', 'EUR'), contact('d', null)]);
  await store('CONTACT', [contact('e', 'GBP')]);
  await store('INVOICE', [invoice('i1', 'a'), invoice('i2', 'a'), invoice('i3', 'b'), invoice('gone', 'a')]);
  await store('INVOICE_PAYMENT', [payment('p1', 'a', 'i1'), payment('p2', 'nobody', 'i1'), payment('p3', 'b', 'gone')]);
  const deleted = (table: string, id: string) => sql`
    update ${sql(table)} set rootfi_deleted_at = ${now}
    where company_id = ${company.companyId} and platform_id = ${id}`;
  await deleted('record_invoices', 'gone');
  await deleted('record_currencies', '3');
  const stranger = await makeTestCompany(sql);
  await store('INVOICE', [invoice('foreign', 'a')], stranger);
});

const list = async (model: RecordModel, ask: Partial<ListRecordsInput> = {}) =>
  (await listRecords(ctx(), { companyId: company.companyId, model, ...ask })).records;
const idOf = (row: RecordRow | RecordRow[] | null | undefined) =>
  Array.isArray(row) ? row.map((one) => one.fields.platform_id) : (row?.fields.platform_id ?? null);

describe('expand', () => {
  test('fills children in their order, and nothing that was not asked for', async () => {
    const [first, second] = await list('CONTACT', { expand: ['phone_numbers'] });
    expect(first?.children.phone_numbers?.map((phone) => phone.number)).toEqual(['1', '2']);
    expect(second?.children).toEqual({ phone_numbers: [] });
    expect(first?.relations).toEqual({});
  });

  test('follows a reference to one record; a currency also by its code, but a platform id goes first', async () => {
    const rows = await list('CONTACT', { expand: ['currency'] });
    expect(rows.map((row) => idOf(row.relations.currency))).toEqual(['2', '2', 'EUR', null, null]);
    const payments = await list('INVOICE_PAYMENT', { expand: ['invoice', 'contact'] });
    expect(payments.map((row) => idOf(row.relations.invoice))).toEqual(['i1', 'i1', null]);
    expect(payments.map((row) => idOf(row.relations.contact))).toEqual(['a', null, 'b']);
  });

  test('fills lists of records of the same company', async () => {
    const rows = await list('CONTACT', { expand: ['invoices', 'invoice_payments'] });
    expect(rows.map((row) => idOf(row.relations.invoices))).toEqual([['i1', 'i2'], ['i3'], [], [], []]);
    expect(rows.map((row) => idOf(row.relations.invoice_payments))).toEqual([['p1'], ['p3'], [], [], []]);
    const invoices = await list('INVOICE', { expand: ['invoice_payments'] });
    expect(idOf(invoices[0]?.relations.invoice_payments)).toEqual(['p1', 'p2']);
  });

  test('shows deleted records only when asked for', async () => {
    const rows = await list('CONTACT', { expand: ['invoices', 'currency'], includeDeleted: true });
    expect(idOf(rows[0]?.relations.invoices)).toEqual(['i1', 'i2', 'gone']);
    expect(idOf(rows[4]?.relations.currency)).toBe('3');
  });

  test('costs one query a relation, however many rows', async () => {
    const expand = ['phone_numbers', 'addresses', 'currency', 'invoices'];
    const queries = async (limit: number, names: string[]) => {
      const spy = vi.spyOn(sqlClient(), 'unsafe');
      await list('CONTACT', { expand: names, limit });
      const count = spy.mock.calls.length;
      spy.mockRestore();
      return count;
    };
    const none = await queries(5, []);
    expect(await queries(1, expand)).toBe(none + expand.length);
    expect(await queries(5, expand)).toBe(none + expand.length);
    expect(await queries(5, ['invoices', 'invoices'])).toBe(none + 1);
  });

  test('refuses an answer of more than 50,000 expanded rows', async () => {
    const crowded = await makeTestCompany(sql);
    await store('CONTACT', [contact('big', null)], crowded);
    await sql`
      insert into record_invoices
        (company_id, rootfi_created_at, rootfi_updated_at, platform_id, data_hash, contact_id)
      select ${crowded.companyId}, ${now}, ${now}, n, '', 'big' from generate_series(1, 50000) n`;
    const contextOfCrowded = { ...ctx(), organisationId: crowded.organisationId } as ReturnType<typeof ctx>;
    const ask = (expand: string[]) =>
      listRecords(contextOfCrowded, { companyId: crowded.companyId, model: 'CONTACT', expand });
    const { records } = await ask(['invoices']);
    expect(records[0]?.relations.invoices).toHaveLength(50_000);
    const error = (await ask(['invoices', 'addresses']).catch((thrown: unknown) => thrown)) as AppError;
    expect([error.code, error.message]).toEqual([
      'invalid',
      'limit: the answer would hold more than 50,000 expanded rows; ask for a smaller limit or fewer relations',
    ]);
  });
});

describe('for the console', () => {
  test('records are counted by model in the order of a sync', async () => {
    const counts = await recordCounts(ctx(), company);
    expect(counts.map((one) => one.model)).toEqual(Object.keys(recordModels));
    expect(counts.filter(({ live, deleted }) => live + deleted > 0)).toEqual([
      { model: 'CURRENCY', live: 3, deleted: 1 },
      { model: 'CONTACT', live: 5, deleted: 0 },
      { model: 'INVOICE', live: 3, deleted: 1 },
      { model: 'INVOICE_PAYMENT', live: 3, deleted: 0 },
    ]);
  });

  test('contacts come by name, page by page, with the first of their e-mail addresses, numbers and addresses', async () => {
    const first = await listContacts(ctx(), { companyId: company.companyId, limit: 3 });
    expect(first.total).toBe(5);
    expect(first.contacts.map((one) => one.name)).toEqual(['Contact a', 'Contact b', 'Contact c']);
    expect(first.contacts[0]).toMatchObject({
      platformId: 'a',
      contactName: 'Person a',
      contactType: null,
      status: 'active',
      email: 'a@example.com',
      phone: '1',
      city: 'Oslo',
      country: 'NO',
      deletedAt: null,
    });
    const second = await listContacts(ctx(), { companyId: company.companyId, limit: 3, cursor: first.next ?? '' });
    expect(second.contacts.map((one) => one.name)).toEqual(['Contact d', 'Contact e']);
    expect(second.next).toBeNull();
  });

  test('contacts are searched by part of either name; wildcards mean themselves', async () => {
    const find = async (search: string) => (await listContacts(ctx(), { companyId: company.companyId, search })).total;
    expect(await find(' PERSON b ')).toBe(1);
    expect(await find('contact')).toBe(5);
    expect(await find('%')).toBe(0);
    expect(await find('')).toBe(5);
  });

  test('a cursor that is none is refused, and the company must be the organisation’s', async () => {
    const companyId = company.companyId;
    await expect(listContacts(ctx(), { companyId, cursor: 'x' })).rejects.toMatchObject({ code: 'invalid' });
    const stranger = await makeTestCompany(sql);
    await expect(listContacts(ctx(), stranger)).rejects.toMatchObject({ code: 'not-found' });
    await expect(recordCounts(ctx(), stranger)).rejects.toMatchObject({ code: 'not-found' });
  });
});

test('a relation to a model of which there is nothing is known and empty', async () => {
  const { records } = await listRecords(ctx(), {
    companyId: company.companyId,
    model: 'CONTACT',
    expand: ['bills', 'bank_transactions'],
  });
  expect(records.length).toBeGreaterThan(0);
  for (const record of records) expect(record.relations).toEqual({ bills: [], bank_transactions: [] });
});

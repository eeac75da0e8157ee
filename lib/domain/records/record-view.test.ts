import { beforeAll, expect, test } from 'vitest';
import { sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { contextFor } from '../../../db/testing/factories.ts';
import { canonicalRecord, makeTestCompany, startTestRun, type TestCompany } from '../../../db/testing/records.ts';
import { recordTable } from './columns.ts';
import { storePage } from './mutations.ts';
import { recordCsv } from './record-csv.ts';
import { preparedRecord } from './record-hash.ts';
import { recordDetail, recordListCount, recordPage, recordRawData } from './record-view.ts';
import { type Canonical, declarationOf, type RecordModel, recordModels } from './registry.ts';

await createTestDatabase();
const sql = sqlClient();
const now = new Date('2026-03-01T10:00:00.000Z');
let company: TestCompany;
const ctx = () => contextFor(company.organisationId, { now });

async function store<M extends RecordModel>(model: M, records: Canonical<M>[]) {
  const run = await startTestRun(sql, company, model);
  const prepared = records.map((record) => preparedRecord(record, { id: record.platformId, secretField: 1 }));
  await storePage({ ...run, model, full: false, now, checkpoint: null, records: prepared, rejected: [] });
}

const page = (model: RecordModel, query: Record<string, string> = {}) =>
  recordPage(ctx(), { companyId: company.companyId, model }, new URLSearchParams(query));
const count = (model: RecordModel, query: Record<string, string> = {}) =>
  recordListCount(ctx(), { companyId: company.companyId, model }, new URLSearchParams(query));
const idOf = async (model: RecordModel, platformId: string) => {
  const [row] = await sql`
    select rootfi_id from ${sql(recordTable(declarationOf(model).table).name)}
    where company_id = ${company.companyId} and platform_id = ${platformId}`;
  return String(row?.rootfi_id);
};
const detail = async (model: RecordModel, platformId: string) =>
  recordDetail(ctx(), { companyId: company.companyId, model, rootfiId: await idOf(model, platformId) });
const found = async (model: RecordModel, search: string) =>
  (await page(model, { q: search })).rows.map((row) => row.platformId);

beforeAll(async () => {
  company = await makeTestCompany(sql);
  await store('CURRENCY', [canonicalRecord('CURRENCY', 'cur-1', { code: 'EUR', name: 'Euro' })]);
  await store('ACCOUNT', [canonicalRecord('ACCOUNT', 'acc-1', { name: 'Bank', nominal_code: '1200' })]);
  await store('CONTACT', [canonicalRecord('CONTACT', 'ada', { name: 'Ada 100% Ltd' })]);
  await store('INVOICE', [
    canonicalRecord(
      'INVOICE',
      'i1',
      {
        document_number: 'RE-1',
        contact_id: 'ada',
        currency_id: 'cur-1',
        status: 'partially_paid',
        posted_date: '2026-01-05T00:00:00.000Z',
        total_amount: '120.10',
        amount_due: '20.10',
      },
      {
        line_items: [
          {
            platform_id: null,
            updated_at: null,
            item_id: null,
            account_id: 'acc-1',
            description: 'Rent',
            quantity: '1',
            unit_amount: '120.10',
            sub_total: null,
            discount_amount: null,
            tax_id: null,
            tax_amount: null,
            total_amount: '120.10',
          },
        ],
      },
    ),
    canonicalRecord('INVOICE', 'i2', { status: 'draft', currency_id: 'XYZ', contact_id: 'nobody' }),
    canonicalRecord('INVOICE', 'i3', { document_number: 'RE-3', status: 'paid', currency_id: 'EUR' }),
  ]);
  await store('INVOICE_PAYMENT', [
    canonicalRecord('INVOICE_PAYMENT', 'p1', {
      invoice_id: 'i1',
      contact_id: 'ada',
      amount: '100',
      account_id: 'acc-1',
    }),
    canonicalRecord('INVOICE_PAYMENT', 'p2', { memo: 'Deposit', amount: '5' }),
  ]);
  await sql`
    update record_invoices set rootfi_deleted_at = ${now}
    where company_id = ${company.companyId} and platform_id = 'i3'`;
});

test('a page has amounts as they are, the code of the currency and the names of what a record refers to', async () => {
  const { rows, next } = await page('INVOICE', { sort: 'posted_date' });
  expect(next).toBeNull();
  expect(await count('INVOICE', { sort: 'posted_date' })).toBe(2);
  expect(rows[0]).toMatchObject({
    title: 'RE-1',
    currency: 'EUR',
    values: { total_amount: '120.10', posted_date: '2026-01-05T00:00:00.000Z', status: 'partially_paid' },
    references: { contact_id: { model: 'CONTACT', title: 'Ada 100% Ltd' } },
    deletedAt: null,
  });
  expect(rows[1]).toMatchObject({ platformId: 'i2', title: null, currency: 'XYZ', references: {} });
  expect(Object.keys(rows[0]?.values ?? {})).not.toContain('company_id');
});

test('a search finds by number, id, contact and paid invoice, and takes wildcards for themselves', async () => {
  expect(await found('INVOICE', ' re-1 ')).toEqual(['i1']);
  expect(await found('INVOICE', 'I2')).toEqual(['i2']);
  expect(await found('INVOICE', '100%')).toEqual(['i1']);
  expect(await found('INVOICE', 'RE_1')).toEqual([]);
  expect(await found('INVOICE_PAYMENT', 're-1')).toEqual(['p1']);
  expect(await found('INVOICE_PAYMENT', 'ada')).toEqual(['p1']);
  expect(await found('INVOICE_PAYMENT', 'deposit')).toEqual(['p2']);
  expect(await count('INVOICE', { q: 're-1' })).toBe(1);
});

test('states narrow a list, and deleted records are listed only when asked for', async () => {
  expect(await count('INVOICE', { status: 'draft,paid' })).toBe(1);
  expect(await count('INVOICE', { status: 'draft,paid', show: 'all' })).toBe(2);
  expect(await count('INVOICE', { since: '90d' })).toBe(1);
  expect(await count('INVOICE', { since: '30d' })).toBe(0);
  expect(await count('CURRENCY', { since: '30d' })).toBe(1);
});

test('every model can be listed, searched and sorted by its date', async () => {
  for (const model of Object.keys(recordModels) as RecordModel[]) {
    const { dateColumn = null, knownBy, table } = declarationOf(model);
    expect((await page(model, { q: 'nothing like it', ...(dateColumn && { sort: `-${dateColumn}` }) })).rows).toEqual(
      [],
    );
    const kinds = new Map(recordTable(table).columns.map(({ name, kind }) => [name, kind]));
    expect(knownBy.map((column) => kinds.get(column))).toEqual(knownBy.map(() => 'text'));
  }
});

test('one record has its lines, its payments and when it was read', async () => {
  const invoice = await detail('INVOICE', 'i1');
  expect(invoice.children.line_items).toMatchObject([
    { values: { description: 'Rent', quantity: '1' }, references: { account_id: { model: 'ACCOUNT', title: 'Bank' } } },
  ]);
  expect(invoice.related.invoice_payments).toMatchObject({
    model: 'INVOICE_PAYMENT',
    rows: [{ platformId: 'p1', values: { amount: '100' } }],
  });
  expect(invoice.storedAt).toBe(now.toISOString());
  expect((await detail('INVOICE', 'i3')).deletedAt).toBe(now.toISOString());
  expect((await detail('INVOICE_PAYMENT', 'p1')).references.invoice_id?.title).toBe('RE-1');
});

test('raw data is for admins and owners', async () => {
  const input = { companyId: company.companyId, model: 'INVOICE', rootfiId: await idOf('INVOICE', 'i1') } as const;
  const as = (role: 'operator' | 'admin') => contextFor(company.organisationId, { now, role });
  expect(await recordRawData(as('admin'), input)).toEqual({ rawData: { id: 'i1', secretField: 1 } });
  await expect(recordRawData(as('operator'), input)).rejects.toMatchObject({ code: 'forbidden' });
});

test('finds no record by a wrong id, of another model or for another organisation', async () => {
  const { companyId } = company;
  for (const rootfiId of ['0', 'x', '1.5', '99999999']) {
    await expect(recordDetail(ctx(), { companyId, model: 'INVOICE', rootfiId })).rejects.toMatchObject({
      code: 'not-found',
    });
  }
  const stranger = contextFor((await makeTestCompany(sql)).organisationId);
  const rootfiId = await idOf('INVOICE', 'i1');
  await expect(recordDetail(stranger, { companyId, model: 'INVOICE', rootfiId })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('a file has a column of its own for every field of every model', () => {
  for (const model of Object.keys(recordModels) as RecordModel[]) {
    const heads = recordCsv(model).map(({ head }) => head);
    expect(
      heads.filter((head, at) => heads.indexOf(head) !== at),
      model,
    ).toEqual([]);
    expect(heads.length).toBeGreaterThan(4);
  }
});

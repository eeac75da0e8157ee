import { beforeEach, expect, test } from 'vitest';
import { sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { canonicalRecord, makeTestCompany, startTestRun, type TestCompany } from '../../../db/testing/records.ts';
import { makeContext } from '../../context.ts';
import { listRecords } from './data.ts';
import { storePage } from './mutations.ts';
import { preparedRecord } from './record-hash.ts';
import type { Canonical } from './registry.ts';
import { toWire } from './wire.ts';

await createTestDatabase();
const sql = sqlClient();
const now = new Date('2026-03-01T10:00:00.000Z');

let company: TestCompany;
beforeEach(async () => {
  company = await makeTestCompany(sql);
});

type Model = 'ITEM' | 'TAX_RATE' | 'INVOICE_CREDIT_NOTE';

async function store<M extends Model>(model: M, fields: Partial<Canonical<M>['fields']>) {
  const run = await startTestRun(sql, company, model);
  const records = [preparedRecord(canonicalRecord(model, '1', fields), { id: 1 })];
  return storePage({ ...run, model, full: false, now, checkpoint: null, records, rejected: [] });
}

const list = (model: Model, more: object = {}) => {
  const actor = { type: 'system', id: 'test', label: 'test' } as const;
  const { organisationId, companyId } = company;
  const ctx = makeContext({ organisationId, actor, requestId: 'r', now, door: 'test' });
  return listRecords(ctx, { companyId, model, ...more });
};
const shown = async (model: Model) => JSON.stringify((await list(model)).records.map((record) => toWire(record))[0]);

const terms = {
  tax_id: '7',
  account_id: null,
  unit_price: '12345678901234567890.50',
  description: 'Say "oar", {1},\\',
};

test('an object is shown in the order of its declaration, with every digit of its decimals', async () => {
  await store('ITEM', { bill_item: terms, invoice_item: null });
  const text = await shown('ITEM');
  expect(text).toContain(
    '"bill_item":{"description":"Say \\"oar\\", {1},\\\\","unit_price":12345678901234567890.5,"account_id":null,"tax_id":"7"}',
  );
  expect(text).toContain('"invoice_item":null');
});

test('so is a list of them, and a list of ids', async () => {
  await store('TAX_RATE', { components: [{ is_compound: true, rate: '6.250', name: 'State' }] });
  expect(await shown('TAX_RATE')).toContain('"components":[{"name":"State","rate":6.25,"is_compound":true}]');
  await store('INVOICE_CREDIT_NOTE', { invoice_ids: ['a,b', '{}', '"'] });
  expect(await shown('INVOICE_CREDIT_NOTE')).toContain('"invoice_ids":["a,b","{}","\\""]');
});

test('a change inside of one is a change of the record, another order of its parts is none', async () => {
  await store('ITEM', { bill_item: terms });
  const { description, unit_price, account_id, tax_id } = terms;
  expect(await store('ITEM', { bill_item: { description, unit_price, account_id, tax_id } })).toMatchObject({
    unchanged: 1,
  });
  expect(await store('ITEM', { bill_item: { ...terms, tax_id: '8' } })).toMatchObject({ updated: 1 });
});

test('text that Postgres refuses loses what it refuses, and stays', async () => {
  await store('ITEM', { bill_item: { ...terms, description: 'a\0b\uD800c' } });
  expect(await shown('ITEM')).toContain('"description":"a\uFFFDb\uFFFDc"');
});

test.each<[Model, object, string, string]>([
  ['ITEM', { bill_item: [] }, 'bill_item', 'is not an object'],
  ['ITEM', { bill_item: { ...terms, unit_price: 'ten' } }, 'bill_item', 'has a bad unit_price'],
  ['ITEM', { bill_item: { ...terms, colour: 'red' } }, 'bill_item', 'has an unknown part colour'],
  ['TAX_RATE', { components: {} }, 'components', 'is not a list'],
  ['TAX_RATE', { components: [{ name: 1 }] }, 'components', 'has a bad name'],
  ['INVOICE_CREDIT_NOTE', { invoice_ids: [1] }, 'invoice_ids', 'holds something but text'],
])('%s with %j is kept aside', async (model, fields, field, reason) => {
  expect(await store(model, fields as never)).toMatchObject({ created: 0, rejected: 1 });
  const rows = await sql`select field, reason from rejected_records where company_id = ${company.companyId}`;
  expect([...rows]).toEqual([{ field, reason }]);
});

test('a list can be neither filtered nor sorted by one', async () => {
  await expect(list('ITEM', { filters: [{ field: 'bill_item', op: 'null', value: 'true' }] })).rejects.toMatchObject({
    message: expect.stringMatching(/^bill_item\[null\]: is not a known field; allowed fields are rootfi_id, /),
  });
  await expect(list('ITEM', { sort: { field: 'bill_item', direction: 'ASC' } })).rejects.toMatchObject({
    code: 'invalid',
  });
});

import { beforeAll, describe, expect, test, vi } from 'vitest';
import { sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { canonicalRecord, makeTestCompany, startTestRun, type TestCompany } from '../../../db/testing/records.ts';
import { type Context, makeContext } from '../../context.ts';
import { recordTable } from './columns.ts';
import { listRecords, type RecordRow } from './data.ts';
import type { Relation } from './declaration.ts';
import { expandNames } from './fields.ts';
import { storePage } from './mutations.ts';
import { preparedRecord } from './record-hash.ts';
import { type Canonical, declarationOf, type RecordModel, recordModels } from './registry.ts';
import { writePlan } from './write-plan.ts';

await createTestDatabase();
const sql = sqlClient();
const now = new Date('2026-03-01T10:00:00.000Z');
const models = Object.keys(recordModels) as RecordModel[];
const relations = models.flatMap((model) =>
  Object.entries(declarationOf(model).relations).map(([name, relation]): [RecordModel, string, Relation] => [
    model,
    name,
    relation,
  ]),
);

let company: TestCompany;
let ctx: Context;

/** Two records of every model, each with two of every child; each refers to the first and the second of all others. */
function pair(model: RecordModel) {
  return ['1', '2'].map((id) => {
    const plan = writePlan(declarationOf(model));
    const references = plan.columns.filter(({ name, kind }) => name.endsWith('_id') && kind === 'text');
    const children = plan.children.map((child) => [
      child.name,
      ['a', 'b'].map((mark) => ({
        ...Object.fromEntries(child.columns.map(({ name }) => [name, null])),
        platform_id: `${id}${mark}`,
      })),
    ]);
    const fields = Object.fromEntries(references.map(({ name }) => [name, id]));
    return preparedRecord(canonicalRecord(model, id, fields, Object.fromEntries(children)) as Canonical, { id });
  });
}

async function store(model: RecordModel, of: TestCompany): Promise<void> {
  const run = await startTestRun(sql, of, model);
  const page = { ...run, model, full: false, now, checkpoint: null, rejected: [] };
  await storePage({ ...page, records: pair(model) as never });
}

beforeAll(async () => {
  company = await makeTestCompany(sql);
  const stranger = await makeTestCompany(sql);
  for (const model of models) {
    await store(model, stranger);
    await store(model, company);
  }
  const actor = { type: 'system', id: 'test', label: 'test' } as const;
  ctx = makeContext({ organisationId: company.organisationId, actor, requestId: 'r', now, door: 'test' });
});

const list = async (model: RecordModel, expand: readonly string[], more: { includeDeleted?: boolean } = {}) =>
  (await listRecords(ctx, { companyId: company.companyId, model, expand, ...more })).records;
const idsOf = (related: RecordRow | RecordRow[] | null | undefined) =>
  [related ?? []].flat().map((one) => [one.fields.company_id, one.fields.platform_id]);

describe.each(models)('%s', (model) => {
  test('brings its children whole and in their order, none of another model or company', async () => {
    const names = Object.keys(declarationOf(model).children);
    for (const record of await list(model, names)) {
      const id = String(record.fields.platform_id);
      expect(Object.keys(record.children)).toEqual(names);
      for (const name of names) {
        expect(record.children[name]).toMatchObject([
          { parent_model: model, company_id: company.companyId, platform_id: `${id}a` },
          { parent_model: model, company_id: company.companyId, platform_id: `${id}b` },
        ]);
      }
    }
  });

  test('costs one query more for each of all that it can be expanded with', async () => {
    const queries = async (expand: readonly string[]) => {
      const spy = vi.spyOn(sqlClient(), 'unsafe');
      await list(model, expand);
      const count = spy.mock.calls.length;
      spy.mockRestore();
      return count;
    };
    const all = expandNames(declarationOf(model));
    expect(await queries(all)).toBe((await queries([])) + all.length);
  });

  test('refuses another relation and names those that it has', async () => {
    const all = expandNames(declarationOf(model));
    const hint = all.length > 0 ? `allowed ones are ${all.join(', ')}` : 'this model has none';
    await expect(list(model, ['teapots'])).rejects.toMatchObject({
      code: 'invalid',
      message: `expand: teapots is not a relation that can be expanded; ${hint}`,
    });
  });
});

describe.each(relations)('%s to its %s', (model, name, relation) => {
  test('leads to the records that belong to it, of this company alone', async () => {
    for (const record of await list(model, [name])) {
      expect(idsOf(record.relations[name])).toEqual([[company.companyId, record.fields.platform_id]]);
      expect(Array.isArray(record.relations[name])).toBe(relation.kind === 'many');
    }
  });

  test('leaves out what is deleted, unless deleted records are asked for', async () => {
    const table = sql(recordTable(declarationOf(relation.model).table).name);
    const mark = (at: Date | null) => sql`
      update ${table} set rootfi_deleted_at = ${at} where company_id = ${company.companyId} and platform_id = '2'`;
    await mark(now);
    const second = (records: RecordRow[]) => records.find((record) => record.fields.platform_id === '2');
    const left = (await list(model, [name], { includeDeleted: false })).flatMap((one) => idsOf(one.relations[name]));
    expect(left).toEqual([[company.companyId, '1']]);
    const all = second(await list(model, [name], { includeDeleted: true }));
    expect(idsOf(all?.relations[name])).toEqual([[company.companyId, '2']]);
    await mark(null);
  });

  test('is found by an index that begins with the company', async () => {
    const table = recordTable(declarationOf(relation.model).table).name;
    const column = relation.kind === 'many' ? relation.by : 'platform_id';
    const found = await sql`
      select i.indexrelid::regclass from pg_index i
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      join pg_attribute b on b.attrelid = i.indrelid and b.attnum = i.indkey[1]
      where i.indrelid = ${table}::regclass and a.attname = 'company_id' and b.attname = ${column}`;
    expect(found.length).toBeGreaterThan(0);
  });
});

test('a contact has the twelve relations of the contract', () => {
  expect(expandNames(recordModels.CONTACT as never)).toHaveLength(12);
});

/** What a list is most often sorted by: its main date and amount, and when we changed it. */
const mainSorts: Partial<Record<RecordModel, readonly string[]>> = {
  CONTACT: ['rootfi_updated_at'],
  ITEM: ['rootfi_updated_at'],
  SALES_ORDER: ['posted_date', 'total_amount', 'rootfi_updated_at'],
  PURCHASE_ORDER: ['posted_date', 'total_amount', 'rootfi_updated_at'],
  INVOICE: ['posted_date', 'total_amount', 'rootfi_updated_at'],
  BILL: ['posted_date', 'total_amount', 'rootfi_updated_at'],
  INVOICE_CREDIT_NOTE: ['posted_date', 'total_amount', 'rootfi_updated_at'],
  BILL_CREDIT_NOTE: ['posted_date', 'total_amount', 'rootfi_updated_at'],
  INVOICE_PAYMENT: ['payment_date', 'amount', 'rootfi_updated_at'],
  BILL_PAYMENT: ['payment_date', 'amount', 'rootfi_updated_at'],
  EXPENSE: ['posted_date', 'total_amount', 'rootfi_updated_at'],
  BANK_TRANSACTION: ['transaction_date', 'amount', 'rootfi_updated_at'],
  JOURNAL_ENTRY: ['posted_date', 'amount', 'rootfi_updated_at'],
};

test.each(Object.entries(mainSorts))('%s has an index for each of its main sorts', async (model, sorts) => {
  const table = recordTable(declarationOf(model as RecordModel).table).name;
  for (const column of sorts) {
    const found = await sql`
      select from pg_indexes
      where tablename = ${table} and indexdef like ${`%(company_id, ${column}, rootfi_id)`}`;
    expect(found.length, column).toBe(1);
  }
});

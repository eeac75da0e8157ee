import { expect, test } from 'vitest';
import { sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { canonicalRecord, makeTestCompany, startTestRun, type TestCompany } from '../../../db/testing/records.ts';
import { makeContext } from '../../context.ts';
import { recordTable } from './columns.ts';
import { listRecords, type RecordRow } from './data.ts';
import { type FieldInfo, type FilterOp, filterOps, scalarFields } from './fields.ts';
import { storePage } from './mutations.ts';
import { preparedRecord } from './record-hash.ts';
import { declarationOf, type RecordModel, recordModels } from './registry.ts';
import { toWire } from './wire.ts';
import { writePlan } from './write-plan.ts';

await createTestDatabase();
const sql = sqlClient();
const now = new Date('2026-03-01T10:00:00.000Z');
const models = Object.keys(recordModels) as RecordModel[];

/** Few, so that several records share one, with what LIKE, JSON and arrays would take for their own. */
const samples: Record<string, readonly unknown[]> = {
  text: ['Rent 100%_x', 'rent', "O'Brien \\ Søn", '"🚢"', null],
  decimal: ['10', '10.00', '-0.50', '12345678901234567890.123456789', null],
  moment: ['2026-01-03T00:00:00.000Z', '2025-12-31T23:59:59.999Z', '2026-01-03T01:00:00.000+01:00', null],
  boolean: [true, false, null],
  json: [null],
};

/** Twelve records in which every field takes all of its samples, each at another pace. */
async function fill(company: TestCompany, model: RecordModel): Promise<void> {
  const declaration = declarationOf(model);
  const records = Array.from({ length: 12 }, (_, row) => {
    const fields = writePlan(declaration).columns.map(({ name, kind }, place) => {
      const values = [...(declaration.enums[name] ?? samples[kind] ?? []), null];
      return [name, values[(row * (place + 1) + place) % values.length]];
    });
    return preparedRecord(canonicalRecord(model, `${model} ${row}`, Object.fromEntries(fields)), { row });
  });
  const run = await startTestRun(sql, company, model);
  await storePage({ ...run, model, full: false, now, checkpoint: null, records, rejected: [] });
  await sql`
    update ${sql(recordTable(declaration.table).name)} set rootfi_deleted_at = ${now}
    where company_id = ${company.companyId} and platform_id = ${`${model} 11`}`;
}

/** What the filter should find, asked for in the plainest way. */
async function plainAnswer(field: FieldInfo, op: FilterOp, value: string, table: string, companyId: number) {
  const column = sql(field.column);
  const type = { integer: 'bigint', decimal: 'numeric', moment: 'timestamptz', text: 'text', boolean: 'boolean' };
  const literal = (text: string) => `'${text.replaceAll("'", "''")}'::${type[field.kind]}`;
  const given = sql.unsafe(literal(value));
  const conditions: Partial<Record<FilterOp, () => unknown>> = {
    eq: () => sql`${column} = ${given}`,
    neq: () => sql`(${column} is null or ${column} <> ${given})`,
    gt: () => sql`${column} > ${given}`,
    gte: () => sql`(${column} > ${given} or ${column} = ${given})`,
    lt: () => sql`${column} < ${given}`,
    lte: () => sql`(${column} < ${given} or ${column} = ${given})`,
    in: () => sql`${column} in (${sql.unsafe(value.split(',').map(literal).join(', '))})`,
    null: () => sql`${column} is null`,
  };
  const condition = conditions[op]?.() ?? sql`true`;
  const rows = await sql<{ platform_id: string }[]>`
    select platform_id from ${sql(table)}
    where company_id = ${companyId} and rootfi_deleted_at is null and ${condition as ReturnType<typeof sql>}
    order by rootfi_id`;
  return rows.map((row) => row.platform_id);
}

/** A value as a caller writes it, from the JSON of the answer. */
const written = (record: RecordRow, name: string): string | null => {
  const [, text] = new RegExp(`"${name}":("(?:[^"\\\\]|\\\\.)*"|[^,}]+)`).exec(JSON.stringify(toWire(record))) ?? [];
  if (text === undefined || text === 'null') return null;
  return text.startsWith('"') ? (JSON.parse(text) as string) : text;
};

test.each(models)('every filter on every scalar attribute of %s finds what a plain query does', async (model) => {
  const company = await makeTestCompany(sql);
  await fill(company, model);
  const declaration = declarationOf(model);
  const table = recordTable(declaration.table).name;
  const { companyId, organisationId } = company;
  const actor = { type: 'system', id: 'test', label: 'test' } as const;
  const ctx = makeContext({ organisationId, actor, requestId: 'r', now, door: 'test' });
  const { records: all } = await listRecords(ctx, { companyId, model });
  expect(all).toHaveLength(11);
  for (const field of scalarFields(declaration)) {
    const values = new Set(all.map((record) => written(record, field.name)).filter((value) => value !== null));
    const [first = '', second = first] = values;
    for (const value of values.size > 0 ? [first, second] : []) {
      for (const op of filterOps) {
        const asked = { null: 'true', in: `${first},${second}` }[op as string] ?? value;
        const filters = [{ field: field.name, op, value: asked }];
        const found = await listRecords(ctx, { companyId, model, filters, returnCount: true });
        const expected =
          op === 'contains'
            ? all.filter((record) => written(record, field.name)?.toLowerCase().includes(value.toLowerCase()))
            : await plainAnswer(field, op, asked, table, companyId);
        const ids = expected.map((one) => (typeof one === 'string' ? one : one.fields.platform_id));
        expect([found.records.map((record) => record.fields.platform_id), found.totalCount]).toEqual([ids, ids.length]);
      }
    }
  }
});

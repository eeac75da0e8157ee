import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { canonicalRecord, makeTestCompany, startTestRun } from '../../../db/testing/records.ts';
import { markDeleted, storePage } from './mutations.ts';
import { preparedRecord } from './record-hash.ts';

await createTestDatabase();
const sql = sqlClient();

// A record of the platform: few ids and versions, so that duplicates, changes and comebacks are common.
const record = fc.record({
  id: fc.integer({ min: 0, max: 12 }),
  version: fc.integer({ min: 0, max: 2 }),
  lines: fc.integer({ min: 0, max: 3 }),
  bad: fc.integer({ max: 9, min: 0 }).map((n) => n === 0),
});
const pass = fc.record({
  full: fc.boolean(),
  pages: fc.array(fc.array(record, { maxLength: 8 }), { minLength: 1, maxLength: 4 }),
});

type PlatformRecord = { id: number; version: number; lines: number; bad: boolean };

/** What should be stored, kept the plainest way. */
interface Kept {
  version: number;
  lines: number;
  deleted: boolean;
}

const lineOf = (version: number, i: number) => ({
  platform_id: `${version}.${i}`,
  description: `line ${i} of version ${version}`,
});
const noLine = {
  updated_at: null,
  item_id: null,
  account_id: null,
  quantity: null,
  unit_amount: null,
  sub_total: null,
  discount_amount: null,
  tax_id: null,
  tax_amount: null,
  total_amount: null,
};

function mapped({ id, version, lines }: PlatformRecord) {
  const line_items = Array.from({ length: lines }, (_, i) => ({ ...noLine, ...lineOf(version, i) }));
  return preparedRecord(canonicalRecord('INVOICE', `${id}`, { memo: `v${version}` }, { line_items }), { id, version });
}

test('passes of pages with duplicates, changes, losses and comebacks leave what a naive model keeps', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(pass, { minLength: 1, maxLength: 4 }), async (passes) => {
      const company = await makeTestCompany(sql);
      const kept = new Map<number, Kept>();
      const refused = new Set<number>();
      for (const { full, pages } of passes) {
        const run = await startTestRun(sql, company, 'INVOICE', { full });
        const seen = new Set<number>();
        const base = { ...run, model: 'INVOICE', full, now: new Date() } as const;
        for (const records of pages) {
          const expected = { created: 0, updated: 0, unchanged: 0, rejected: 0 };
          const good = new Map(records.filter((one) => !one.bad).map((one) => [one.id, one]));
          const bad = new Set(records.filter((one) => one.bad && !good.has(one.id)).map((one) => one.id));
          for (const { id, version, lines } of good.values()) {
            const old = kept.get(id);
            if (!old) expected.created++;
            else if (old.deleted || old.version !== version || old.lines !== lines) expected.updated++;
            else expected.unchanged++;
            kept.set(id, { version, lines, deleted: false });
            refused.delete(id);
            seen.add(id);
          }
          for (const id of bad) {
            expected.rejected++;
            refused.add(id);
            seen.add(id);
          }
          const outcome = await storePage({
            ...base,
            checkpoint: records.length,
            records: records.filter((one) => !one.bad).map(mapped),
            rejected: records
              .filter((one) => one.bad)
              .map(({ id }) => ({ platformId: `${id}`, reason: 'bad', field: null, raw: { id } })),
          });
          expect(outcome).toMatchObject(expected);
        }
        if (full) {
          await markDeleted({ ...base, syncFrom: null });
          for (const [id, record] of kept) if (!seen.has(id)) record.deleted = true;
          for (const id of refused) if (!seen.has(id)) refused.delete(id);
        }
      }
      await expectStored(company.companyId, kept, refused);
    }),
    { numRuns: 40 },
  );
});

async function expectStored(companyId: number, kept: ReadonlyMap<number, Kept>, refused: ReadonlySet<number>) {
  const rows = await sql`
    select platform_id::int as id, memo, rootfi_deleted_at is not null as deleted from record_invoices
    where company_id = ${companyId} order by 1`;
  const lines = await sql`
    select parent_platform_id::int as id, position, platform_id, description from record_line_items
    where company_id = ${companyId} order by 1, 2`;
  const rejected = await sql`
    select platform_id::int as id from rejected_records where company_id = ${companyId} order by 1`;
  const inOrder = [...kept].sort(([a], [b]) => a - b);
  expect([...rows]).toEqual(inOrder.map(([id, { version, deleted }]) => ({ id, memo: `v${version}`, deleted })));
  expect([...lines]).toEqual(
    inOrder.flatMap(([id, { version, lines }]) =>
      Array.from({ length: lines }, (_, position) => ({ id, position, ...lineOf(version, position) })),
    ),
  );
  expect(rejected.map((row) => row.id)).toEqual([...refused].sort((a, b) => a - b));
}

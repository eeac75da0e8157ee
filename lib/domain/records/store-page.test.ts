import postgres from 'postgres';
import { beforeEach, describe, expect, test } from 'vitest';
import { sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import {
  canonicalRecord,
  makeTestCompany,
  startTestRun,
  type TestCompany,
  type TestRun,
} from '../../../db/testing/records.ts';
import { ClaimLost, type RecordPage, storePage } from './mutations.ts';
import { preparedRecord } from './record-hash.ts';
import type { Canonical } from './registry.ts';

const { url } = await createTestDatabase();
const sql = sqlClient();
const now = new Date('2026-03-01T10:00:00.000Z');

let company: TestCompany;
let run: TestRun;

beforeEach(async () => {
  company = await makeTestCompany(sql);
  run = await startTestRun(sql, company, 'CONTACT');
});

type Fields = Partial<Canonical<'CONTACT'>['fields']>;
type Children = Partial<Canonical<'CONTACT'>['children']>;

function contact(id: string, fields: Fields = {}, children: Children = {}, raw: unknown = { id, ...fields }) {
  return preparedRecord(canonicalRecord('CONTACT', id, fields, children), raw);
}

const phone = (number: string) => ({ platform_id: null, updated_at: null, number, type: 'MOBILE' as const });

function page(records: RecordPage<'CONTACT'>['records'], more: Partial<RecordPage<'CONTACT'>> = {}) {
  const base = { model: 'CONTACT', full: false, now, checkpoint: { page: 1 }, rejected: [] } as const;
  return { ...run, ...base, records, ...more };
}

const stored = () => sql`
  select platform_id, name, data_hash, raw_data, rootfi_created_at, rootfi_updated_at, rootfi_deleted_at, xmin::text
  from record_contacts where company_id = ${company.companyId} order by rootfi_id`;
const phones = async () => {
  const rows = await sql`
    select parent_platform_id, position, number from record_phone_numbers
    where company_id = ${company.companyId} order by parent_platform_id, position`;
  return rows.map((row) => `${row.parent_platform_id}/${row.position} ${row.number}`);
};
const job = async () => {
  const [row] = await sql`
    select checkpoint, pages, records_created as created, records_updated as updated, records_unchanged as unchanged,
      records_failed as failed
    from sync_jobs where id = ${run.jobId}`;
  return row;
};
const rejected = () => sql`
  select platform_id, reason, field, raw_data, sync_id from rejected_records
  where company_id = ${company.companyId} order by platform_id`;

describe('a page', () => {
  test('stores records with their children, and moves the checkpoint and the counts with them', async () => {
    const outcome = await storePage(
      page([contact('a', { name: 'Ada' }, { phone_numbers: [phone('1'), phone('2')] }), contact('b', { name: 'Bo' })]),
    );
    expect(outcome).toEqual({
      created: 2,
      updated: 0,
      unchanged: 0,
      rejected: 0,
      changed: [
        { platformId: 'a', oldHash: null },
        { platformId: 'b', oldHash: null },
      ],
    });
    const rows = await stored();
    expect(rows.map((row) => [row.platform_id, row.name, row.raw_data])).toEqual([
      ['a', 'Ada', { id: 'a', name: 'Ada' }],
      ['b', 'Bo', { id: 'b', name: 'Bo' }],
    ]);
    expect(rows[0]?.rootfi_created_at).toEqual(now);
    expect(await phones()).toEqual(['a/0 1', 'a/1 2']);
    expect(await job()).toEqual({ checkpoint: { page: 1 }, pages: 1, created: 2, updated: 0, unchanged: 0, failed: 0 });
  });

  test('leaves the rows of unchanged records untouched', async () => {
    const records = [contact('a', { name: 'Ada' }, { phone_numbers: [phone('1')] }), contact('b')];
    await storePage(page(records));
    const before = await stored();
    const outcome = await storePage(page(records, { now: new Date('2026-03-02T00:00:00Z'), checkpoint: { page: 2 } }));
    expect(outcome).toEqual({ created: 0, updated: 0, unchanged: 2, rejected: 0, changed: [] });
    expect(await stored()).toEqual(before);
    expect(await job()).toMatchObject({ checkpoint: { page: 2 }, pages: 2, created: 2, unchanged: 2 });
  });

  test('updates changed records in place and replaces their children only', async () => {
    const kept = contact('b', {}, { phone_numbers: [phone('9')] });
    const first = contact('a', { name: 'Ada' }, { phone_numbers: [phone('1'), phone('2')] });
    await storePage(page([first, kept]));
    const later = new Date('2026-03-02T00:00:00Z');
    const outcome = await storePage(
      page([contact('a', { name: 'Ada L.' }, { phone_numbers: [phone('3')] }), kept], { now: later }),
    );
    expect(outcome).toMatchObject({ created: 0, updated: 1, unchanged: 1 });
    expect(outcome.changed).toEqual([{ platformId: 'a', oldHash: first.dataHash }]);
    const [row] = await stored();
    expect(row).toMatchObject({ name: 'Ada L.', rootfi_created_at: now, rootfi_updated_at: later });
    expect(await phones()).toEqual(['a/0 3', 'b/0 9']);
  });

  test('sees a change of a child alone', async () => {
    await storePage(page([contact('a', {}, { phone_numbers: [phone('1')] }, {})]));
    const outcome = await storePage(page([contact('a', {}, { phone_numbers: [phone('2')] }, {})]));
    expect(outcome.updated).toBe(1);
    expect(await phones()).toEqual(['a/0 2']);
  });

  test('takes the last of several records with one id and counts it once', async () => {
    const outcome = await storePage(
      page([
        contact('a', { name: 'old' }),
        contact('b'),
        contact('a', { name: 'new' }, { phone_numbers: [phone('1')] }),
      ]),
    );
    expect(outcome).toMatchObject({ created: 2, updated: 0, unchanged: 0 });
    expect((await stored()).map((row) => row.name)).toEqual(['new', null]);
  });

  test('brings back a record that was marked deleted, even if it is the same', async () => {
    const record = contact('a', { name: 'Ada' });
    await storePage(page([record]));
    await sql`update record_contacts set rootfi_deleted_at = now() where company_id = ${company.companyId}`;
    const outcome = await storePage(page([record]));
    expect(outcome).toMatchObject({ created: 0, updated: 1, unchanged: 0 });
    expect((await stored())[0]?.rootfi_deleted_at).toBeNull();
  });

  test('without records moves the checkpoint', async () => {
    await storePage(page([], { checkpoint: { done: true } }));
    expect(await job()).toMatchObject({ checkpoint: { done: true }, pages: 1, created: 0 });
  });

  test('keeps what a full pass saw, rejected records among it, and an incremental pass keeps nothing', async () => {
    await storePage(page([contact('a')]));
    const seen = () => sql`select platform_id from sync_seen where job_id = ${run.jobId} order by platform_id`;
    expect(await seen()).toEqual([]);
    const reject = { platformId: 'x', reason: 'no', field: null, raw: {} };
    await storePage(page([contact('a'), contact('b')], { full: true, rejected: [reject] }));
    await storePage(page([contact('b')], { full: true }));
    expect((await seen()).map((row) => row.platform_id)).toEqual(['a', 'b', 'x']);
  });

  test('sends as many statements for many records as for few', async () => {
    let sent = 0;
    const counting = postgres(url, { max: 1, debug: () => sent++ });
    const many = (from: number, count: number, name: string) =>
      Array.from({ length: count }, (_, i) => contact(`${from + i}`, { name }, { phone_numbers: [phone('1')] }));
    const count = async (records: RecordPage<'CONTACT'>['records']) => {
      sent = 0;
      await storePage(page(records), counting);
      return sent;
    };
    await count(many(0, 1, 'warm-up'));
    const few = await count([...many(0, 1, 'changed'), ...many(10, 1, 'new')]);
    const lots = await count([...many(0, 1, 'again'), ...many(10, 1, 'again'), ...many(100, 700, 'new')]);
    await counting.end();
    expect(lots).toBe(few);
  });

  test('is looked up by key, whatever the statistics know of the table and the company', async () => {
    await sql`truncate record_invoice_payments`;
    const single = postgres(url, { max: 1 });
    const [pages, size] = [12, 200];
    const rowsRead = async () => {
      await single`select pg_stat_force_next_flush()`;
      const [read] = await single`
        select sum(idx_tup_read)::int + (
          select coalesce(seq_tup_read, 0)::int from pg_stat_user_tables where relname = 'record_invoice_payments'
        ) as rows
        from pg_stat_user_indexes where relname = 'record_invoice_payments'`;
      return Number(read?.rows);
    };
    const storeAll = async (of: TestCompany, name: string) => {
      const before = await rowsRead();
      const paymentRun = await startTestRun(sql, of, 'INVOICE_PAYMENT');
      for (let from = 0; from < pages * size; from += size) {
        const records = Array.from({ length: size }, (_, i) =>
          preparedRecord(canonicalRecord('INVOICE_PAYMENT', `${from + i}`, { memo: name }), {}),
        );
        await storePage({ ...page([]), ...paymentRun, model: 'INVOICE_PAYMENT', records }, single);
      }
      return (await rowsRead()) - before;
    };
    // Each row is read once or twice by key; by the company alone it would be more than a million.
    expect(await storeAll(company, 'into a table without statistics')).toBeLessThan(10_000);
    await sql`analyze record_invoice_payments`;
    const unknown = await makeTestCompany(sql);
    expect(await storeAll(unknown, 'for a company that the statistics do not know')).toBeLessThan(10_000);
    expect(await storeAll(unknown, 'changed')).toBeLessThan(10_000);
    await single.end();
  });

  test('of one company and model is stored after the other when two come at once', async () => {
    const records = Array.from({ length: 50 }, (_, i) => contact(`${i}`));
    const outcomes = await Promise.all([storePage(page(records)), storePage(page(records)), storePage(page(records))]);
    expect(outcomes.map((outcome) => outcome.created).sort()).toEqual([0, 0, 50]);
    expect(await stored()).toHaveLength(50);
  });
});

describe('a page is refused whole', () => {
  const refused = async (change: Partial<RecordPage<'CONTACT'>>) => {
    await expect(storePage(page([contact('a')], change))).rejects.toThrow(ClaimLost);
    expect(await stored()).toEqual([]);
    expect(await job()).toMatchObject({ pages: 0, checkpoint: null });
  };

  test('when another worker has claimed the sync', async () => {
    await refused({ claim: '6d0bb2d8-1d0a-4b43-a8b6-63e2b5a1a111' });
  });

  test('when cancelling was asked for', async () => {
    await sql`update syncs set cancel_requested = true where id = ${run.syncId}`;
    await refused({});
  });

  test('when the sync has ended', async () => {
    await sql`update syncs set status = 'FAILED' where id = ${run.syncId}`;
    await refused({});
  });

  test('when company, organisation or job are not those of the sync', async () => {
    const other = await startTestRun(sql, await makeTestCompany(sql), 'CONTACT');
    await refused({ jobId: other.jobId });
    await refused({ companyId: other.companyId });
    await refused({ organisationId: other.organisationId });
  });
});

describe('what a platform sends of odd text', () => {
  test('loses its NUL characters and lone surrogates, and stays', async () => {
    const odd = 'a\0b\ud800c';
    await storePage(
      page(
        [contact(`id\0`, { name: odd }, { phone_numbers: [phone('1\0')] }, { 'k\0': [odd, 'line\nfeed', '\\u0000'] })],
        {
          checkpoint: { after: odd },
          rejected: [{ platformId: 'r\0', reason: 'bad\0', field: null, raw: { odd } }],
        },
      ),
    );
    const [row] = await stored();
    expect(row).toMatchObject({
      platform_id: 'id\ufffd',
      name: 'a\ufffdb\ufffdc',
      raw_data: { 'k\ufffd': ['a\ufffdb\ufffdc', 'line\nfeed', '\\u0000'] },
    });
    expect(await phones()).toEqual(['id\ufffd/0 1\ufffd']);
    expect(await rejected()).toMatchObject([{ platform_id: 'r\ufffd', reason: 'bad\ufffd' }]);
    expect(await job()).toMatchObject({ checkpoint: { after: 'a\ufffdb\ufffdc' } });
  });

  test('is kept letter by letter where quotes, backslashes, braces and commas are in it', async () => {
    const name = '{"a",\\NULL} \t\n\r \'; -- 日本 🎉';
    await storePage(page([contact('{}', { name }), contact('NULL', { name: 'null' }), contact('""', { name: '' })]));
    expect((await stored()).map((row) => [row.platform_id, row.name])).toEqual([
      ['{}', name],
      ['NULL', 'null'],
      ['""', ''],
    ]);
  });
});

describe('a record that can not be stored', () => {
  const payment = (id: string, fields: Partial<Canonical<'INVOICE_PAYMENT'>['fields']>) =>
    preparedRecord(canonicalRecord('INVOICE_PAYMENT', id, fields), { id });

  test.each([
    ['amount', { amount: 'twelve' }, 'is not a decimal number'],
    ['amount', { amount: 'NaN' }, 'is not a decimal number'],
    ['payment_date', { payment_date: '2026-02-30T00:00:00Z' }, 'is not an ISO 8601 moment'],
    ['payment_date', { payment_date: '2026-02-03' }, 'is not an ISO 8601 moment'],
    ['invoice_id', { invoice_id: 'x'.repeat(3000) }, 'is longer than 1000 bytes'],
  ])('because of its %s %j is kept aside, and the rest of the page is stored', async (field, fields, reason) => {
    run = await startTestRun(sql, company, 'INVOICE_PAYMENT');
    const records = [payment('good', { amount: '-12.50' }), payment('bad', fields)];
    const outcome = await storePage({ ...page([]), ...run, model: 'INVOICE_PAYMENT', records });
    expect(outcome).toMatchObject({ created: 1, rejected: 1 });
    expect(await rejected()).toMatchObject([{ platform_id: 'bad', field, reason, raw_data: { id: 'bad' } }]);
    expect(await job()).toMatchObject({ created: 1, failed: 1 });
  });

  test('because a child is wrong, its id is endless or empty, is kept aside as well', async () => {
    const wrongPhone = { ...phone('1'), updated_at: 'yesterday' };
    const outcome = await storePage(
      page([contact('c', {}, { phone_numbers: [wrongPhone] }), contact('x'.repeat(5000)), contact('')]),
    );
    expect(outcome).toMatchObject({ created: 0, rejected: 3 });
    expect((await rejected()).map((row) => row.field).sort()).toEqual([
      'phone_numbers.updated_at',
      'platform_id',
      'platform_id',
    ]);
  });

  test('is one row however often it comes, and goes when it reads well', async () => {
    const reject = (reason: string) => ({ platformId: 'a', reason, field: 'name', raw: { n: 1 } });
    await storePage(page([], { rejected: [reject('first'), reject('second')] }));
    expect(await rejected()).toMatchObject([{ platform_id: 'a', reason: 'second', sync_id: run.syncId }]);
    run = await startTestRun(sql, company, 'CONTACT');
    await storePage(page([contact('b')], { rejected: [reject('third')] }));
    expect(await rejected()).toMatchObject([{ reason: 'third', sync_id: run.syncId }]);
    const outcome = await storePage(page([contact('a')], { rejected: [reject('of an older copy')] }));
    expect(outcome).toMatchObject({ created: 1, rejected: 0 });
    expect(await rejected()).toEqual([]);
  });

  test('without an id is kept under one made from its data', async () => {
    const nameless = (raw: unknown) => ({ platformId: null, reason: 'no id', field: null, raw });
    const outcome = await storePage(
      page([], { rejected: [nameless({ n: 1 }), nameless({ n: 2 }), nameless({ n: 1 })] }),
    );
    expect(outcome.rejected).toBe(2);
    expect(await rejected()).toHaveLength(2);
  });
});

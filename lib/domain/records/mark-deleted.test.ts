import { beforeEach, describe, expect, test } from 'vitest';
import { db, sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import {
  canonicalRecord,
  makeTestCompany,
  startTestRun,
  type TestCompany,
  type TestRun,
} from '../../../db/testing/records.ts';
import { ClaimLost, type DeletionInput, forgetSeen, markDeleted, type RecordPage, storePage } from './mutations.ts';
import { preparedRecord } from './record-hash.ts';

await createTestDatabase();
const sql = sqlClient();
const now = new Date('2026-03-01T10:00:00.000Z');
const later = new Date('2026-04-01T10:00:00.000Z');

let company: TestCompany;
let run: TestRun;

beforeEach(async () => {
  company = await makeTestCompany(sql);
  run = await startTestRun(sql, company, 'INVOICE');
});

const dated = (id: string, posted: string | null) =>
  preparedRecord(canonicalRecord('INVOICE', id, { posted_date: posted }), { id });
const plain = (count: number, from = 0) => Array.from({ length: count }, (_, i) => dated(`${from + i}`, null));

const store = (records: RecordPage<'INVOICE'>['records'], more: Partial<RecordPage<'INVOICE'>> = {}) =>
  storePage({ ...run, model: 'INVOICE', full: true, now, checkpoint: null, rejected: [], ...more, records });
const mark = (more: Partial<DeletionInput> = {}) =>
  markDeleted({ ...run, model: 'INVOICE', now: later, syncFrom: null, ...more });
const nextPass = async () => {
  run = await startTestRun(sql, company, 'INVOICE', { full: true });
};
const live = async () => {
  const rows = await sql`
    select platform_id from record_invoices
    where company_id = ${company.companyId} and rootfi_deleted_at is null order by platform_id`;
  return rows.map((row) => row.platform_id);
};
const deletedCount = async () =>
  (await sql`select records_deleted from sync_jobs where id = ${run.jobId}`)[0]?.records_deleted;

describe('after a whole full pass', () => {
  test('what it did not see is marked deleted and counted; a repetition marks nothing more', async () => {
    await store(plain(4));
    await nextPass();
    await store(plain(2));
    expect(await mark()).toEqual({ outcome: 'marked', deleted: 2 });
    expect(await live()).toEqual(['0', '1']);
    const [gone] = await sql`
      select rootfi_deleted_at, rootfi_updated_at from record_invoices
      where company_id = ${company.companyId} and platform_id = '3'`;
    expect(gone).toEqual({ rootfi_deleted_at: later, rootfi_updated_at: later });
    expect(await mark()).toEqual({ outcome: 'marked', deleted: 0 });
    expect(await deletedCount()).toBe(2);
  });

  test('a record that was seen but could not be read stays', async () => {
    await store(plain(2));
    await nextPass();
    await store(plain(1), { rejected: [{ platformId: '1', reason: 'odd', field: null, raw: {} }] });
    expect(await mark()).toEqual({ outcome: 'marked', deleted: 0 });
  });

  test('nothing is marked when a record came without an id', async () => {
    await store(plain(2));
    await nextPass();
    await store(plain(1), { rejected: [{ platformId: null, reason: 'odd', field: null, raw: {} }] });
    expect(await mark()).toEqual({ outcome: 'unsure', unidentified: 1 });
    expect(await live()).toEqual(['0', '1']);
  });

  test('nothing is marked when more would vanish than one believes, until a person agrees', async () => {
    await store(plain(100));
    await nextPass();
    await store(plain(40));
    expect(await mark()).toEqual({ outcome: 'too-many', wouldVanish: 60, live: 100 });
    expect(await live()).toHaveLength(100);
    expect(await deletedCount()).toBe(0);
    expect(await mark({ confirmed: 60 })).toEqual({ outcome: 'marked', deleted: 60 });
    expect(await live()).toHaveLength(40);
  });

  test('records dated before syncFrom, or not at all, are not missed', async () => {
    const [old, recent, undated] = [
      dated('old', '2024-12-31T00:00:00Z'),
      dated('new', '2025-06-01T00:00:00Z'),
      dated('undated', null),
    ];
    await store([old, recent, undated]);
    await nextPass();
    await store([]);
    expect(await mark({ syncFrom: new Date('2025-01-01T00:00:00Z') })).toEqual({ outcome: 'marked', deleted: 1 });
    expect(await live()).toEqual(['old', 'undated']);
  });

  test('records of other companies and models stay', async () => {
    await store(plain(1));
    const other = await makeTestCompany(sql);
    run = await startTestRun(sql, other, 'INVOICE');
    await store([]);
    expect(await mark()).toEqual({ outcome: 'marked', deleted: 0 });
    expect(await live()).toEqual(['0']);
  });

  test('rejected records that did not come again are let go', async () => {
    const odd = (platformId: string) => ({ platformId, reason: 'odd', field: null, raw: {} });
    await store([], { rejected: [odd('gone'), odd('still')] });
    await nextPass();
    await store([], { rejected: [odd('still')] });
    await mark();
    const rows = await sql`select platform_id from rejected_records where company_id = ${company.companyId}`;
    expect(rows.map((row) => row.platform_id)).toEqual(['still']);
  });

  test('a worker that lost its claim marks nothing', async () => {
    await store(plain(1));
    await nextPass();
    await expect(mark({ claim: '6d0bb2d8-1d0a-4b43-a8b6-63e2b5a1a111' })).rejects.toThrow(ClaimLost);
    expect(await live()).toEqual(['0']);
  });

  test('what it saw is forgotten with the end of its job, and that of other jobs is not', async () => {
    await store(plain(2));
    const first = run;
    await nextPass();
    await store(plain(3));
    await db().transaction((tx) => forgetSeen(tx, first));
    const left =
      await sql`select job_id, count(*)::int as rows from sync_seen where company_id = ${company.companyId} group by 1`;
    expect(left).toEqual([{ job_id: run.jobId, rows: 3 }]);
  });
});

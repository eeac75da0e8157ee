import { expect, test } from 'vitest';
import { sqlClient } from '../../db/client.ts';
import { createTestDatabase } from '../../db/testing/database.ts';
import type { FailureClass } from '../connectors/errors.ts';
import { seal } from '../crypto/key-ring.ts';
import { listModelConfigs } from '../domain/sync-config/data.ts';
import { getSync } from '../domain/syncs/data.ts';
import { startSync } from '../domain/syncs/mutations.ts';
import { runSync } from './run-sync.ts';
import { makeBooks, ownSandbox, storedRows, type TestBooks } from './testing/books.ts';

await createTestDatabase();
const sandbox = await ownSandbox();

const connectionOf = async (books: TestBooks) => {
  const [row] = await sqlClient()`
    select c.status, c.sync_state, c.sync_resume_at, c.failure, c.failure_since, c.last_synced_at,
      co.connection_status, co.sync_state as company_sync_state
    from connections c join companies co on co.id = c.company_id where c.company_id = ${books.companyId}`;
  if (!row) throw new Error('no connection');
  return row;
};
const syncOf = async (books: TestBooks, syncId: string) => getSync(books.ctx, { syncId });

const classes: [string, unknown, FailureClass, string][] = [
  ['credentials', { kind: 'credentials_refused' }, 'credentials', 'EXPIRED'],
  ['permission', { kind: 'permission_denied' }, 'permission', 'EXPIRED'],
  ['platform down', { kind: 'server_error', status: 503 }, 'platform-down', 'HEALTHY'],
  ['a bad request of ours', { kind: 'answer', status: 400, code: 'invalid_query' }, 'bad-request', 'HEALTHY'],
  ['unknown', { kind: 'answer', status: 418, code: 'teapot' }, 'unknown', 'HEALTHY'],
];

test.each(classes)(
  'a sync that fails by %s ends FAILED and says so on the connection',
  async (_, fault, kind, status) => {
    const books = await makeBooks(sandbox);
    await books.sync();
    const { last_synced_at } = await connectionOf(books);
    await books.fail(fault);
    const sync = await syncOf(books, await books.sync());
    expect(sync).toMatchObject({ status: 'FAILED', failureClass: kind, failureMessage: expect.any(String) });
    expect(sync.jobs.every((job) => job.status === 'FAILED' && job.failureClass === kind)).toBe(true);
    expect(await connectionOf(books)).toMatchObject({
      status,
      connection_status: status,
      sync_state: 'IDLE',
      company_sync_state: 'IDLE',
      last_synced_at,
      failure: { failureClass: kind, syncId: sync.id },
      failure_since: sync.endTime,
    });
    expect(JSON.stringify(sync)).not.toContain(`${books.book}-secret`);
  },
);

test('a platform that says our secret again in its error does not make us show it', async () => {
  const books = await makeBooks(sandbox);
  await books.fail({ kind: 'answer', status: 400, code: 'bad', message: `No such key: ${books.book}-secret.` });
  const sync = await syncOf(books, await books.sync());
  expect(sync.jobs[0]?.errorResponse).toMatchObject({ platformMessage: 'No such key: [hidden].' });
  expect(JSON.stringify([sync, await connectionOf(books)])).not.toContain(`${books.book}-secret`);
});

test('a sign-in that leads to another company waits as PENDING and reads nothing', async () => {
  const [books, other] = [await makeBooks(sandbox), await makeBooks(sandbox)];
  await books.fail({ kind: 'wrong_company', bookId: other.book });
  const sync = await syncOf(books, await books.sync());
  expect(sync).toMatchObject({ status: 'FAILED', failureClass: 'wrong-company' });
  expect(await connectionOf(books)).toMatchObject({ status: 'PENDING', connection_status: 'PENDING' });
  expect(await storedRows(books.companyId, 'record_contacts')).toEqual([]);
  await expect(startSync(books.ctx, { companyId: books.companyId })).rejects.toMatchObject({ code: 'invalid' });
});

test('one model without permission fails alone: the others are read and the connection stays healthy', async () => {
  const books = await makeBooks(sandbox);
  await books.fail({ kind: 'permission_denied', model: 'invoices' });
  const sync = await syncOf(books, await books.sync());
  expect(sync).toMatchObject({ status: 'PARTIAL_SUCCESS', failureClass: 'permission' });
  expect(sync.jobs.map((job) => job.status)).toEqual(['SUCCESS', 'SUCCESS', 'SUCCESS', 'FAILED', 'SUCCESS']);
  expect(await connectionOf(books)).toMatchObject({
    status: 'HEALTHY',
    failure: { failureClass: 'permission', evidence: { dataModel: 'INVOICE' } },
  });
  await books.fail();
  await books.sync();
  expect(await connectionOf(books)).toMatchObject({ status: 'HEALTHY', failure: null, failure_since: null });
});

test('an expired connection is healthy again after a sync that went well', async () => {
  const books = await makeBooks(sandbox);
  await books.fail({ kind: 'credentials_refused' });
  await books.sync();
  await books.fail();
  await books.sync();
  expect(await connectionOf(books)).toMatchObject({ status: 'HEALTHY', connection_status: 'HEALTHY', failure: null });
});

test('a failure that lasts keeps the time since when it has been failing', async () => {
  const books = await makeBooks(sandbox);
  await books.fail({ kind: 'server_error' });
  const first = await syncOf(books, await books.sync());
  await books.sync();
  expect((await connectionOf(books)).failure_since).toEqual(first.endTime);
  await books.fail({ kind: 'credentials_refused' });
  const third = await syncOf(books, await books.sync());
  expect((await connectionOf(books)).failure_since).toEqual(third.endTime);
});

test('a platform that stumbles a few times is tried again and the sync goes well', async () => {
  const books = await makeBooks(sandbox, { contacts: 3, invoices: 620 });
  await books.fail(
    { kind: 'server_error', model: 'invoices', page: 2, times: 2 },
    { kind: 'broken_json', model: 'contacts', times: 1 },
    { kind: 'hang_up', model: 'payments', times: 1 },
  );
  const sync = await syncOf(books, await books.sync());
  expect(sync.status).toBe('SUCCESS');
  expect(sync.jobs.map((job) => job.retryCount)).toEqual([0, 0, 1, 2, 1]);
  expect(sync.jobs[3]).toMatchObject({ recordsCreated: 620, recordsUnchanged: 0, pages: 2 });
});

test('a model that fails on its second page keeps the first, and the next sync completes it', async () => {
  const books = await makeBooks(sandbox, { contacts: 3, invoices: 620 });
  await books.fail({ kind: 'server_error', model: 'invoices', page: 2 });
  const sync = await syncOf(books, await books.sync());
  expect(sync.jobs[3]).toMatchObject({ status: 'FAILED', recordsCreated: 500, retryCount: 3 });
  expect(sync.status).toBe('PARTIAL_SUCCESS');
  await books.fail();
  const next = await syncOf(books, await books.sync());
  expect(next.jobs[3]).toMatchObject({ status: 'SUCCESS', recordsCreated: 120, recordsUnchanged: 500 });
});

test('a token that runs out half-way is renewed without a failure', async () => {
  const books = await makeBooks(sandbox, { contacts: 3, invoices: 620 });
  await books.fail({ kind: 'token_expired', model: 'invoices', page: 2, times: 1 });
  expect(await syncOf(books, await books.sync())).toMatchObject({
    status: 'SUCCESS',
    records: { created: expect.any(Number) },
  });
  expect(await storedRows(books.companyId, 'record_invoices')).toHaveLength(620);
});

test('records that come twice are stored and counted once', async () => {
  const books = await makeBooks(sandbox);
  await books.fail({ kind: 'duplicates', model: 'contacts' });
  const sync = await syncOf(books, await books.sync());
  expect(sync.jobs[2]).toMatchObject({ recordsCreated: 12, recordsUnchanged: 0 });
});

test('a failed model is due again sooner than usual, a refused one at its ordinary time', async () => {
  const now = new Date('2026-03-02T10:00:00Z');
  const books = await makeBooks(sandbox, {}, { now });
  await books.fail({ kind: 'server_error', model: 'invoices' }, { kind: 'permission_denied', model: 'payments' });
  await books.sync({}, { now: () => now });
  const entries = (await listModelConfigs(books.ctx, { companyIds: [books.companyId] })).get(books.companyId) ?? [];
  const waitOf = (model: string) => Number(entries.find((one) => one.dataModel === model)?.dueAt) - now.getTime();
  expect(waitOf('INVOICE')).toBeLessThan(20 * 60_000);
  expect(waitOf('INVOICE')).toBeGreaterThanOrEqual(15 * 60_000);
  expect(waitOf('INVOICE_PAYMENT')).toBeGreaterThan(12 * 86_400_000);
});

test('one refused sign-in does not break a connection: it is tried once more', async () => {
  const books = await makeBooks(sandbox);
  await books.fail({ kind: 'credentials_refused', times: 1 });
  const sync = await syncOf(books, await books.sync());
  expect(sync).toMatchObject({ status: 'SUCCESS', failureClass: null });
  expect(await connectionOf(books)).toMatchObject({ status: 'HEALTHY', failure: null });
});

test('a sign-in that is refused twice is believed, and the platform is not asked a third time', async () => {
  const books = await makeBooks(sandbox);
  await books.fail({ kind: 'credentials_refused', times: 2 });
  expect(await syncOf(books, await books.sync())).toMatchObject({ status: 'FAILED', failureClass: 'credentials' });
  expect(await connectionOf(books)).toMatchObject({ status: 'EXPIRED' });
});

test('a platform’s limit puts the sync to sleep and it goes on at its time, from where it was', async () => {
  let now = new Date('2026-03-02T10:00:00Z');
  const clock = () => now;
  const books = await makeBooks(sandbox, { contacts: 3, invoices: 620 }, { now });
  await books.fail({ kind: 'rate_limited', retryAfterSeconds: 300, model: 'invoices', page: 2, times: 1 });
  const syncId = await books.start();
  const resumeAt = new Date('2026-03-02T10:05:00Z');
  expect(await runSync({ syncId, now: clock })).toEqual({ outcome: 'sleeping', resumeAt });
  expect(await connectionOf(books)).toMatchObject({
    status: 'RATE_LIMIT_EXCEEDED',
    connection_status: 'RATE_LIMIT_EXCEEDED',
    sync_state: 'SLEEPING',
    company_sync_state: 'SLEEPING',
    sync_resume_at: resumeAt,
    failure: { failureClass: 'rate-limit' },
  });
  const asleep = await syncOf(books, syncId);
  expect(asleep).toMatchObject({
    status: 'QUEUED',
    resumeAt,
    jobCounts: { success: 3, pending: 2, running: 0, failed: 0 },
  });
  const [entry] = await sqlClient()`select run_at, attempts from graphile_worker.jobs where key = ${`sync:${syncId}`}`;
  expect(entry).toMatchObject({ run_at: resumeAt, attempts: 0 });
  await expect(startSync(books.ctx, { companyId: books.companyId })).rejects.toMatchObject({ code: 'conflict' });

  now = new Date('2026-03-02T10:04:59Z');
  expect(await runSync({ syncId, now: clock })).toEqual({ outcome: 'not-claimed' });
  now = resumeAt;
  expect(await runSync({ syncId, now: clock })).toEqual({ outcome: 'ended', status: 'SUCCESS' });
  const woken = await syncOf(books, syncId);
  expect(woken.jobs[3]).toMatchObject({ recordsCreated: 620, recordsUnchanged: 0, pages: 2, retryCount: 0 });
  expect(await connectionOf(books)).toMatchObject({
    status: 'HEALTHY',
    sync_state: 'IDLE',
    sync_resume_at: null,
    failure: null,
  });
});

test('a limit without a word about how long puts the sync to sleep for a minute', async () => {
  const now = new Date('2026-03-02T10:00:00Z');
  const books = await makeBooks(sandbox, {}, { now });
  await books.fail({ kind: 'answer', status: 429, code: 'busy', model: 'contacts', times: 1 });
  const syncId = await books.start();
  const resumeAt = new Date('2026-03-02T10:01:00Z');
  expect(await runSync({ syncId, now: () => now })).toEqual({ outcome: 'sleeping', resumeAt });
  expect(await runSync({ syncId, now: () => resumeAt })).toEqual({ outcome: 'ended', status: 'SUCCESS' });
});

test('a limit at the sign-in puts the sync to sleep too', async () => {
  const now = new Date('2026-03-02T10:00:00Z');
  const books = await makeBooks(sandbox, {}, { now });
  await books.fail({ kind: 'rate_limited', retryAfterSeconds: 2, times: 1 });
  const syncId = await books.start();
  expect(await runSync({ syncId, now: () => now })).toMatchObject({ outcome: 'sleeping' });
});

test('credentials that were sealed under another key end the sync without an endless loop', async () => {
  const books = await makeBooks(sandbox);
  const { ciphertext, keyId } = seal({ companyKey: books.book }, { organisationId: 0, companyId: 0 });
  await sqlClient()`
    update connections set credentials = ${ciphertext}, credentials_key_id = ${keyId} where company_id = ${books.companyId}`;
  expect(await syncOf(books, await books.sync())).toMatchObject({ status: 'FAILED', failureClass: 'unknown' });
});

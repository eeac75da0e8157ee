import { expect, test } from 'vitest';
import { sqlClient } from '../../db/client.ts';
import { createTestDatabase } from '../../db/testing/database.ts';
import { listPlatformCalls } from '../domain/platform-calls/data.ts';
import { listModelConfigs } from '../domain/sync-config/data.ts';
import { updateModelConfigs } from '../domain/sync-config/mutations.ts';
import { getSync, listRejectedRecords } from '../domain/syncs/data.ts';
import { runSync } from './run-sync.ts';
import { makeBooks, ownSandbox, storedRows, type TestBooks } from './testing/books.ts';

await createTestDatabase();
const sandbox = await ownSandbox();

const models = ['CURRENCY', 'ACCOUNT', 'CONTACT', 'INVOICE', 'INVOICE_PAYMENT'];
const jobsOf = async (books: TestBooks, syncId: string) => (await getSync(books.ctx, { syncId })).jobs;
const jobOf = async (books: TestBooks, syncId: string, model: string) =>
  (await jobsOf(books, syncId)).find((job) => job.dataModel === model);

async function companyOf(companyId: number) {
  const [row] = await sqlClient()`
    select co.connection_status, co.sync_state, co.last_synced_at, co.last_activity_at, c.status, c.failure, c.failure_since
    from companies co join connections c on c.company_id = co.id where co.id = ${companyId}`;
  if (!row) throw new Error('no company');
  return row;
}

test('a first sync reads every model in order and leaves a healthy, idle connection', async () => {
  const books = await makeBooks(sandbox, { contacts: 12, invoices: 620 });
  const syncId = await books.sync();
  const sync = await getSync(books.ctx, { syncId });
  expect(sync).toMatchObject({ status: 'SUCCESS', dataModels: models, failureClass: null });
  expect(sync.jobs.map((job) => [job.dataModel, job.status])).toEqual(models.map((model) => [model, 'SUCCESS']));
  expect(sync.jobs[3]).toMatchObject({ recordsCreated: 620, recordsUpdated: 0, recordsUnchanged: 0, pages: 2 });
  expect(await storedRows(books.companyId, 'record_contacts')).toHaveLength(12);
  expect(await companyOf(books.companyId)).toMatchObject({
    connection_status: 'HEALTHY',
    sync_state: 'IDLE',
    last_synced_at: sync.endTime,
    last_activity_at: sync.endTime,
    failure: null,
  });
});

test('a second sync is incremental and changes nothing', async () => {
  const books = await makeBooks(sandbox);
  await books.sync();
  const before = await storedRows(books.companyId, 'record_invoices');
  const activity = (await companyOf(books.companyId)).last_activity_at;
  const again = await getSync(books.ctx, { syncId: await books.sync() });
  expect(again.status).toBe('SUCCESS');
  expect(again.records).toMatchObject({ created: 0, updated: 0, deleted: 0, failed: 0 });
  expect(await storedRows(books.companyId, 'record_invoices')).toEqual(before);
  expect((await companyOf(books.companyId)).last_activity_at).toEqual(activity);
});

test('an edit, a new record and a changed child arrive with the next sync', async () => {
  const books = await makeBooks(sandbox);
  await books.sync();
  await books.admin('PATCH', 'contacts/con_1', { phones: [{ kind: 'mobile', number: '+44 7700 900123' }] });
  await books.admin('POST', 'contacts', { name: 'Newcomer Ltd' });
  const job = await jobOf(books, await books.sync(), 'CONTACT');
  expect(job).toMatchObject({ recordsCreated: 1, recordsUpdated: 1 });
  const phones = await storedRows(books.companyId, 'record_phone_numbers');
  expect(phones.filter((phone) => phone.parent_platform_id === 'con_1')).toMatchObject([
    { number: '+44 7700 900123', type: 'MOBILE' },
  ]);
});

test('an incremental sync does not notice what is gone, a full one marks it deleted', async () => {
  const books = await makeBooks(sandbox);
  await books.sync();
  const gone = await books.admin('POST', 'contacts', { name: 'Soon gone' });
  await books.sync();
  await sandbox.call('DELETE', `/_admin/books/${books.book}/contacts/${gone.id}`);
  expect(await jobOf(books, await books.sync(), 'CONTACT')).toMatchObject({ recordsDeleted: 0 });
  const full = await books.sync({ fullSync: true });
  expect(await jobOf(books, full, 'CONTACT')).toMatchObject({ status: 'SUCCESS', recordsDeleted: 1 });
  const rows = await storedRows(books.companyId, 'record_contacts');
  expect(rows.filter((row) => row.rootfi_deleted_at !== null).map((row) => row.platform_id)).toEqual([gone.id]);
  const [seen] = await sqlClient()`select count(*)::int as n from sync_seen where company_id = ${books.companyId}`;
  expect(seen?.n).toBe(0);
});

test('when too much would vanish the job fails, nothing is deleted and what was read stays', async () => {
  const books = await makeBooks(sandbox, { contacts: 5, invoices: 80 });
  await books.sync();
  for (let i = 1; i <= 60; i++) await sandbox.call('DELETE', `/_admin/books/${books.book}/invoices/inv_${i}`);
  const full = await getSync(books.ctx, {
    syncId: await books.sync({ fullSync: true, dataModels: [{ dataModel: 'INVOICE' }, { dataModel: 'CONTACT' }] }),
  });
  expect(full.status).toBe('PARTIAL_SUCCESS');
  expect(full.jobs.find((job) => job.dataModel === 'INVOICE')).toMatchObject({
    status: 'FAILED',
    errorCode: 'operation-denied',
    recordsDeleted: 0,
    errorMessage: expect.stringContaining('60 of 80 records would be marked deleted'),
  });
  const rows = await storedRows(books.companyId, 'record_invoices');
  expect(rows.every((row) => row.rootfi_deleted_at === null)).toBe(true);
  expect(await companyOf(books.companyId)).toMatchObject({ status: 'HEALTHY', failure: null });
});

test('a record that cannot be mapped is kept aside, and heals when it is read well', async () => {
  const books = await makeBooks(sandbox);
  await books.fail({ kind: 'bad_record', model: 'contacts', times: 1 });
  const first = await getSync(books.ctx, { syncId: await books.sync() });
  expect(first.status).toBe('PARTIAL_SUCCESS');
  expect(first.jobs[2]).toMatchObject({ status: 'SUCCESS', recordsCreated: 11, recordsFailed: 1 });
  const [rejected] = await listRejectedRecords(books.ctx, { companyId: books.companyId });
  expect(rejected).toMatchObject({
    dataModel: 'CONTACT',
    platformId: expect.stringMatching(/^con_/),
    syncId: first.id,
  });
  expect(await companyOf(books.companyId)).toMatchObject({ status: 'HEALTHY', last_synced_at: first.endTime });
  await books.admin('PATCH', `contacts/${rejected?.platformId}`, { name: 'Readable again' });
  const second = await getSync(books.ctx, { syncId: await books.sync() });
  expect(second).toMatchObject({ status: 'SUCCESS', records: { created: 1, failed: 0 } });
  expect(await listRejectedRecords(books.ctx, { companyId: books.companyId })).toEqual([]);
});

test('records older than syncFrom are left out until it moves earlier', async () => {
  const from = new Date(Date.now() - 120 * 86_400_000);
  const books = await makeBooks(sandbox, { contacts: 5, invoices: 60 }, { syncFrom: from });
  await books.sync();
  const few = await storedRows(books.companyId, 'record_invoices');
  expect(few.length).toBeLessThan(60);

  const earlier = new Date(from.getTime() - 3000 * 86_400_000);
  await updateModelConfigs(books.ctx, {
    companyId: books.companyId,
    configs: [{ dataModel: 'INVOICE', syncFrom: earlier }],
  });
  await books.sync();
  expect(await storedRows(books.companyId, 'record_invoices')).toHaveLength(60);
});

test('a sync that was asked to read only from a later date leaves the model’s cursor and due time alone', async () => {
  const books = await makeBooks(sandbox, { contacts: 5, invoices: 60 });
  await books.sync();
  const state = () => sqlClient()`
    select cursor, due_at, last_synced_at from model_configs
    where company_id = ${books.companyId} and data_model = 'INVOICE'`;
  const [before] = await state();
  await books.sync({ dataModels: [{ dataModel: 'invoices', syncFrom: new Date() }] });
  expect(await state()).toEqual([before]);
});

test('a sync sets when its models are due again', async () => {
  const now = new Date('2026-03-02T10:00:00Z');
  const books = await makeBooks(sandbox, {}, { now });
  await books.sync({}, { now: () => now });
  const entries = (await listModelConfigs(books.ctx, { companyIds: [books.companyId] })).get(books.companyId) ?? [];
  for (const entry of entries.filter((one) => one.enabled && !one.isChild)) {
    expect(entry).toMatchObject({ lastSyncedAt: now, lastFullAt: now });
    const days = (Number(entry.dueAt) - now.getTime()) / 86_400_000;
    expect(days).toBeGreaterThan(12.5);
    expect(days).toBeLessThanOrEqual(14);
  }
});

test('a sync that has ended is not run again', async () => {
  const books = await makeBooks(sandbox);
  const syncId = await books.sync();
  expect(await runSync({ syncId })).toEqual({ outcome: 'not-claimed' });
});

test('each job keeps the calls that it made, without the sign-in’s secret', async () => {
  const books = await makeBooks(sandbox, { contacts: 12, invoices: 620 });
  const sync = await getSync(books.ctx, { syncId: await books.sync() });
  const { calls } = await listPlatformCalls(books.ctx, { syncId: sync.id });
  const invoices = calls.filter((call) => call.jobId === sync.jobs[3]?.id);
  expect(invoices.map((call) => [call.method, call.status, call.path.split('?')[0]])).toEqual([
    ['GET', 200, '/v1/invoices'],
    ['GET', 200, '/v1/invoices'],
  ]);
  expect(invoices[0]?.responseBody?.length).toBe(512);
  expect(invoices[0]?.responseBytes).toBeGreaterThan(10_000);
  const signIn = calls.find((call) => call.path === '/oauth/token');
  expect(signIn).toMatchObject({ jobId: sync.jobs[0]?.id, method: 'POST', requestBody: null, responseBody: null });
  const [run] = await sqlClient()`select request_id from syncs where id = ${sync.id}`;
  expect(new Set(calls.map((call) => call.requestId))).toEqual(new Set([run?.request_id]));
  expect(JSON.stringify(calls)).not.toContain(`${books.book}-secret`);
});

import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { sqlClient } from '../../db/client.ts';
import { createTestDatabase } from '../../db/testing/database.ts';
import { contextFor, makeOrganisation } from '../../db/testing/factories.ts';
import { listAudit } from '../domain/audit/data.ts';
import { disconnectCompany } from '../domain/connections/mutations.ts';
import { pauseModel } from '../domain/pauses/mutations.ts';
import { updateModelConfigs } from '../domain/sync-config/mutations.ts';
import { getSync, listRejectedRecords } from '../domain/syncs/data.ts';
import { cancelSync } from '../domain/syncs/mutations.ts';
import { confirmDeletions, retrySync } from '../domain/syncs/retry.ts';
import { runSync } from './run-sync.ts';
import { makeBooks, ownSandbox, storedRows, type TestBooks } from './testing/books.ts';

await createTestDatabase();
const sandbox = await ownSandbox();

const all = ['CURRENCY', 'ACCOUNT', 'CONTACT', 'INVOICE', 'INVOICE_PAYMENT'];
const syncOf = (books: TestBooks, syncId: string) => getSync(books.ctx, { syncId });
const jobOf = async (books: TestBooks, syncId: string, model: string) => {
  const job = (await syncOf(books, syncId)).jobs.find((one) => one.dataModel === model);
  if (!job) throw new Error(`no job of ${model}`);
  return job;
};
const rejected = async ({ ctx, companyId }: TestBooks) =>
  (await listRejectedRecords(ctx, { companyId })).map((record) => record.platformId);
async function retried(books: TestBooks, syncId: string) {
  const { id } = await retrySync(books.ctx, { syncId });
  await runSync({ syncId: id, retryDelaysMs: [0, 0, 0] });
  return syncOf(books, id);
}

test('a retry takes the models that failed, names the jobs it does again, and leaves the others alone', async () => {
  const books = await makeBooks(sandbox);
  await books.fail({ kind: 'server_error', model: 'invoices' });
  const failed = await books.sync();
  expect((await jobOf(books, failed, 'INVOICE')).status).toBe('FAILED');
  await books.fail();
  const retry = await retried(books, failed);
  expect(retry).toMatchObject({ status: 'SUCCESS', syncType: 'MANUAL', fullSync: false, dataModels: ['INVOICE'] });
  const before = await jobOf(books, failed, 'INVOICE');
  expect(retry.jobs).toMatchObject([{ dataModel: 'INVOICE', parentJobId: before.id, retryCount: 0 }]);
  expect(before.isRetried).toBe(true);
  expect(await storedRows(books.companyId, 'record_invoices')).toHaveLength(20);
  expect(await listAudit(books.ctx, { companyId: books.companyId, limit: 1 })).toMatchObject([
    { action: 'sync.retried', subjectId: retry.id, after: { retryOf: failed, dataModels: ['INVOICE'] } },
  ]);
});

test('a retry of a sync that went well does all of it again', async () => {
  const books = await makeBooks(sandbox);
  const retry = await retried(books, await books.sync());
  expect(retry).toMatchObject({ status: 'SUCCESS', dataModels: all, configMode: 'DEFAULT' });
  expect(retry.records).toMatchObject({ created: 0, updated: 0 });
});

test('a retry of a cancelled sync does what it did not come to', async () => {
  const books = await makeBooks(sandbox);
  const syncId = await books.start();
  await cancelSync(books.ctx, { syncId });
  expect((await retried(books, syncId)).dataModels).toEqual(all);
});

test('a retry of a full sync is full, and deletes what is gone', async () => {
  const books = await makeBooks(sandbox);
  await books.sync();
  await sandbox.call('DELETE', `/_admin/books/${books.book}/contacts/con_12`);
  await books.fail({ kind: 'server_error', model: 'contacts' });
  const full = await books.sync({ fullSync: true });
  await books.fail();
  const retry = await retried(books, full);
  expect(retry).toMatchObject({ fullSync: true, dataModels: ['CONTACT'], records: { deleted: 1 } });
});

test('a retry reads again what was kept aside, though nothing changed on the platform since', async () => {
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
  const addAt = (hours: number) => {
    sandbox.setNow(hoursAgo(hours));
    return books.admin('POST', 'contacts', { name: `Added ${hours} hours ago` });
  };
  sandbox.setNow(hoursAgo(9));
  const books = await makeBooks(sandbox);
  await books.sync();
  await addAt(6);
  const struck = await addAt(4);
  await addAt(2);
  await books.fail({ kind: 'bad_record', model: 'contacts' });
  const partial = await books.sync();
  expect((await syncOf(books, partial)).status).toBe('PARTIAL_SUCCESS');
  const kept = await rejected(books);
  expect(kept).toEqual([struck.id]);
  await books.fail();
  await books.sync();
  expect(await rejected(books)).toEqual(kept);

  const retry = await retried(books, partial);
  expect(retry).toMatchObject({ status: 'SUCCESS', dataModels: ['CONTACT'], fullSync: false });
  expect(await rejected(books)).toEqual([]);
  // From where that pass began, not from the beginning: what came since, not all fifteen.
  expect(retry.records.created).toBe(1);
  expect(retry.records.unchanged).toBeLessThan(12);
  sandbox.setNow(new Date());
});

test('a retry of the first sync reads again what it kept aside', async () => {
  const books = await makeBooks(sandbox);
  await books.fail({ kind: 'bad_record', model: 'contacts' });
  const partial = await books.sync();
  await books.fail();
  await retried(books, partial);
  expect(await rejected(books)).toEqual([]);
  expect(await storedRows(books.companyId, 'record_contacts')).toHaveLength(12);
});

test('models that were switched off or paused since are left out, and it is refused when none is left', async () => {
  const books = await makeBooks(sandbox);
  const { ctx, companyId } = books;
  await books.fail({ kind: 'server_error', model: 'contacts' }, { kind: 'server_error', model: 'invoices' });
  const failed = await books.sync();
  await updateModelConfigs(ctx, { companyId, configs: [{ dataModel: 'CONTACT', enabled: false }] });
  const { id, dataModels } = await retrySync(ctx, { syncId: failed });
  expect(dataModels).toEqual(['INVOICE']);
  await cancelSync(ctx, { syncId: id });
  await pauseModel(ctx, { companyId, dataModel: 'INVOICE' });
  await expect(retrySync(ctx, { syncId: failed })).rejects.toMatchObject({ code: 'invalid' });
});

test('only an ended sync within reach is retried, and none while another is active', async () => {
  const books = await makeBooks(sandbox);
  const { ctx, companyId } = books;
  const ended = await books.sync();
  const active = await books.start();
  await expect(retrySync(ctx, { syncId: active })).rejects.toMatchObject({ code: 'conflict' });
  await expect(retrySync(ctx, { syncId: ended })).rejects.toMatchObject({ code: 'conflict' });
  await cancelSync(ctx, { syncId: active });
  for (const syncId of [randomUUID(), 'x']) {
    await expect(retrySync(ctx, { syncId })).rejects.toMatchObject({ code: 'not-found' });
  }
  const stranger = await makeOrganisation();
  await expect(retrySync(stranger.ctx, { syncId: ended })).rejects.toMatchObject({ code: 'not-found' });
  const elsewhere = { ...ctx, reach: { kind: 'companies' as const, companyIds: [companyId + 1] } };
  await expect(retrySync(elsewhere, { syncId: ended })).rejects.toMatchObject({ code: 'not-found' });
  const viewer = contextFor(ctx.organisationId, { role: 'viewer' });
  await expect(retrySync(viewer, { syncId: ended })).rejects.toMatchObject({ code: 'forbidden' });
  await disconnectCompany(ctx, { companyId });
  await expect(retrySync(ctx, { syncId: ended })).rejects.toMatchObject({ code: 'invalid' });
});

async function booksThatLost(count: number, of: number) {
  const books = await makeBooks(sandbox, { contacts: of, invoices: 0 });
  await books.sync();
  for (let id = 1; id <= count; id++) {
    await sandbox.call('DELETE', `/_admin/books/${books.book}/contacts/con_${of + 1 - id}`);
  }
  return { books, syncId: await books.sync({ fullSync: true, dataModels: [{ dataModel: 'CONTACT' }] }) };
}
const live = async ({ companyId }: TestBooks) => {
  const [row] = await sqlClient()`
    select count(*)::int as n from record_contacts where company_id = ${companyId} and rootfi_deleted_at is null`;
  return row?.n;
};

test('deletions that were too many to believe are made once a person confirms how many', async () => {
  const { books, syncId } = await booksThatLost(60, 120);
  const job = await jobOf(books, syncId, 'CONTACT');
  expect(job).toMatchObject({ status: 'FAILED', refusedDeletions: { wouldVanish: 60, live: 120 } });
  expect(await live(books)).toBe(120);
  const { id } = await confirmDeletions(books.ctx, { syncId, jobId: job.id });
  await runSync({ syncId: id });
  const confirmed = await syncOf(books, id);
  expect(confirmed).toMatchObject({
    status: 'SUCCESS',
    fullSync: true,
    dataModels: ['CONTACT'],
    records: { deleted: 60 },
  });
  expect(confirmed.jobs[0]?.parentJobId).toBe(job.id);
  expect(await live(books)).toBe(60);
  expect(await listAudit(books.ctx, { companyId: books.companyId, limit: 1 })).toMatchObject([
    { action: 'sync.deletions-confirmed', after: { dataModel: 'CONTACT', wouldVanish: 60, live: 120 } },
  ]);
});

test('more than a person confirmed is asked about again', async () => {
  const { books, syncId } = await booksThatLost(60, 120);
  const { id: jobId } = await jobOf(books, syncId, 'CONTACT');
  await sandbox.call('DELETE', `/_admin/books/${books.book}/contacts/con_1`);
  const { id } = await confirmDeletions(books.ctx, { syncId, jobId });
  await runSync({ syncId: id });
  expect((await jobOf(books, id, 'CONTACT')).refusedDeletions).toEqual({ wouldVanish: 61, live: 120 });
  expect(await live(books)).toBe(120);
});

test('a job that refused nothing has nothing to confirm', async () => {
  const books = await makeBooks(sandbox);
  const syncId = await books.sync();
  const { id: jobId } = await jobOf(books, syncId, 'CONTACT');
  await expect(confirmDeletions(books.ctx, { syncId, jobId })).rejects.toMatchObject({ code: 'conflict' });
  await expect(confirmDeletions(books.ctx, { syncId, jobId: randomUUID() })).rejects.toMatchObject({
    code: 'not-found',
  });
});

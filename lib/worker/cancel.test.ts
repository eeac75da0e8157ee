import { expect, test } from 'vitest';
import { sqlClient } from '../../db/client.ts';
import { createTestDatabase } from '../../db/testing/database.ts';
import { contextFor, makeOrganisation } from '../../db/testing/factories.ts';
import { getSync } from '../domain/syncs/data.ts';
import { cancelSync } from '../domain/syncs/mutations.ts';
import { runSync } from './run-sync.ts';
import { makeBooks, ownSandbox, pagesOf, silence, storedRows, until } from './testing/books.ts';

await createTestDatabase();
const sandbox = await ownSandbox();

const connectionOf = async (companyId: number) => {
  const [row] =
    await sqlClient()`select status, sync_state, sync_resume_at, failure from connections where company_id = ${companyId}`;
  return row;
};

test('a queued sync is cancelled at once and is not run', async () => {
  const books = await makeBooks(sandbox);
  const syncId = await books.start();
  await cancelSync(books.ctx, { syncId });
  const sync = await getSync(books.ctx, { syncId });
  expect(sync).toMatchObject({ status: 'CANCELLED', endTime: books.ctx.now, jobCounts: { failed: 5, pending: 0 } });
  expect(await connectionOf(books.companyId)).toMatchObject({ status: 'HEALTHY', sync_state: 'IDLE' });
  expect(await runSync({ syncId })).toEqual({ outcome: 'not-claimed' });
});

test('a running sync ends within a page, keeps what it stored, and leaves room for the next', async () => {
  const books = await makeBooks(sandbox, { contacts: 5, invoices: 620 });
  await books.fail({ kind: 'slow', delayMs: 600_000, model: 'invoices', page: 2 });
  const syncId = await books.start();
  const running = runSync({ syncId });
  await until(async () => (await pagesOf(syncId)) >= 4);
  await cancelSync(books.ctx, { syncId });
  expect(await getSync(books.ctx, { syncId })).toMatchObject({ status: 'RUNNING', cancelRequested: true });
  expect(await running).toEqual({ outcome: 'ended', status: 'CANCELLED' });
  const sync = await getSync(books.ctx, { syncId });
  expect(sync.jobs.map((job) => job.status)).toEqual(['SUCCESS', 'SUCCESS', 'SUCCESS', 'FAILED', 'FAILED']);
  expect(await storedRows(books.companyId, 'record_invoices')).toHaveLength(500);
  expect(await connectionOf(books.companyId)).toMatchObject({ status: 'HEALTHY', sync_state: 'IDLE', failure: null });
  await books.fail();
  expect(await getSync(books.ctx, { syncId: await books.sync() })).toMatchObject({ status: 'SUCCESS' });
});

test('cancelling a sleeping sync ends the wait', async () => {
  const books = await makeBooks(sandbox);
  await books.fail({ kind: 'rate_limited', retryAfterSeconds: 3_600, times: 1 });
  const syncId = await books.start();
  await runSync({ syncId });
  await cancelSync(books.ctx, { syncId });
  expect(await connectionOf(books.companyId)).toEqual({
    status: 'HEALTHY',
    sync_state: 'IDLE',
    sync_resume_at: null,
    failure: null,
  });
});

test('a sync whose worker was lost is cancelled without waiting for it', async () => {
  const books = await makeBooks(sandbox);
  const syncId = await books.start();
  await sqlClient()`update syncs set status = 'RUNNING', claim = gen_random_uuid() where id = ${syncId}`;
  await silence(syncId);
  await cancelSync(books.ctx, { syncId });
  expect(await getSync(books.ctx, { syncId })).toMatchObject({ status: 'CANCELLED' });
});

test('an ended sync, another organisation’s and a viewer’s wish are refused', async () => {
  const books = await makeBooks(sandbox);
  const syncId = await books.sync();
  await expect(cancelSync(books.ctx, { syncId })).rejects.toMatchObject({ code: 'conflict' });
  const other = await makeOrganisation();
  await expect(cancelSync(other.ctx, { syncId })).rejects.toMatchObject({ code: 'not-found' });
  await expect(cancelSync(books.ctx, { syncId: 'nonsense' })).rejects.toMatchObject({ code: 'not-found' });
  const viewer = contextFor(books.ctx.organisationId, { role: 'viewer' });
  await expect(cancelSync(viewer, { syncId })).rejects.toMatchObject({ code: 'forbidden' });
});

test('a cancelled sync is not started again by the schedule before its time', async () => {
  const books = await makeBooks(sandbox);
  await cancelSync(books.ctx, { syncId: await books.start() });
  const due =
    await sqlClient()`select due_at from model_configs where company_id = ${books.companyId} and enabled is not false`;
  expect(due.every((one) => one.due_at > books.ctx.now)).toBe(true);
});

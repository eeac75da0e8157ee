import { afterEach, expect, test } from 'vitest';
import { sqlClient } from '../../db/client.ts';
import { createTestDatabase } from '../../db/testing/database.ts';
import { getSync } from '../domain/syncs/data.ts';
import { isActive } from '../domain/syncs/sync-state.ts';
import { type RunningWorker, startWorker } from './main.ts';
import { makeBooks, ownSandbox, pagesOf, type TestBooks, until } from './testing/books.ts';

await createTestDatabase();
const sandbox = await ownSandbox();

let worker: RunningWorker | null = null;
afterEach(async () => {
  await worker?.stop();
  worker = null;
});

const statusOf = async (books: TestBooks, syncId: string) => (await getSync(books.ctx, { syncId })).status;
const ended = (books: TestBooks, syncId: string) => until(async () => !isActive(await statusOf(books, syncId)));

test('a queued sync is run by the worker, and one that sleeps is taken up again', async () => {
  worker = await startWorker();
  const [books, limited] = [await makeBooks(sandbox), await makeBooks(sandbox)];
  await limited.fail({ kind: 'rate_limited', retryAfterSeconds: 1, model: 'contacts', times: 1 });
  const [first, second] = [await books.start(), await limited.start()];
  await Promise.all([ended(books, first), ended(limited, second)]);
  expect(await statusOf(books, first)).toBe('SUCCESS');
  expect(await statusOf(limited, second)).toBe('SUCCESS');
});

test('what is due is synced without being asked for', async () => {
  const books = await makeBooks(sandbox);
  await sqlClient()`update model_configs set due_at = now() - interval '1 minute' where company_id = ${books.companyId}`;
  worker = await startWorker();
  await until(async () => {
    const [sync] = await sqlClient()`select status from syncs where company_id = ${books.companyId}`;
    return sync?.status === 'SUCCESS';
  });
});

test('a worker that stops hands its sync back, and the next worker ends it', async () => {
  worker = await startWorker();
  const books = await makeBooks(sandbox, { contacts: 5, invoices: 620 });
  await books.fail({ kind: 'slow', delayMs: 600_000, model: 'invoices', page: 2 });
  const syncId = await books.start();
  await until(async () => (await pagesOf(syncId)) >= 4);
  await worker.stop();
  expect(await statusOf(books, syncId)).toBe('QUEUED');
  await books.fail();
  worker = await startWorker();
  await ended(books, syncId);
  const sync = await getSync(books.ctx, { syncId });
  expect(sync).toMatchObject({ status: 'SUCCESS' });
  expect(sync.jobs[3]).toMatchObject({ recordsCreated: 620, recordsUnchanged: 0 });
});

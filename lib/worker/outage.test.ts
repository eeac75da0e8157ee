import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../db/testing/database.ts';
import { getSync } from '../domain/syncs/data.ts';
import { isActive } from '../domain/syncs/sync-state.ts';
import { startWorker } from './main.ts';
import { makeBooks, ownSandbox, pagesOf, storedRows, until } from './testing/books.ts';

const { url } = await createTestDatabase();
const sandbox = await ownSandbox();
const outside = postgres(url.replace(/\/[^/]+$/, '/postgres'), { max: 1 });
afterAll(() => outside.end());

const database = new URL(url).pathname.slice(1);
/** Cuts every connection to this database, as a restart of Postgres does. */
const cutAll = () => outside`
  select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = ${database} and pid <> pg_backend_pid()`;

const orFalse = (promise: Promise<boolean>) => promise.catch(() => false);

test('a worker whose connections to Postgres are cut goes on by itself and loses nothing', {
  timeout: 90_000,
}, async () => {
  const worker = await startWorker();
  const books = await makeBooks(sandbox, { contacts: 20, invoices: 1_600 });
  await books.fail({ kind: 'slow', delayMs: 100 });
  const syncId = await books.start();
  for (const pages of [1, 4]) {
    await until(() => orFalse(pagesOf(syncId).then((stored) => stored >= pages)));
    await cutAll();
  }
  await books.fail();
  await until(() => orFalse(getSync(books.ctx, { syncId }).then((sync) => !isActive(sync.status))));
  await worker.stop();
  expect(await getSync(books.ctx, { syncId })).toMatchObject({ status: 'SUCCESS' });
  expect(await storedRows(books.companyId, 'record_invoices')).toHaveLength(1_600);
});

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { sqlClient } from '../../db/client.ts';
import { createTestDatabase } from '../../db/testing/database.ts';
import { getSync } from '../domain/syncs/data.ts';
import { type RunOutcome, runSync } from './run-sync.ts';
import { requeueLost } from './sweep.ts';
import { makeBooks, ownSandbox, pagesOf, silence, storedRows, until } from './testing/books.ts';

await createTestDatabase();
const sandbox = await ownSandbox();

const tables = [
  'record_currencies',
  'record_contacts',
  'record_addresses',
  'record_invoices',
  'record_line_items',
  'record_invoice_payments',
];
const allRows = async (companyId: number) => {
  const rows: Record<string, Record<string, unknown>[]> = {};
  for (const table of tables) rows[table] = await storedRows(companyId, table);
  return rows;
};

const script = fileURLToPath(new URL('./testing/run-one.ts', import.meta.url));
const runElsewhere = (syncId: string): ChildProcess =>
  spawn(process.execPath, [script, syncId], { env: process.env, stdio: 'ignore' });

async function kill(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

test('a worker that is killed again and again leaves a sync that ends with the same rows', {
  timeout: 60_000,
}, async () => {
  const calm = await makeBooks(sandbox, { contacts: 40, invoices: 1_600 });
  const killed = await makeBooks(sandbox, calm);
  const calmly = await getSync(calm.ctx, { syncId: await calm.sync() });
  await killed.fail({ kind: 'slow', delayMs: 40 });
  const syncId = await killed.start();
  for (const pages of [1, 5]) {
    const child = runElsewhere(syncId);
    await until(async () => (await pagesOf(syncId)) >= pages);
    await kill(child);
    await silence(syncId);
    expect((await requeueLost({ now: new Date() })).requeued).toEqual([syncId]);
  }
  await killed.fail();
  expect(await runSync({ syncId })).toEqual({ outcome: 'ended', status: 'SUCCESS' });
  const [kept, wanted] = [await allRows(killed.companyId), await allRows(calm.companyId)];
  for (const table of tables) {
    expect(kept[table]?.length, table).toBe(wanted[table]?.length);
    expect(kept[table]).toEqual(wanted[table]);
  }
  const sync = await getSync(killed.ctx, { syncId });
  // A page and its checkpoint are one transaction: nothing is counted as new twice.
  expect(sync.records).toMatchObject({ created: calmly.records.created, updated: 0, deleted: 0, failed: 0 });
});

test('a full sync that is taken over still deletes only what is gone', async () => {
  const books = await makeBooks(sandbox, { contacts: 5, invoices: 620 });
  await books.sync();
  await sandbox.call('DELETE', `/_admin/books/${books.book}/invoices/inv_7`);
  await books.fail({ kind: 'slow', delayMs: 600_000, model: 'invoices', page: 2 });
  const syncId = await books.start({ fullSync: true, dataModels: [{ dataModel: 'INVOICE' }] });
  const stopped = new AbortController();
  const first = runSync({ syncId, signal: stopped.signal });
  await until(async () => (await pagesOf(syncId)) >= 1);
  stopped.abort();
  expect(await first).toEqual({ outcome: 'handed-back' });
  expect(await getSync(books.ctx, { syncId })).toMatchObject({
    status: 'QUEUED',
    jobCounts: { pending: 1, running: 0 },
  });
  await books.fail();
  expect(await runSync({ syncId })).toEqual({ outcome: 'ended', status: 'SUCCESS' });
  const sync = await getSync(books.ctx, { syncId });
  expect(sync.jobs[0]).toMatchObject({ recordsDeleted: 1, recordsUnchanged: 619 });
});

test('a worker that was given up can no longer write', async () => {
  const books = await makeBooks(sandbox, { contacts: 5, invoices: 1_100 });
  await books.fail({ kind: 'slow', delayMs: 2_500, model: 'invoices', page: 2, times: 1 });
  const syncId = await books.start();
  const zombie = runSync({ syncId });
  await until(async () => (await pagesOf(syncId)) >= 4);
  // The zombie still beats now and then.
  let takeover: RunOutcome;
  do {
    await silence(syncId);
    takeover = await runSync({ syncId });
  } while (takeover.outcome === 'not-claimed');
  expect(takeover).toEqual({ outcome: 'ended', status: 'SUCCESS' });
  const ended = await getSync(books.ctx, { syncId });
  expect(await zombie).toEqual({ outcome: 'not-claimed' });
  expect(await getSync(books.ctx, { syncId })).toEqual(ended);
  expect(ended.jobs[3]).toMatchObject({ recordsCreated: 1_100, recordsUnchanged: 0, pages: 3 });
});

test('a sync that a living worker holds is not taken by another', async () => {
  const books = await makeBooks(sandbox);
  await books.fail({ kind: 'slow', delayMs: 300, model: 'contacts', times: 1 });
  const syncId = await books.start();
  const running = runSync({ syncId });
  await until(async () => (await pagesOf(syncId)) >= 1);
  expect(await runSync({ syncId })).toEqual({ outcome: 'not-claimed' });
  expect((await requeueLost({ now: new Date() })).requeued).toEqual([]);
  expect(await running).toEqual({ outcome: 'ended', status: 'SUCCESS' });
});

test('a waiting sync whose queue entry vanished gets another, and one that has its entry does not', async () => {
  const [lost, kept, taken] = [await makeBooks(sandbox), await makeBooks(sandbox), await makeBooks(sandbox)];
  const [lostId, keptId, takenId] = [await lost.start(), await kept.start(), await taken.start()];
  const sql = sqlClient();
  await sql`delete from graphile_worker._private_jobs where key = ${`sync:${lostId}`}`;
  await sql`
    update graphile_worker._private_jobs set locked_at = now() - interval '1 minute', locked_by = 'a dead worker'
    where key = ${`sync:${takenId}`}`;
  const { requeued } = await requeueLost({ now: new Date() });
  expect(requeued.toSorted()).toEqual([lostId, takenId].toSorted());
  expect(requeued).not.toContain(keptId);
  const keys = [lostId, keptId, takenId].map((id) => `sync:${id}`);
  const entries = await sql`select key from graphile_worker.jobs where locked_at is null and key = any(${keys})`;
  expect(entries.map((entry) => entry.key).toSorted()).toEqual(keys.toSorted());
});

test('a record that is edited while its sync is interrupted arrives as edited', async () => {
  const books = await makeBooks(sandbox, { contacts: 30, invoices: 5 });
  await books.fail({ kind: 'rate_limited', retryAfterSeconds: 1, model: 'invoices', times: 1 });
  const syncId = await books.start();
  const asleep = await runSync({ syncId });
  if (asleep.outcome !== 'sleeping') throw new Error(asleep.outcome);
  await books.admin('PATCH', 'contacts/con_3', { name: 'Renamed meanwhile' });
  await runSync({ syncId, now: () => asleep.resumeAt });
  await books.sync();
  const [row] = (await storedRows(books.companyId, 'record_contacts')).filter((one) => one.platform_id === 'con_3');
  expect(row).toMatchObject({ name: 'Renamed meanwhile' });
});

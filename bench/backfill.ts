import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Sql } from '../db/client.ts';
import type { Integration } from '../db/schema/enums.ts';
import { makeCompany, makeConnection, makeOrganisation } from '../db/testing/factories.ts';
import { startSync } from '../lib/domain/syncs/mutations.ts';
import { resetEnv } from '../lib/env.ts';
import { runSync } from '../lib/worker/run-sync.ts';
import { type Access, wires } from './backfill-wires.ts';
import { onDatabase } from './database.ts';
import { check, print, printTable, timed, whole } from './report.ts';

const sizes = [10_000, 100_000];
/** How much more memory ten times the invoices may take: pages pass through, they are not kept. */
const goal = 1.5;
const sampleMs = 20;

interface Measure {
  integration: Integration;
  invoices: number;
  seconds: number;
  peakBytes: number;
}

/**
 * A first sync of all invoices of a company, through the worker's own run, from the sandbox in a thread of its own, over
 * each of its wires. What is looked at is the heap of the thread that reads and stores: its peak must not grow with the
 * number of invoices.
 */
export async function backfill(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ledgerline-bench-books-'));
  const workerData = { stateFile: join(folder, 'state.json') };
  const platform = new Worker(new URL('./sandbox-platform.ts', import.meta.url), { workerData });
  const [url] = (await once(platform, 'message')) as [string];
  Object.assign(process.env, {
    SANDBOX_URL: url,
    NETSUITE_URL: url,
    BUSINESS_CENTRAL_URL: `${url}/business-central`,
  });
  process.env.SECRET_KEY ??= 'a-secret-key-of-32-characters-or-more';
  resetEnv();
  await onDatabase(async ({ sql }) => {
    const measured: Measure[] = [];
    for (const invoices of sizes) {
      const book = await makeBook(url, invoices);
      for (const { integration, accessTo } of wires) {
        measured.push(await readAll(sql, { integration, ...(await accessTo(book, url)) }, invoices));
      }
    }
    report(measured);
  });
  await platform.terminate();
  rmSync(folder, { recursive: true, force: true });
}

async function makeBook(url: string, invoices: number): Promise<string> {
  const id = `backfill-${invoices}`;
  const made = await fetch(`${url}/_admin/books`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id, base_currency: 'GBP', contacts: 50, invoices, ephemeral: true }),
  });
  check(made.status === 201, `the book was answered ${made.status}`);
  return id;
}

async function readAll(sql: Sql, access: Access, invoices: number): Promise<Measure> {
  const { integration } = access;
  const { ctx } = await makeOrganisation();
  const { companyId } = await makeCompany(ctx, { integration });
  await makeConnection(ctx, { companyId }, access);

  const { id } = await startSync(ctx, { companyId, dataModels: [{ dataModel: 'INVOICE' }] });
  let peakBytes = 0;
  const sampling = setInterval(() => {
    peakBytes = Math.max(peakBytes, process.memoryUsage().heapUsed);
  }, sampleMs);
  const seconds = await timed(async () => {
    const outcome = await runSync({ syncId: id });
    check(outcome.outcome === 'ended' && outcome.status === 'SUCCESS', `the sync ${JSON.stringify(outcome)}`);
  });
  clearInterval(sampling);
  const [stored] = await sql<{ rows: number }[]>`
    select count(*)::int as rows from record_invoices where company_id = ${companyId}`;
  check(stored?.rows === invoices, `${stored?.rows} of ${invoices} invoices were stored over ${integration}`);
  return { integration, invoices, seconds, peakBytes };
}

function report(measured: readonly Measure[]): void {
  printTable(
    ['platform', 'invoices', 'seconds', 'per second', 'peak heap, MiB'],
    measured.map(({ integration, invoices, seconds, peakBytes }) => [
      integration,
      whole(invoices),
      seconds.toFixed(1),
      whole(invoices / seconds),
      whole(peakBytes / 2 ** 20),
    ]),
  );
  print('');
  for (const { integration } of wires) {
    const [few, many] = measured.filter((one) => one.integration === integration);
    const ratio = (many?.peakBytes ?? 0) / (few?.peakBytes ?? 1);
    print(
      `${integration}: ten times the invoices took ${ratio.toFixed(2)} times the heap; the goal is at most ${goal}.`,
    );
  }
}

import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Sql } from '../db/client.ts';
import { makeCompany, makeConnection, makeOrganisation } from '../db/testing/factories.ts';
import { makeContext } from '../lib/context.ts';
import { coreV4 } from '../lib/dialects/core-v4/dialect.ts';
import { createInvoicePayment } from '../lib/dialects/core-v4/operations/writes.ts';
import { createApiKey } from '../lib/domain/api-keys/mutations.ts';
import { startSync } from '../lib/domain/syncs/mutations.ts';
import { resetEnv } from '../lib/env.ts';
import { serve } from '../lib/http/serve.ts';
import { runSync } from '../lib/worker/run-sync.ts';
import { onDatabase } from './database.ts';
import { check, median, print, printTable, timed } from './report.ts';

const warmUp = 50;
const payments = 300;
const goalMs = 30;
const book = 'bench';

/**
 * A synchronous invoice payment through the Core API, key, idempotency key, audit and recorded calls included, to a
 * platform on this machine: what we add to the platform's own time, beside what a commit takes in the same moments.
 */
export async function write(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ledgerline-bench-'));
  const stateFile = join(folder, 'sandbox.json');
  const platform = new Worker(new URL('./sandbox-platform.ts', import.meta.url), { workerData: { stateFile } });
  const [url] = (await once(platform, 'message')) as [string];
  process.env.SANDBOX_URL = url;
  process.env.SECRET_KEY ??= 'a-secret-key-of-32-characters-or-more';
  process.env.LOG_LEVEL = 'silent';
  process.env.RATE_LIMITS = 'off';
  resetEnv();
  await onDatabase(async ({ sql }) => {
    const { pay, companyId, ctx } = await arrange(url);
    const [ours, theirs, commits]: [number[], number[], number[]] = [[], [], []];
    for (let i = 0; i < warmUp + payments; i++) {
      const { ms, syncId } = await pay();
      const platformMs = await callsOf(sql, syncId);
      if (i < warmUp) continue;
      theirs.push(platformMs);
      ours.push(ms - platformMs);
      commits.push(
        1000 *
          (await timed(
            () =>
              sql`insert into idempotency_keys values (${ctx.organisationId}, ${randomUUID()}, '', null, null, null, '', now())`,
          )),
      );
    }
    const [stored] = await sql`select count(*)::int as n from record_invoice_payments where company_id = ${companyId}`;
    check(stored?.n === warmUp + payments, `${stored?.n} payments are stored`);
    report(ours, theirs, commits);
  });
  await platform.terminate();
  rmSync(folder, { recursive: true, force: true });
}

/** Milliseconds that a sync's calls took. They are stored beside the answer: soon after it. */
async function callsOf(sql: Sql, syncId: string): Promise<number> {
  for (;;) {
    const [calls] = await sql<{ ms: number | null }[]>`
      select sum(duration_ms)::int as ms from platform_calls where sync_id = ${syncId}`;
    if (calls?.ms != null) return calls.ms;
  }
}

async function arrange(url: string) {
  const admin = async (path: string, body: unknown) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    check(answer.status === 201, `${path} answered ${answer.status}`);
    return (await answer.json()) as { id: string };
  };
  await admin('/_admin/books', { id: book, base_currency: 'GBP', contacts: 5, invoices: 0, ephemeral: true });
  const invoice = await admin(`/_admin/books/${book}/invoices`, {
    contact_id: 'con_1',
    status: 'issued',
    lines: [{ description: 'Goods', unit_price: '1000000.00' }],
  });
  const { ctx } = await makeOrganisation();
  const { companyId } = await makeCompany(ctx, { integration: 'SANDBOX' });
  await makeConnection(
    ctx,
    { companyId },
    {
      credentials: { companyKey: book, secret: `${book}-secret` },
      entityId: book,
      requested: [{ dataModel: 'INVOICE_PAYMENT', scopeAccess: ['READ', 'CREATE'] }],
    },
  );
  await runSync({ syncId: (await startSync(ctx, { companyId })).id });
  const system = makeContext({ ...ctx, actor: { type: 'system', id: 'bench', label: 'bench' } });
  const { key } = await createApiKey(system, { name: 'bench' });
  return { ctx, companyId, pay: payer({ key, companyId, invoiceId: invoice.id }) };
}

function payer({ key, companyId, invoiceId }: { key: string; companyId: number; invoiceId: string }) {
  const handle = serve(coreV4, [createInvoicePayment]);
  const body = JSON.stringify({ data: { invoice_id: invoiceId, amount: 1.25, payment_date: '2026-03-04' } });
  return async () => {
    const headers = { api_key: key, 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    const request = new Request(`http://bench/v4/core/companies/${companyId}/invoice_payments`, {
      method: 'POST',
      headers,
      body,
    });
    const start = performance.now();
    const answer = await handle(request);
    const answered = (await answer.json()) as { sync_id: string; data: { amount: number } };
    const ms = performance.now() - start;
    check(answer.status === 200 && answered.data.amount === 1.25, `a payment was answered ${answer.status}`);
    return { ms, syncId: answered.sync_id };
  };
}

const quantile = (values: readonly number[], part: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0;

function report(ours: readonly number[], theirs: readonly number[], commits: readonly number[]): void {
  const row = (name: string, values: readonly number[]) => [
    name,
    ...[0.5, 0.95, 0.99].map((part) => quantile(values, part).toFixed(1)),
  ];
  print(`${payments} synchronous invoice payments, one after the other, milliseconds`);
  printTable(
    ['', 'p50', 'p95', 'p99'],
    [row('added by us', ours), row('calls of the platform', theirs), row('one row committed', commits)],
  );
  const p95 = quantile(ours, 0.95);
  print(`A median payment adds as much as ${(median(ours) / median(commits)).toFixed(1)} commits of one row.`);
  print(`p95 ${p95.toFixed(1)} ms, goal < ${goalMs} ms: ${p95 < goalMs ? 'reached' : 'not reached'}`);
}

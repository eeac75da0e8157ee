import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Sql } from '../db/client.ts';
import { makeTestCompany, startTestRun } from '../db/testing/records.ts';
import { sandboxConnector } from '../lib/connectors/sandbox/connector.ts';
import { mapRecord } from '../lib/connectors/sandbox/mapper.ts';
import { mapPage } from '../lib/domain/records/map-page.ts';
import { type PageOutcome, storePage } from '../lib/domain/records/mutations.ts';
import type { PageRecord } from '../lib/domain/records/page.ts';
import { preparedRecord } from '../lib/domain/records/record-hash.ts';
import { resetEnv } from '../lib/env.ts';
import { lookAhead } from '../lib/worker/look-ahead.ts';
import { copyClient, copyPage } from './copy.ts';
import { onDatabase } from './database.ts';
import { rawPayment } from './payments.ts';
import { againstGoal, check, median, print, printTable, timed, whole } from './report.ts';

const rowCount = 20_000;
/** What the connector asks for; COPY takes pages of 1,000. */
const platformPage = 500;
const copyPageSize = 1000;
const rounds = 5;
const goal = 0.3;

/**
 * The path of a pull as the worker walks it (fetch, parse, map and hash a page while the one before it is stored),
 * from a platform on this machine, against COPY of the same rows that are ready in memory.
 */
export async function pull(): Promise<void> {
  const platform = new Worker(new URL('./canned-platform.ts', import.meta.url), {
    workerData: { rows: rowCount, pageSize: platformPage },
  });
  const [port] = (await once(platform, 'message')) as [number];
  process.env.SANDBOX_URL = `http://127.0.0.1:${port}`;
  resetEnv();
  await onDatabase(async ({ sql, url }) => {
    const copying = copyClient(url);
    const ready = copyPages();
    const measured: { copy: number; pull: number; again: number }[] = [];
    for (let round = 0; round <= rounds; round++) {
      const seconds = await oneRound(sql, copying, ready);
      if (round > 0) measured.push(seconds);
    }
    await copying.end();
    report(measured);
  });
  await platform.terminate();
}

const copyPages = () =>
  Array.from({ length: rowCount / copyPageSize }, (_, page) =>
    Array.from({ length: copyPageSize }, (_, i): PageRecord<'INVOICE_PAYMENT'> => {
      const raw = rawPayment(page * copyPageSize + i, 0);
      return preparedRecord(mapRecord('INVOICE_PAYMENT', raw), raw);
    }),
  );

async function oneRound(sql: Sql, copying: Sql, ready: PageRecord<'INVOICE_PAYMENT'>[][]) {
  const copyRun = await startTestRun(sql, await makeTestCompany(sql), 'INVOICE_PAYMENT');
  const company = await makeTestCompany(sql);
  const now = new Date();
  const copy = await timed(async () => {
    for (const page of ready) await copyPage(copying, copyRun, now, page);
  });
  const pulled = await timed(async () => {
    const counted = await pullOnce(sql, company);
    check(counted.created === rowCount && counted.rejected === 0, `the first pull counted ${JSON.stringify(counted)}`);
  });
  await sql`vacuum analyze record_invoice_payments`;
  const [left, right] = [await digest(sql, copyRun), await digest(sql, company)];
  check(left === right && left.includes(`"rows":${rowCount}`), `COPY wrote ${left}, the pull ${right}`);
  const again = await timed(async () => {
    const counted = await pullOnce(sql, company);
    check(counted.unchanged === rowCount, `the second pull counted ${JSON.stringify(counted)}`);
  });
  await sql`truncate record_invoice_payments`;
  await sql`checkpoint`;
  return { copy, pull: pulled, again };
}

async function digest(sql: Sql, { companyId }: { companyId: number }): Promise<string> {
  const [row] = await sql`
    select count(*)::int as rows, md5(string_agg(data_hash, '' order by platform_id)) as digest
    from record_invoice_payments where company_id = ${companyId}`;
  return JSON.stringify(row);
}

async function pullOnce(sql: Sql, company: { organisationId: number; companyId: number }) {
  const run = await startTestRun(sql, company, 'INVOICE_PAYMENT');
  const session = await sandboxConnector.open({ companyKey: 'book', secret: 'x' }, { entityId: 'book' });
  const { signal } = new AbortController();
  const pages = session.pull('INVOICE_PAYMENT', { cursor: null, full: false, syncFrom: null, signal });
  const ahead = lookAhead(pages, 1, (page) => mapPage(sandboxConnector, 'INVOICE_PAYMENT', page));
  const counted = { created: 0, updated: 0, unchanged: 0, rejected: 0 };
  for (;;) {
    const next = await ahead.next();
    if (next.kind === 'failed') throw next.error;
    if (next.kind === 'end') break;
    const page = { ...run, model: 'INVOICE_PAYMENT', full: false, now: new Date(), ...next.item } as const;
    addTo(counted, await storePage({ ...page, records: next.item.records as PageRecord<'INVOICE_PAYMENT'>[] }, sql));
  }
  await session.close();
  return counted;
}

function addTo(counted: Omit<PageOutcome, 'changed'>, page: PageOutcome): void {
  counted.created += page.created;
  counted.updated += page.updated;
  counted.unchanged += page.unchanged;
  counted.rejected += page.rejected;
}

function report(measured: readonly { copy: number; pull: number; again: number }[]): void {
  const rate = (phase: 'copy' | 'pull' | 'again') => whole(median(measured.map((round) => rowCount / round[phase])));
  const ratio = (phase: 'pull' | 'again') => median(measured.map((round) => round.copy / round[phase]));
  print(`${whole(rowCount)} invoice payments, medians of ${rounds} rounds; COPY over TCP without delay`);
  printTable(
    ['', 'rows/s', 'of COPY', 'goal', 'reached'],
    [
      ['COPY, rows ready in memory', rate('copy'), '1.00', '', ''],
      ['pull of new rows', rate('pull'), ...againstGoal(ratio('pull'), goal)],
      ['pull of unchanged rows', rate('again'), ratio('again').toFixed(2), '', ''],
    ],
  );
}

import type { Sql } from '../db/client.ts';
import { makeTestCompany, startTestRun, type TestCompany, type TestRun } from '../db/testing/records.ts';
import { mapRecord } from '../lib/connectors/sandbox/mapper.ts';
import { type PageOutcome, storePage } from '../lib/domain/records/mutations.ts';
import type { PageRecord } from '../lib/domain/records/page.ts';
import { preparedRecord } from '../lib/domain/records/record-hash.ts';
import { copyClient, copyPage } from './copy.ts';
import { onDatabase } from './database.ts';
import { rawPayment } from './payments.ts';
import { againstGoal, check, median, print, printTable, timed, whole } from './report.ts';

const pageSize = 1000;
const pageCount = 20;
const rowCount = pageSize * pageCount;
const rounds = 5;
const goals = { new: 0.5, changed: 0.38, unchanged: 2.5 };

type Pages = PageRecord<'INVOICE_PAYMENT'>[][];
const phases = ['COPY', 'new', 'changed', 'unchanged'] as const;
type Phase = (typeof phases)[number];
interface Measure {
  seconds: number;
  /** Written ahead for everything, and for the records' table and its indexes alone. */
  walBytes: number;
  rowWalBytes: number;
}

/**
 * Storing pages of 1,000 invoice payments (12 typed columns, 1 kB of raw data, three indexes) against COPY of the same
 * rows into the same table, a transaction a page with its checkpoint, all phases after each other in every round.
 */
export async function ingest(): Promise<void> {
  await onDatabase(async ({ sql, url }) => {
    // Of the table's five indexes the two that lists don't need are left out, so that three are measured.
    await sql`create extension pg_walinspect`;
    await sql`drop index record_invoice_payments_invoice, record_invoice_payments_contact`;
    const copying = copyClient(url);
    const [first, second] = [makePages(0), makePages(1)];
    const measured: Record<Phase, Measure>[] = [];
    for (let round = 0; round <= rounds; round++) {
      const measures = await oneRound(sql, copying, first, second);
      // The first round warms up: plans, code, the files of a new cluster.
      if (round > 0) measured.push(measures);
    }
    await copying.end();
    report(measured);
  });
}

const makePages = (version: number): Pages =>
  Array.from({ length: pageCount }, (_, page) =>
    Array.from({ length: pageSize }, (_, i) => {
      const raw = rawPayment(page * pageSize + i, version);
      return preparedRecord(mapRecord('INVOICE_PAYMENT', raw), raw);
    }),
  );

async function oneRound(sql: Sql, copying: Sql, first: Pages, second: Pages): Promise<Record<Phase, Measure>> {
  const [copied, stored] = [await makeTestCompany(sql), await makeTestCompany(sql)];
  const run = await startTestRun(sql, stored, 'INVOICE_PAYMENT');
  const now = new Date();
  const copyRun = await startTestRun(sql, copied, 'INVOICE_PAYMENT');
  const copy = await measure(copying, async () => {
    for (const page of first) await copyPage(copying, copyRun, now, page);
  });
  const added = await measureStore(sql, run, first, { created: pageSize });
  await checkSame(sql, copied, stored);
  await settle(sql);
  const unchanged = await measureStore(sql, run, first, { unchanged: pageSize });
  const changed = await measureStore(sql, run, second, { updated: pageSize });
  await checkChanged(sql, stored, second);
  await sql`truncate record_invoice_payments`;
  await sql`checkpoint`;
  return { COPY: copy, new: added, unchanged, changed };
}

/** As between two syncs: the vacuum sets the marks on new rows that the first reader would set, and log, otherwise. */
async function settle(sql: Sql): Promise<void> {
  await sql`vacuum analyze record_invoice_payments`;
  await sql`vacuum sync_jobs`;
}

async function measureStore(sql: Sql, run: TestRun, pages: Pages, expected: Partial<PageOutcome>): Promise<Measure> {
  const outcomes: PageOutcome[] = [];
  const measured = await measure(sql, async () => {
    for (const [index, records] of pages.entries()) {
      const page = { ...run, model: 'INVOICE_PAYMENT', full: false, now: new Date(), records, rejected: [] } as const;
      outcomes.push(await storePage({ ...page, checkpoint: { page: index } }, sql));
    }
  });
  const wanted = { created: 0, updated: 0, unchanged: 0, rejected: 0, ...expected };
  for (const { created, updated, unchanged, rejected } of outcomes) {
    const same = JSON.stringify({ created, updated, unchanged, rejected }) === JSON.stringify(wanted);
    check(same, `a page counted ${JSON.stringify({ created, updated, unchanged, rejected })}`);
  }
  return measured;
}

async function measure(sql: Sql, work: () => Promise<void>): Promise<Measure> {
  const before = await walPosition(sql);
  const seconds = await timed(work);
  const after = await walPosition(sql);
  const [wal] = await sql<{ all: string; rows: string }[]>`
    select ${after}::pg_lsn - ${before}::pg_lsn as all, (
      select coalesce(sum(record_length), 0) from (
        select distinct start_lsn, record_length from pg_get_wal_block_info(${before}::pg_lsn, ${after}::pg_lsn)
        where relfilenode in (
          select pg_relation_filenode('record_invoice_payments')
          union all select pg_relation_filenode(indexrelid) from pg_index
          where indrelid = 'record_invoice_payments'::regclass
        )
      ) records
    ) as rows`;
  return { seconds, walBytes: Number(wal?.all), rowWalBytes: Number(wal?.rows) };
}

async function walPosition(sql: Sql): Promise<string> {
  const [row] = await sql<{ lsn: string }[]>`select pg_current_wal_insert_lsn()::text as lsn`;
  return row?.lsn ?? '';
}

/** What was stored must be what COPY wrote, but for the ids. */
async function checkSame(sql: Sql, copied: TestCompany, stored: TestCompany): Promise<void> {
  const digest = async ({ companyId }: TestCompany) => {
    const [row] = await sql`
      select count(*)::int as rows, md5(string_agg(
        (to_jsonb(r) - 'company_id' - 'rootfi_id' - 'rootfi_created_at' - 'rootfi_updated_at')::text, ''
        order by platform_id)) as digest
      from record_invoice_payments r where company_id = ${companyId}`;
    return JSON.stringify(row);
  };
  const [left, right] = [await digest(copied), await digest(stored)];
  check(left === right && left.includes(`"rows":${rowCount}`), `COPY wrote ${left}, the store ${right}`);
}

async function checkChanged(sql: Sql, { companyId }: TestCompany, pages: Pages): Promise<void> {
  const hashes = new Map(pages.flat().map((record) => [record.canonical.platformId, record.dataHash]));
  const rows = await sql`
    select platform_id, data_hash, raw_data ->> 'amount' = trim_scale(amount)::text as same
    from record_invoice_payments where company_id = ${companyId}`;
  const right = rows.every((row) => hashes.get(row.platform_id) === row.data_hash && row.same === true);
  check(right && rows.length === rowCount, 'the changed rows are not what was stored');
}

function report(measured: readonly Record<Phase, Measure>[]): void {
  const rate = (phase: Phase) => whole(median(measured.map((round) => rowCount / round[phase].seconds)));
  const ratio = (phase: Phase) => median(measured.map((round) => round.COPY.seconds / round[phase].seconds));
  const wal = (phase: Phase, kind: 'walBytes' | 'rowWalBytes', per: number) =>
    whole(median(measured.map((round) => round[phase][kind] / per)));
  print(
    `${whole(rowCount)} rows in pages of ${whole(pageSize)}, medians of ${rounds} rounds; COPY over TCP without delay`,
  );
  printTable(
    ['', 'rows/s', 'of COPY', 'goal', 'reached', 'WAL bytes a row'],
    phases.map((phase) => [
      phase,
      rate(phase),
      ...(phase === 'COPY' ? ['1.00', '', ''] : againstGoal(ratio(phase), goals[phase])),
      wal(phase, 'rowWalBytes', rowCount),
    ]),
  );
  const checkpoint = wal('unchanged', 'walBytes', pageCount);
  print(
    `WAL of an unchanged page: ${checkpoint} bytes for its checkpoint, ${wal('unchanged', 'rowWalBytes', 1)} for rows`,
  );
}

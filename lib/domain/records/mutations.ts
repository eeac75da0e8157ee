import { and, eq } from 'drizzle-orm';
import type postgres from 'postgres';
import { type Sql, sqlClient, type Tx } from '../../../db/client.ts';
import { syncSeen } from '../../../db/schema/syncs.ts';
import { arrayLiteral } from './array-literal.ts';
import { holdClaim, type RecordClaim } from './claim.ts';
import { cleanJson } from './clean-text.ts';
import { type DeletionOutcome, deletionVerdict } from './deletion.ts';
import { deletionStatements } from './deletion-statements.ts';
import { type ArrangedRecord, arrangePage, type PageRecord, type PageRejection } from './page.ts';
import { type ChangedRecord, type PageRows, pageWrites } from './page-writes.ts';
import { declarationOf, type RecordModel } from './registry.ts';
import { writePlan } from './write-plan.ts';

export { ClaimLost } from './claim.ts';
export type { ChangedRecord } from './page-writes.ts';

/** One page of a pull: what to store of it, and where to go on after it. */
export interface RecordPage<M extends RecordModel = RecordModel> extends RecordClaim {
  model: M;
  /** The pass reads everything: what it saw is kept, so that what is gone can be told at its end. */
  full: boolean;
  now: Date;
  /** JSON: the connector's cursor after this page. */
  checkpoint: unknown;
  records: readonly PageRecord<M>[];
  rejected: readonly PageRejection[];
}

/** What became of a page's records, each platform id counted once. */
export interface PageOutcome {
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  changed: ChangedRecord[];
}

/**
 * Stores a page with its children, rejected records, checkpoint and counts in one transaction, with a fixed number of
 * statements however many rows. A record whose hash is stored already writes nothing. Throws ClaimLost when the sync is
 * no longer this worker's.
 */
export async function storePage<M extends RecordModel>(
  page: RecordPage<M>,
  sql: Sql = sqlClient(),
): Promise<PageOutcome> {
  const plan = writePlan(declarationOf(page.model));
  const { records, rejections } = arrangePage(plan, page.records, page.rejected);
  const result = await sql.begin(async (tx): Promise<PageOutcome> => {
    const [{ hasRejected }, differing] = await openPage(tx, page, plan.diff, records);
    const rows: PageRows = { added: [], changed: [], read: records, rejections };
    const changed = differing.map(({ place, rootfi_id, old_hash }): ChangedRecord => {
      const record = records[place - 1] as ArrangedRecord;
      if (rootfi_id === null) rows.added.push(record);
      else rows.changed.push({ ...record, rootfiId: rootfi_id });
      return { platformId: record.platformId, oldHash: old_hash };
    });
    const outcome = {
      created: rows.added.length,
      updated: rows.changed.length,
      unchanged: records.length - differing.length,
      rejected: rejections.length,
      changed,
    };
    await Promise.all([...pageWrites(tx, plan, page, rows, hasRejected), writeCheckpoint(tx, page, outcome)]);
    return outcome;
  });
  return result as PageOutcome;
}

interface DifferingRow {
  place: number;
  /** Null, as the old hash, when the record is new. */
  rootfi_id: string | null;
  old_hash: string | null;
}

// The statements of a page look rows up by key. They are planned once a connection, and so that the plan stays right:
// one made for an empty table would otherwise read it whole, and be kept while the table grows.
const plannerSettings = `
  select set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true),
    set_config('enable_sort', 'off', true), set_config('enable_incremental_sort', 'off', true)`;

async function openPage(
  tx: postgres.TransactionSql,
  page: RecordClaim,
  diff: string,
  records: readonly ArrangedRecord[],
): Promise<[{ hasRejected: boolean }, readonly DifferingRow[]]> {
  const ids = arrayLiteral(records.map((record) => record.platformId));
  const hashes = arrayLiteral(records.map((record) => record.dataHash));
  // execute() sends at once, so that the three go in this order and without waiting for answers in between.
  const settings = tx.unsafe(plannerSettings, [], { prepare: true }).execute();
  const held = holdClaim(tx, page);
  const differing = tx.unsafe<DifferingRow[]>(diff, [page.companyId, ids, hashes], { prepare: true }).execute();
  const [, ...found] = await Promise.all([settings, held, differing]);
  return found;
}

function writeCheckpoint(
  tx: postgres.TransactionSql,
  page: { jobId: string; checkpoint: unknown },
  { created, updated, unchanged, rejected }: PageOutcome,
): PromiseLike<unknown> {
  const checkpoint = JSON.stringify(page.checkpoint ?? null);
  return tx`
    update sync_jobs
    set checkpoint = nullif(${cleanJson(checkpoint)}::text::jsonb, 'null'::jsonb), pages = pages + 1,
      records_created = records_created + ${created}, records_updated = records_updated + ${updated},
      records_unchanged = records_unchanged + ${unchanged}, records_failed = records_failed + ${rejected}
    where id = ${page.jobId}`.execute();
}

/** Which pass has ended, and whether a person agreed to a great loss. */
export interface DeletionInput extends RecordClaim {
  now: Date;
  /** What the pass left out was dated before this; null when it left out nothing. */
  syncFrom: Date | null;
  allowMany?: boolean;
}

/**
 * Marks as deleted what a full pass did not see. Only after a whole pass. Says so and marks nothing when too much would
 * vanish, or when a record could not be told by its id. Repeating it after a crash is safe. Throws ClaimLost.
 */
export async function markDeleted(input: DeletionInput, sql: Sql = sqlClient()): Promise<DeletionOutcome> {
  const statements = deletionStatements(declarationOf(input.model), input);
  const outcome = await sql.begin(async (tx): Promise<DeletionOutcome> => {
    await holdClaim(tx, input);
    const verdict = deletionVerdict(await statements.survey(tx), input.allowMany ?? false);
    if (verdict.outcome !== 'marked') return verdict;
    const deleted = await statements.mark(tx);
    await statements.forgetRejected(tx);
    await tx`update sync_jobs set records_deleted = records_deleted + ${deleted} where id = ${input.jobId}`;
    return { outcome: 'marked', deleted };
  });
  return outcome as DeletionOutcome;
}

/**
 * Erases what a full pass saw, in the transaction that ends its job. Not sooner: markDeleted, repeated after a crash
 * without it, would take every record for gone.
 */
export async function forgetSeen(tx: Tx, input: { companyId: number; jobId: string }): Promise<void> {
  await tx.delete(syncSeen).where(and(eq(syncSeen.companyId, input.companyId), eq(syncSeen.jobId, input.jobId)));
}

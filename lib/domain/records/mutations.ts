import { and, eq } from 'drizzle-orm';
import type postgres from 'postgres';
import { type Sql, sqlClient, type Tx } from '../../../db/client.ts';
import { syncSeen } from '../../../db/schema/syncs.ts';
import { announceChanges } from './announce-changes.ts';
import { holdClaim, type RecordClaim } from './claim.ts';
import { cleanJson } from './clean-text.ts';
import { type DeletionOutcome, deletionVerdict } from './deletion.ts';
import { deletionStatements } from './deletion-statements.ts';
import { arrangePage, type PageRecord, type PageRejection } from './page.ts';
import { declarationOf, type RecordModel } from './registry.ts';
import { type PageOutcome, storeRows } from './store-rows.ts';
import { writePlan } from './write-plan.ts';

export { ClaimLost } from './claim.ts';
export type { ChangedRecord } from './page-writes.ts';
export type { PageOutcome } from './store-rows.ts';

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
  const arranged = arrangePage(plan, page.records, page.rejected);
  const result = await sql.begin((tx) =>
    storeRows(tx, plan, page, arranged, {
      hold: () => holdClaim(tx, page),
      alongside: (outcome) => [writeCheckpoint(tx, page, outcome)],
    }),
  );
  return result as PageOutcome;
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

/** Which pass has ended, and how great a loss a person agreed to. */
export interface DeletionInput extends RecordClaim {
  now: Date;
  /** What the pass left out was dated before this; null when it left out nothing. */
  syncFrom: Date | null;
  /** Records; default none beyond what is believed. */
  confirmed?: number;
}

/**
 * Marks as deleted what a full pass did not see. Only after a whole pass. Says so and marks nothing when too much would
 * vanish, or when a record could not be told by its id. Repeating it after a crash is safe. Throws ClaimLost.
 */
export async function markDeleted(input: DeletionInput, sql: Sql = sqlClient()): Promise<DeletionOutcome> {
  const statements = deletionStatements(declarationOf(input.model), input);
  const outcome = await sql.begin(async (tx): Promise<DeletionOutcome> => {
    const { hasListener } = await holdClaim(tx, input);
    const verdict = deletionVerdict(await statements.survey(tx), input.confirmed ?? 0);
    if (verdict.outcome !== 'marked') return verdict;
    const { deleted, ids } = await statements.mark(tx, { withIds: hasListener });
    await announceChanges(tx, input, { deleted: ids });
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

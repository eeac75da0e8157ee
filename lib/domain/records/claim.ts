import type postgres from 'postgres';
import type { RecordModel } from './registry.ts';

/** The run that writes: which worker's claim it is, and the job whose checkpoint and counts move with the rows. */
export interface RecordClaim {
  companyId: number;
  organisationId: number;
  syncId: string;
  jobId: string;
  claim: string;
  model: RecordModel;
}

/** The sync was cancelled, ended, or given to another worker. Nothing of the page was stored. */
export class ClaimLost extends Error {
  constructor(syncId: string) {
    super(`Sync ${syncId} is no longer this worker's to write`);
    this.name = 'ClaimLost';
  }
}

// The share lock holds off whoever would take the sync over until this transaction ends, so that the next worker reads
// the checkpoint that it left. The advisory lock makes writers of one company's model take turns.
const holdStatement = `
  select pg_advisory_xact_lock(hashtextextended($5::text, s.company_id)),
    exists (
      select from rejected_records r where r.company_id = s.company_id and r.data_model = $5::text
    ) as has_rejected
  from syncs s
  where s.id = $1::uuid and s.claim = $2::uuid and s.company_id = $3::bigint and s.organisation_id = $4::bigint
    and s.status = 'RUNNING' and not s.cancel_requested
    and exists (
      select from sync_jobs j
      where j.id = $6::uuid and j.sync_id = s.id and j.company_id = s.company_id and j.data_model = $5::text
    )
  for share of s`;

/** Opens every transaction of a run. Says whether rejected records of this model are kept. Throws ClaimLost. */
export async function holdClaim(tx: postgres.TransactionSql, run: RecordClaim): Promise<{ hasRejected: boolean }> {
  const args = [run.syncId, run.claim, run.companyId, run.organisationId, run.model, run.jobId];
  const [held] = await tx.unsafe<{ has_rejected: boolean }[]>(holdStatement, args, { prepare: true }).execute();
  if (!held) throw new ClaimLost(run.syncId);
  return { hasRejected: held.has_rejected };
}

const holdModelStatement = `
  select pg_advisory_xact_lock(hashtextextended($2::text, $1::bigint)),
    exists (select from rejected_records r where r.company_id = $1::bigint and r.data_model = $2::text) as has_rejected`;

/**
 * The same turn-taking for who stores records without a run of a PULL. Who needs several models asks for them in the
 * order of the registry, so that no two wait for each other.
 */
export async function holdModel(
  tx: postgres.TransactionSql,
  { companyId, model }: Pick<RecordClaim, 'companyId' | 'model'>,
): Promise<{ hasRejected: boolean }> {
  const args = [companyId, model];
  const [held] = await tx.unsafe<{ has_rejected: boolean }[]>(holdModelStatement, args, { prepare: true }).execute();
  return { hasRejected: held?.has_rejected ?? false };
}

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

/** What who writes records of a model has to look after beside the rows. */
export interface HeldModel {
  /** Rejected records of this model are kept. */
  hasRejected: boolean;
  /** A receiver of webhooks wants to hear of changed records. */
  hasListener: boolean;
}

/** The same as columns, by the parameters or columns that name company, organisation and model. */
const heldColumns = (companyId: string, organisationId: string, model: string) => `
    exists (
      select from rejected_records r where r.company_id = ${companyId} and r.data_model = ${model}
    ) as "hasRejected",
    exists (
      select from webhook_configs w
      where w.organisation_id = ${organisationId} and w.webhook_type = 'DATA_MODEL_CHANGES' and w.state = 'ENABLED'
    ) as "hasListener"`;

// The share lock holds off whoever would take the sync over until this transaction ends, so that the next worker reads
// the checkpoint that it left. The advisory lock makes writers of one company's model take turns.
const holdStatement = `
  select pg_advisory_xact_lock(hashtextextended($5::text, s.company_id)),
    ${heldColumns('s.company_id', 's.organisation_id', '$5::text')}
  from syncs s
  where s.id = $1::uuid and s.claim = $2::uuid and s.company_id = $3::bigint and s.organisation_id = $4::bigint
    and s.status = 'RUNNING' and not s.cancel_requested
    and exists (
      select from sync_jobs j
      where j.id = $6::uuid and j.sync_id = s.id and j.company_id = s.company_id and j.data_model = $5::text
    )
  for share of s`;

/** Opens every transaction of a run. Throws ClaimLost. */
export async function holdClaim(tx: postgres.TransactionSql, run: RecordClaim): Promise<HeldModel> {
  const args = [run.syncId, run.claim, run.companyId, run.organisationId, run.model, run.jobId];
  const [held] = await tx.unsafe<HeldModel[]>(holdStatement, args, { prepare: true }).execute();
  if (!held) throw new ClaimLost(run.syncId);
  return held;
}

const holdModelStatement = `
  select pg_advisory_xact_lock(hashtextextended($3::text, $1::bigint)),
    ${heldColumns('$1::bigint', '$2::bigint', '$3::text')}`;

/**
 * The same turn-taking for who stores records without a run of a PULL. Who needs several models asks for them in the
 * order of the registry, so that no two wait for each other.
 */
export async function holdModel(
  tx: postgres.TransactionSql,
  { companyId, organisationId, model }: Pick<RecordClaim, 'companyId' | 'organisationId' | 'model'>,
): Promise<HeldModel> {
  const args = [companyId, organisationId, model];
  const [held] = await tx.unsafe<HeldModel[]>(holdModelStatement, args, { prepare: true }).execute();
  return held ?? { hasRejected: false, hasListener: false };
}

import { randomUUID } from 'node:crypto';
import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { db, type Tx } from '../../../db/client.ts';
import { companies } from '../../../db/schema/companies.ts';
import { connections, modelConfigs } from '../../../db/schema/connections.ts';
import type { Integration } from '../../../db/schema/enums.ts';
import { syncJobs, syncs } from '../../../db/schema/syncs.ts';
import { definitions } from '../../connectors/definitions.ts';
import type { ModelCapability } from '../../connectors/types.ts';
import type { Sealed } from '../../crypto/key-ring.ts';
import { wakeConnection } from '../connections/health.ts';
import { loadCompanyConfigs } from '../sync-config/stored-configs.ts';
import { publishSyncStarted } from '../webhooks/sync-events.ts';
import { silenceMs } from './sync-state.ts';

/** Who holds a run. Every statement of a run names its claim, so that a worker that was given up can't write. */
export interface RunClaim {
  syncId: string;
  claim: string;
  companyId: number;
  organisationId: number;
}

/** A model of a run that is still to be read. */
export interface ClaimedJob {
  id: string;
  capability: ModelCapability;
  /** Records dated before it are not asked for. */
  syncFrom: Date | null;
  /** Where reading goes on: the job's own checkpoint, else that of the last whole pass; null reads everything. */
  cursor: unknown;
  /** Whether the pass began with nothing to go on from, so that it reads everything. */
  readsEverything: boolean;
  /** Where the pass began; null: with everything. */
  startCursor: unknown;
  /** How many records a person agreed to see marked deleted, though they are too many to believe. */
  deletionsConfirmed: number | null;
}

export interface ClaimedRun extends RunClaim {
  integration: Integration;
  fullSync: boolean;
  requestId: string;
  cancelRequested: boolean;
  entityId: string | null;
  /** Null when the connection was closed meanwhile. */
  credentials: Sealed | null;
  jobs: ClaimedJob[];
}

/** A run whose worker has been silent for too long, by the database's own clock. */
export const isSilent: SQL = sql`(status = 'RUNNING' and heartbeat_at < clock_timestamp() - ${silenceMs} * interval '1 millisecond')`;

/**
 * Whether a queued sync may be taken up: while its connection is paused only one that was in the middle of its work, so
 * that a run that was handed back ends, and one that sleeps or has not begun waits.
 */
export const mayBegin = (sync: string): SQL => {
  const alias = sql.identifier(sync);
  return sql`((${alias}.start_time is not null and ${alias}.resume_at is null) or not exists (
    select from connections paused where paused.company_id = ${alias}.company_id and paused.paused_at is not null))`;
};

/**
 * Takes a sync that waits for its turn, or whose worker was lost. Null when it has ended, is held by a living worker or
 * must still wait, as while its connection is paused. A new claim waits for a page that the old one is storing and reads
 * the checkpoint after it.
 */
export async function claimSync(input: { syncId: string; now: Date }): Promise<ClaimedRun | null> {
  return db().transaction(async (tx) => {
    const [known] = await tx
      .select({ companyId: syncs.companyId, startTime: syncs.startTime })
      .from(syncs)
      .where(and(eq(syncs.id, input.syncId), eq(syncs.jobType, 'PULL')));
    if (!known) return null;
    await lockCompanyRow(tx, known.companyId);
    const claim = randomUUID();
    const now = sql`${input.now.toISOString()}::timestamptz`;
    const [sync] = await tx
      .update(syncs)
      .set({
        status: 'RUNNING',
        claim,
        heartbeatAt: sql`clock_timestamp()`,
        startTime: sql`coalesce(start_time, ${now})`,
        resumeAt: null,
      })
      .where(
        and(
          eq(syncs.id, input.syncId),
          sql`((status = 'QUEUED' and (resume_at is null or resume_at <= ${now}) and ${mayBegin('syncs')}) or ${isSilent})`,
        ),
      )
      .returning();
    if (!sync) return null;
    await tx
      .update(syncJobs)
      .set({ status: 'CREATED' })
      .where(and(eq(syncJobs.syncId, sync.id), eq(syncJobs.status, 'RUNNING')));
    await wakeConnection(tx, { companyId: sync.companyId, now: input.now, syncState: 'FETCHING' });
    if (!known.startTime) await publishSyncStarted(tx, input);
    await endPaused(tx, sync.id, input.now);
    return {
      syncId: sync.id,
      claim,
      companyId: sync.companyId,
      organisationId: sync.organisationId,
      integration: sync.integration,
      fullSync: sync.fullSync,
      requestId: sync.requestId,
      cancelRequested: sync.cancelRequested,
      ...(await credentialsOf(tx, sync.companyId)),
      jobs: await jobsOf(tx, sync),
    };
  });
}

/** Locks a company's row before a sync of it moves: first the company, then the sync, then the connection. */
export async function lockCompanyRow(tx: Tx, companyId: number): Promise<void> {
  await tx.select({ id: companies.id }).from(companies).where(eq(companies.id, companyId)).for('no key update');
}

/** Ends the jobs whose model was paused before their turn; one that was begun is let end. */
async function endPaused(tx: Tx, syncId: string, now: Date): Promise<void> {
  await tx.execute(sql`
    update sync_jobs job
    set status = 'FAILED', end_time = ${now.toISOString()}::timestamptz,
      error_message = 'This model was paused before its turn. Nothing of it was read; a retry reads it once it is resumed'
    from model_configs m
    where job.sync_id = ${syncId} and job.status = 'CREATED' and job.start_time is null
      and m.company_id = job.company_id and m.data_model = job.data_model and m.paused_at is not null`);
}

async function credentialsOf(tx: Tx, companyId: number) {
  const [connection] = await tx
    .select({
      entityId: connections.entityId,
      ciphertext: connections.credentials,
      keyId: connections.credentialsKeyId,
    })
    .from(connections)
    .where(eq(connections.companyId, companyId));
  const { ciphertext, keyId, entityId } = connection ?? { ciphertext: null, keyId: null, entityId: null };
  return { entityId, credentials: ciphertext && keyId ? { ciphertext, keyId } : null };
}

async function jobsOf(tx: Tx, sync: typeof syncs.$inferSelect): Promise<ClaimedJob[]> {
  const capabilities = definitions[sync.integration]?.models ?? [];
  const known = await loadCompanyConfigs(tx, sync.companyId);
  const cursors = await tx
    .select({ dataModel: modelConfigs.dataModel, cursor: modelConfigs.cursor })
    .from(modelConfigs)
    .where(eq(modelConfigs.companyId, sync.companyId));
  const jobs = await tx
    .select()
    .from(syncJobs)
    .where(and(eq(syncJobs.syncId, sync.id), inArray(syncJobs.status, ['CREATED', 'RUNNING'])))
    .orderBy(asc(syncJobs.position));
  return jobs.flatMap((job) => {
    const capability = capabilities.find((one) => one.model === job.dataModel);
    if (!capability) return [];
    const wanted = known?.entries.find((entry) => entry.dataModel === job.dataModel)?.syncFrom ?? null;
    // A date of its own asks for records that the cursor of the ordinary passes would leave out.
    const ownDate = job.syncFrom?.getTime() !== wanted?.getTime();
    const earlier = cursors.find((one) => one.dataModel === job.dataModel)?.cursor ?? null;
    const usual = sync.fullSync || ownDate ? null : earlier;
    const start = job.isReread && !sync.fullSync ? job.startCursor : usual;
    return {
      id: job.id,
      capability,
      syncFrom: job.syncFrom,
      cursor: job.checkpoint ?? start,
      readsEverything: start === null,
      startCursor: start,
      deletionsConfirmed: job.deletionsConfirmed,
    };
  });
}

/** Says that a run is alive. `cancel`: somebody asked to end it. `lost`: another worker holds it, or it has ended. */
export async function beat(run: RunClaim): Promise<'held' | 'cancel' | 'lost'> {
  const [sync] = await db()
    .update(syncs)
    .set({ heartbeatAt: sql`clock_timestamp()` })
    .where(heldBy(run))
    .returning({ cancelRequested: syncs.cancelRequested });
  if (!sync) return 'lost';
  return sync.cancelRequested ? 'cancel' : 'held';
}

/** The sync of a claim, as long as it holds. */
export const heldBy = (run: RunClaim): SQL | undefined =>
  and(eq(syncs.id, run.syncId), eq(syncs.claim, run.claim), eq(syncs.status, 'RUNNING'));

import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import type { ConfigMode, Integration, SyncType } from '../../../db/schema/enums.ts';
import { syncJobs, syncs } from '../../../db/schema/syncs.ts';
import type { Context } from '../../context.ts';
import { enqueue } from '../../worker/queue.ts';
import { moveConnection } from '../connections/health.ts';
import type { PlannedModel } from './sync-plan.ts';

/** One waiting queue entry a sync. */
export const queueKey = (syncId: string) => `sync:${syncId}`;

/** Queues a sync's run, now or at a moment; a waiting entry is moved. */
export const enqueueRun = (tx: Tx, syncId: string, runAt?: Date): Promise<void> =>
  enqueue(tx, 'sync', { syncId }, { jobKey: queueKey(syncId), runAt });

/**
 * Stores a PULL with its jobs and its queue entry. The partial unique index decides whether one is active already: then
 * nothing is stored and null comes back. The caller holds the company's row.
 */
export async function insertSync(
  tx: Tx,
  ctx: Context,
  sync: {
    companyId: number;
    integration: Integration;
    syncType: SyncType;
    configMode: ConfigMode;
    fullSync: boolean;
    models: readonly PlannedModel[];
  },
): Promise<string | null> {
  const { companyId, models } = sync;
  const id = randomUUID();
  const inserted = await tx
    .insert(syncs)
    .values({
      id,
      organisationId: ctx.organisationId,
      companyId,
      integration: sync.integration,
      jobType: 'PULL',
      syncType: sync.syncType,
      configMode: sync.configMode,
      fullSync: sync.fullSync,
      status: 'QUEUED',
      dataModels: models.map((model) => model.dataModel),
      requestedBy: ctx.actor.label,
      requestId: ctx.requestId,
      createdAt: ctx.now,
    })
    .onConflictDoNothing({
      target: syncs.companyId,
      where: sql`job_type = 'PULL' and status in ('QUEUED', 'RUNNING')`,
    })
    .returning({ id: syncs.id });
  if (inserted.length === 0) return null;
  await tx.insert(syncJobs).values(
    models.map((model, position) => ({
      id: randomUUID(),
      syncId: id,
      organisationId: ctx.organisationId,
      companyId,
      dataModel: model.dataModel,
      jobType: 'PULL' as const,
      status: 'CREATED' as const,
      position,
      syncFrom: model.syncFrom,
      parentJobId: model.again?.parentJobId ?? null,
      deletionsConfirmed: model.again?.deletionsConfirmed ?? model.deletionsConfirmed ?? null,
      isReread: model.again?.reread !== undefined,
      startCursor: model.again?.reread?.startCursor ?? null,
      createdAt: ctx.now,
    })),
  );
  await moveConnection(tx, { companyId, now: ctx.now, syncState: 'RUNNING' });
  await enqueueRun(tx, id);
  return id;
}

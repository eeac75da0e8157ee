import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { db, type Tx } from '../../../db/client.ts';
import { connections } from '../../../db/schema/connections.ts';
import type { ConnectionStatus, Integration, ParentModel } from '../../../db/schema/enums.ts';
import { syncs } from '../../../db/schema/syncs.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { conflict, invalid, notFound } from '../../errors.ts';
import { recordAudit } from '../audit/mutations.ts';
import { lockCompany } from '../companies/mutations.ts';
import { inReach } from '../companies/reach.ts';
import { checkedInput } from '../sync-config/checked-input.ts';
import { loadCompanyConfigs } from '../sync-config/stored-configs.ts';
import { cancelUnclaimed, requestCancel } from './ending.ts';
import { insertSync } from './insert-sync.ts';
import { type StartSyncInput, startSyncInput } from './schema.ts';
import { chosenModels, enabledModels } from './sync-plan.ts';

/**
 * Queues a PULL for a company: sync, jobs and queue entry in one transaction. Throws not-found; invalid when it is not
 * connected, a model is off or not offered by its platform; conflict while another is active.
 */
export async function startSync(
  ctx: Context,
  input: StartSyncInput,
): Promise<{ id: string; dataModels: ParentModel[] }> {
  requirePermission(ctx, 'syncs.write');
  const { companyId, dataModels, fullSync, isManualSync } = checkedInput(startSyncInput, input);
  if (fullSync && !isManualSync) {
    throw invalid({ path: 'fullSync', message: 'a full sync is a manual one; leave isManualSync out or true' });
  }
  return db().transaction(async (tx) => {
    await lockCompany(tx, ctx, companyId);
    const integration = await connectedPlatform(tx, companyId);
    const known = await loadCompanyConfigs(tx, companyId);
    if (!known) throw invalid({ path: '', message: `${integration} is not available in this installation` });
    const plan = dataModels
      ? chosenModels(known.definition, known.entries, dataModels)
      : { models: enabledModels(known.entries) };
    if ('issues' in plan) throw invalid(plan.issues);
    if (plan.models.length === 0) throw invalid({ path: 'dataModels', message: 'no model is switched on' });
    const id = await insertSync(tx, ctx, {
      companyId,
      integration,
      syncType: isManualSync ? 'MANUAL' : 'AUTO_SYNC',
      configMode: dataModels ? 'CUSTOM' : 'DEFAULT',
      fullSync,
      models: plan.models,
    });
    if (!id) throw conflict('A sync is running; wait for it to end or cancel it');
    const models = plan.models.map((model) => model.dataModel);
    await recordAudit(tx, ctx, {
      action: 'sync.started',
      companyId,
      subjectId: id,
      after: { dataModels: models, fullSync },
    });
    return { id, dataModels: models };
  });
}

/** Why a connection can't be synced. One that expired may be tried: a sync that goes well makes it healthy again. */
const notSyncable: Partial<Record<ConnectionStatus, string>> = {
  DISCONNECTED: 'The company is disconnected; send its link to connect it again',
  PENDING: 'The connection waits until it is clear which company of the platform is meant',
};

async function connectedPlatform(tx: Tx, companyId: number): Promise<Integration> {
  const [connection] = await tx
    .select({ integration: connections.integration, status: connections.status })
    .from(connections)
    .where(eq(connections.companyId, companyId));
  if (!connection) throw invalid({ path: '', message: 'The company is not connected yet' });
  const problem = notSyncable[connection.status];
  if (problem) throw invalid({ path: '', message: problem });
  return connection.integration;
}

/**
 * Queues the first sync of a connection in the transaction that makes it, for all that is switched on. It reads
 * incrementally: from nothing on a first connection, from the stored cursors on a re-connection. Null when no model is
 * switched on or a sync is active. The caller holds the company's row.
 */
export async function queueFirstSync(
  tx: Tx,
  ctx: Context,
  input: { companyId: number; integration: Integration },
): Promise<string | null> {
  const known = await loadCompanyConfigs(tx, input.companyId);
  const models = enabledModels(known?.entries ?? []);
  if (models.length === 0) return null;
  return insertSync(tx, ctx, { ...input, syncType: 'AUTO_SYNC', configMode: 'DEFAULT', fullSync: false, models });
}

/**
 * Cancels a PULL: one that waits ends at once, a running one within a page. What it stored stays. Throws not-found, and
 * conflict when it has ended.
 */
export async function cancelSync(ctx: Context, input: { syncId: string }): Promise<void> {
  requirePermission(ctx, 'syncs.write');
  if (!z.uuid().safeParse(input.syncId).success) throw notFound('Sync');
  await db().transaction(async (tx) => {
    const [sync] = await tx
      .select({ companyId: syncs.companyId })
      .from(syncs)
      .where(
        and(
          eq(syncs.organisationId, ctx.organisationId),
          eq(syncs.id, input.syncId),
          eq(syncs.jobType, 'PULL'),
          inReach(ctx, syncs.companyId),
        ),
      );
    if (!sync) throw notFound('Sync');
    await lockCompany(tx, ctx, sync.companyId);
    const isCancelled =
      (await cancelUnclaimed(tx, { ...input, companyId: sync.companyId, now: ctx.now })) ||
      (await requestCancel(tx, input));
    if (!isCancelled) throw conflict('The sync has ended');
    await recordAudit(tx, ctx, { action: 'sync.cancelled', companyId: sync.companyId, subjectId: input.syncId });
  });
}

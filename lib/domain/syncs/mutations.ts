import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { db, type Tx } from '../../../db/client.ts';
import { connections } from '../../../db/schema/connections.ts';
import type { Integration, ParentModel } from '../../../db/schema/enums.ts';
import { syncs } from '../../../db/schema/syncs.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { conflict, invalid, notFound } from '../../errors.ts';
import { recordAudit } from '../audit/mutations.ts';
import { lockCompany } from '../companies/mutations.ts';
import { inReach } from '../companies/reach.ts';
import { checkedInput } from '../sync-config/checked-input.ts';
import { loadCompanyConfigs } from '../sync-config/stored-configs.ts';
import { cancelWrites } from '../writes/cancel.ts';
import { cancelUnclaimed, requestCancel } from './ending.ts';
import { insertSync } from './insert-sync.ts';
import { type StartSyncInput, startSyncInput } from './schema.ts';
import { alreadyActive, syncable } from './startable.ts';
import { chosenModels, enabledModels } from './sync-plan.ts';

/**
 * Queues a PULL for a company: sync, jobs and queue entry in one transaction. Throws not-found; invalid when it is not
 * connected or paused, a model is off, paused or not offered by its platform; conflict while another is active.
 */
export async function startSync(
  ctx: Context,
  input: StartSyncInput,
): Promise<{ id: string; dataModels: ParentModel[] }> {
  requirePermission(ctx, 'syncs.write');
  const checked = checkedInput(startSyncInput, input);
  if (checked.fullSync && !checked.isManualSync) {
    throw invalid({ path: 'fullSync', message: 'a full sync is a manual one; leave isManualSync out or true' });
  }
  return db().transaction(async (tx) => {
    await lockCompany(tx, ctx, checked.companyId);
    return startLockedSync(tx, ctx, checked);
  });
}

/** `startSync` inside the caller's transaction, which holds the company's row and has asked for the permission. */
export async function startLockedSync(
  tx: Tx,
  ctx: Context,
  input: StartSyncInput,
): Promise<{ id: string; dataModels: ParentModel[] }> {
  const { companyId, dataModels, fullSync, isManualSync } = checkedInput(startSyncInput, input);
  const { integration, known } = await syncable(tx, companyId);
  const plan = dataModels
    ? chosenModels(known.definition, known.entries, dataModels)
    : { models: enabledModels(known.entries) };
  if ('issues' in plan) throw invalid(plan.issues);
  if (plan.models.length === 0) {
    throw invalid({ path: 'dataModels', message: 'no model is switched on, or all that are on are paused' });
  }
  const id = await insertSync(tx, ctx, {
    companyId,
    integration,
    syncType: isManualSync ? 'MANUAL' : 'AUTO_SYNC',
    configMode: dataModels ? 'CUSTOM' : 'DEFAULT',
    fullSync,
    models: plan.models,
  });
  if (!id) throw conflict(alreadyActive);
  const models = plan.models.map((model) => model.dataModel);
  await recordAudit(tx, ctx, {
    action: 'sync.started',
    companyId,
    subjectId: id,
    after: { dataModels: models, fullSync },
  });
  return { id, dataModels: models };
}

/** Whoever confirmed another company agreed that all records of the one before it go. */
const anyNumber = 2_147_483_647;

/**
 * Queues the first sync of a connection in the transaction that makes it, for all that is switched on. It reads
 * incrementally: from nothing on a first connection, from the stored cursors on a re-connection. Null when no model is
 * switched on, a sync is active, or a person paused the connection, which connecting again does not resume. One that
 * `replacesCompany` reads everything, and what another company of the platform left is marked deleted. The caller holds
 * the company's row.
 */
export async function queueFirstSync(
  tx: Tx,
  ctx: Context,
  input: { companyId: number; integration: Integration; replacesCompany?: boolean },
): Promise<string | null> {
  const [connection] = await tx
    .select({ pausedAt: connections.pausedAt })
    .from(connections)
    .where(eq(connections.companyId, input.companyId));
  if (connection?.pausedAt) return null;
  const known = await loadCompanyConfigs(tx, input.companyId);
  const models = enabledModels(known?.entries ?? []);
  if (models.length === 0) return null;
  const { companyId, integration, replacesCompany = false } = input;
  return insertSync(tx, ctx, {
    companyId,
    integration,
    syncType: 'AUTO_SYNC',
    configMode: 'DEFAULT',
    fullSync: replacesCompany,
    models: replacesCompany ? models.map((model) => ({ ...model, deletionsConfirmed: anyNumber })) : models,
  });
}

/**
 * Cancels a PULL: one that waits ends at once, a running one within a page. What it stored stays. Of a PUSH what was not
 * sent yet is cancelled. Throws not-found, and conflict when it has ended or all of it was sent.
 */
export async function cancelSync(ctx: Context, input: { syncId: string }): Promise<void> {
  requirePermission(ctx, 'syncs.write');
  await db().transaction((tx) => cancelSyncWithin(tx, ctx, input));
}

/** `cancelSync` inside the caller's transaction, which has asked for the permission. */
export async function cancelSyncWithin(tx: Tx, ctx: Context, input: { syncId: string }): Promise<void> {
  if (!z.uuid().safeParse(input.syncId).success) throw notFound('Sync');
  const [sync] = await tx
    .select({ companyId: syncs.companyId, jobType: syncs.jobType })
    .from(syncs)
    .where(
      and(eq(syncs.organisationId, ctx.organisationId), eq(syncs.id, input.syncId), inReach(ctx, syncs.companyId)),
    );
  if (!sync) throw notFound('Sync');
  await lockCompany(tx, ctx, sync.companyId);
  const isCancelled =
    sync.jobType === 'PUSH'
      ? await cancelWrites(tx, { ...input, now: ctx.now })
      : (await cancelUnclaimed(tx, { ...input, companyId: sync.companyId, now: ctx.now })) ||
        (await requestCancel(tx, input));
  if (!isCancelled)
    throw conflict(sync.jobType === 'PUSH' ? 'Every record of the sync was sent' : 'The sync has ended');
  await recordAudit(tx, ctx, { action: 'sync.cancelled', companyId: sync.companyId, subjectId: input.syncId });
}

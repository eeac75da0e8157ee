import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { db, type Tx } from '../../../db/client.ts';
import { connections, modelConfigs } from '../../../db/schema/connections.ts';
import type { ParentModel } from '../../../db/schema/enums.ts';
import { syncs } from '../../../db/schema/syncs.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { conflict, invalid } from '../../errors.ts';
import { recordAudit } from '../audit/mutations.ts';
import { lockCompany } from '../companies/mutations.ts';
import { checkedInput } from '../sync-config/checked-input.ts';
import { problemsOf } from '../sync-config/config-problems.ts';
import { type CompanyConfigs, loadCompanyConfigs } from '../sync-config/stored-configs.ts';
import { enqueueRun } from '../syncs/insert-sync.ts';
import { type ModelPauseInput, modelPauseInput } from './schema.ts';

/**
 * Stops all syncs of a connection until somebody resumes it: nothing is scheduled, started, woken or written. A sync that runs is
 * let end; no data, schedule or setting is touched. Throws not-found, invalid for a company that never connected,
 * conflict when it is paused already.
 */
export async function pauseCompany(ctx: Context, input: { companyId: number }): Promise<void> {
  requirePermission(ctx, 'sync-config.write');
  const { companyId } = input;
  await db().transaction(async (tx) => {
    await lockCompany(tx, ctx, companyId);
    await pauseLocked(tx, ctx, companyId);
  });
}

/** `pauseCompany` inside the caller's transaction, which holds the company's row and has asked for the permission. */
export async function pauseLocked(tx: Tx, ctx: Context, companyId: number): Promise<void> {
  const [connection] = await tx
    .select({ pausedAt: connections.pausedAt })
    .from(connections)
    .where(eq(connections.companyId, companyId));
  if (!connection) throw invalid({ path: '', message: 'The company is not connected yet, so nothing can be paused' });
  const paused = await tx
    .update(connections)
    .set(pausedNow(ctx))
    .where(and(eq(connections.companyId, companyId), isNull(connections.pausedAt)))
    .returning({ companyId: connections.companyId });
  if (paused.length === 0) throw conflict('The company is paused already');
  await recordAudit(tx, ctx, { action: 'connection.paused', companyId });
}

/**
 * Lets a paused connection be synced again: what fell due meanwhile is due at once, and a sync that waited or slept is
 * queued. Throws not-found, conflict when it is not paused.
 */
export async function resumeCompany(ctx: Context, input: { companyId: number }): Promise<void> {
  requirePermission(ctx, 'sync-config.write');
  const { companyId } = input;
  await db().transaction(async (tx) => {
    await lockCompany(tx, ctx, companyId);
    await resumeLocked(tx, ctx, companyId);
  });
}

/** `resumeCompany` inside the caller's transaction, which holds the company's row and has asked for the permission. */
export async function resumeLocked(tx: Tx, ctx: Context, companyId: number): Promise<void> {
  const resumed = await tx
    .update(connections)
    .set({ ...notPaused, updatedAt: ctx.now })
    .where(and(eq(connections.companyId, companyId), isNotNull(connections.pausedAt)))
    .returning({ companyId: connections.companyId });
  if (resumed.length === 0) throw conflict('The company is not paused');
  await wakeWaiting(tx, companyId);
  await recordAudit(tx, ctx, { action: 'connection.resumed', companyId });
}

/** Queues the PULL that waited while its connection was paused; one that sleeps keeps its moment. */
async function wakeWaiting(tx: Tx, companyId: number): Promise<void> {
  const waiting = await tx
    .select({ id: syncs.id, resumeAt: syncs.resumeAt })
    .from(syncs)
    .where(and(eq(syncs.companyId, companyId), eq(syncs.jobType, 'PULL'), eq(syncs.status, 'QUEUED')));
  for (const { id, resumeAt } of waiting) await enqueueRun(tx, id, resumeAt ?? undefined);
}

/**
 * Stops the syncs of one model of a company, apart from whether it is enabled. Throws as `pauseCompany` does, and invalid
 * for a model that the platform has not and for a child, which follows its parent.
 */
export async function pauseModel(ctx: Context, input: ModelPauseInput): Promise<void> {
  requirePermission(ctx, 'sync-config.write');
  const { companyId, dataModel } = checkedInput(modelPauseInput, input);
  await db().transaction(async (tx) => {
    const known = await lockModel(tx, ctx, companyId, dataModel);
    const model = dataModel as ParentModel;
    const paused = await tx
      .insert(modelConfigs)
      .values({
        ...pausedNow(ctx),
        companyId,
        organisationId: ctx.organisationId,
        dataModel: model,
        defaultVersion: known.latest.get(model)?.version ?? 0,
      })
      .onConflictDoUpdate({
        target: [modelConfigs.companyId, modelConfigs.dataModel],
        set: pausedNow(ctx),
        setWhere: isNull(modelConfigs.pausedAt),
      })
      .returning({ companyId: modelConfigs.companyId });
    if (paused.length === 0) throw conflict(`${dataModel} is paused already`);
    await recordAudit(tx, ctx, { action: 'model.paused', companyId, after: { dataModel } });
  });
}

/** Lets a paused model be synced again. Throws as `resumeCompany` and `pauseModel` do. */
export async function resumeModel(ctx: Context, input: ModelPauseInput): Promise<void> {
  requirePermission(ctx, 'sync-config.write');
  const { companyId, dataModel } = checkedInput(modelPauseInput, input);
  await db().transaction(async (tx) => {
    await lockModel(tx, ctx, companyId, dataModel);
    const resumed = await tx
      .update(modelConfigs)
      .set({ ...notPaused, updatedAt: ctx.now })
      .where(
        and(
          eq(modelConfigs.companyId, companyId),
          eq(modelConfigs.dataModel, dataModel as ParentModel),
          isNotNull(modelConfigs.pausedAt),
        ),
      )
      .returning({ companyId: modelConfigs.companyId });
    if (resumed.length === 0) throw conflict(`${dataModel} is not paused`);
    await recordAudit(tx, ctx, { action: 'model.resumed', companyId, after: { dataModel } });
  });
}

async function lockModel(
  tx: Tx,
  ctx: Context,
  companyId: number,
  dataModel: ReturnType<typeof modelPauseInput.parse>['dataModel'],
): Promise<CompanyConfigs> {
  await lockCompany(tx, ctx, companyId);
  const known = await loadCompanyConfigs(tx, companyId);
  if (!known) throw invalid({ path: '', message: 'The company is not connected yet, so it has no models to pause' });
  const issues = problemsOf({ dataModel }, known.definition, '');
  if (issues.length > 0) throw invalid(issues);
  return known;
}

const pausedNow = (ctx: Context) => ({
  pausedAt: ctx.now,
  pausedBy: ctx.actor.label,
  pausedDoor: ctx.door,
  updatedAt: ctx.now,
});

const notPaused = { pausedAt: null, pausedBy: null, pausedDoor: null };

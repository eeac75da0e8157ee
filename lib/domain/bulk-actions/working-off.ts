import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { db, type Tx } from '../../../db/client.ts';
import { bulkActionRows, bulkActions } from '../../../db/schema/bulk-actions.ts';
import type { BulkRowStatus } from '../../../db/schema/enums.ts';
import type { Context } from '../../context.ts';
import { statusesBefore } from './bulk-state.ts';
import { effects } from './effects.ts';
import { enqueueBulkAction } from './mutations.ts';

/** An action that is being worked off. */
export type RunningAction = typeof bulkActions.$inferSelect;

/** How long an action may show no sign of life before it counts as lost. */
const lostAfterMs = 30_000;

/** Takes up an action that waits or was left behind; null when it has ended or is gone. */
export async function claimBulkAction(input: { bulkActionId: string; now: Date }): Promise<RunningAction | null> {
  const [action] = await db()
    .update(bulkActions)
    .set({ status: 'RUNNING', movedAt: input.now })
    .where(and(eq(bulkActions.id, input.bulkActionId), inArray(bulkActions.status, ['QUEUED', 'RUNNING'])))
    .returning();
  return action ?? null;
}

/** The next companies that wait, by id. */
export async function waitingRows(action: RunningAction, limit: number): Promise<number[]> {
  const rows = await db()
    .select({ companyId: bulkActionRows.companyId })
    .from(bulkActionRows)
    .where(and(eq(bulkActionRows.bulkActionId, action.id), eq(bulkActionRows.status, 'WAITING')))
    .orderBy(asc(bulkActionRows.companyId))
    .limit(limit);
  return rows.map(({ companyId }) => companyId);
}

/**
 * Does to one company what is asked, and writes down what came of it, in one transaction: it is done and told, or
 * neither. Answers false when the action was stopped or somebody else has the company. Throws what the effect throws.
 */
export async function doRow(ctx: Context, action: RunningAction, companyId: number): Promise<boolean> {
  return db().transaction(async (tx) => {
    const row = await takeRow(tx, action, companyId);
    if (!row) return false;
    const effected = await effects[action.kind](tx, ctx, { companyId }, { ...action.input, ...row.input });
    if ('skipped' in effected) await endRow(tx, ctx, action, companyId, 'SKIPPED', effected.skipped);
    else {
      await endRow(tx, ctx, action, companyId, 'DONE', null);
      await tx.update(bulkActionRows).set({ undo: effected.undo }).where(isRow(action, companyId));
    }
    return true;
  });
}

/** Writes down why nothing could be done to a company. */
export async function failRow(ctx: Context, action: RunningAction, companyId: number, message: string): Promise<void> {
  await db().transaction(async (tx) => {
    if (await takeRow(tx, action, companyId)) await endRow(tx, ctx, action, companyId, 'FAILED', message);
  });
}

/** Ends an action that no company of waits any more; queues it again while some do. */
export async function endOrGoOn(action: RunningAction, input: { now: Date }): Promise<'ended' | 'goes-on' | 'stopped'> {
  return db().transaction(async (tx) => {
    const [waits] = await tx
      .select({ companyId: bulkActionRows.companyId })
      .from(bulkActionRows)
      .where(and(eq(bulkActionRows.bulkActionId, action.id), eq(bulkActionRows.status, 'WAITING')))
      .limit(1);
    const [moved] = await tx
      .update(bulkActions)
      .set(waits ? { movedAt: input.now } : { status: 'DONE', endedAt: input.now, movedAt: input.now })
      .where(and(eq(bulkActions.id, action.id), inArray(bulkActions.status, statusesBefore('DONE'))))
      .returning({ id: bulkActions.id });
    if (!moved) return 'stopped';
    if (!waits) return 'ended';
    await enqueueBulkAction(tx, action.id);
    return 'goes-on';
  });
}

/** Queues again the actions whose process died or whose queue entry vanished. Answers their ids. */
export async function requeueLostBulkActions(input: { now: Date }): Promise<string[]> {
  const before = new Date(input.now.getTime() - lostAfterMs);
  return db().transaction(async (tx) => {
    const lost = await tx.execute<{ id: string }>(sql`
      select id from bulk_actions
      where status in ('QUEUED', 'RUNNING') and moved_at < ${before.toISOString()}::timestamptz
      for update skip locked`);
    for (const { id } of lost) {
      await tx.update(bulkActions).set({ movedAt: input.now }).where(eq(bulkActions.id, id));
      await enqueueBulkAction(tx, id);
    }
    return lost.map(({ id }) => id);
  });
}

const isRow = (action: RunningAction, companyId: number) =>
  and(eq(bulkActionRows.bulkActionId, action.id), eq(bulkActionRows.companyId, companyId));

/** Holds the action, so that it is not stopped meanwhile, and one waiting company of it. */
async function takeRow(tx: Tx, action: RunningAction, companyId: number) {
  const [running] = await tx
    .select({ id: bulkActions.id })
    .from(bulkActions)
    .where(and(eq(bulkActions.id, action.id), eq(bulkActions.status, 'RUNNING')))
    .for('key share');
  if (!running) return null;
  const [row] = await tx
    .select({ input: bulkActionRows.input })
    .from(bulkActionRows)
    .where(and(isRow(action, companyId), eq(bulkActionRows.status, 'WAITING')))
    .for('update', { skipLocked: true });
  return row ?? null;
}

async function endRow(
  tx: Tx,
  ctx: Context,
  action: RunningAction,
  companyId: number,
  status: Exclude<BulkRowStatus, 'WAITING'>,
  message: string | null,
): Promise<void> {
  await tx.update(bulkActionRows).set({ status, message }).where(isRow(action, companyId));
  const counter = { DONE: 'done', SKIPPED: 'skipped', FAILED: 'failed' } as const;
  const column = counter[status];
  await tx
    .update(bulkActions)
    .set({ [column]: sql`${bulkActions[column]} + 1`, movedAt: ctx.now })
    .where(eq(bulkActions.id, action.id));
}

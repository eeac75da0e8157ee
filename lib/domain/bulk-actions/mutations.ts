import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { db, type Tx } from '../../../db/client.ts';
import { type BulkInput, bulkActionRows, bulkActions } from '../../../db/schema/bulk-actions.ts';
import type { BulkActionKind } from '../../../db/schema/enums.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { conflict, forbidden, invalid, notFound } from '../../errors.ts';
import { formatNumber } from '../../format/number.ts';
import { enqueue } from '../../worker/queue.ts';
import { recordAudit } from '../audit/mutations.ts';
import { checkedInput } from '../sync-config/checked-input.ts';
import { inverseOf, permissionOf, statusesBefore } from './bulk-state.ts';
import {
  type BulkActionIdInput,
  type BulkActionInput,
  bulkActionIdInput,
  bulkActionInput,
  mostCompanies,
} from './schema.ts';
import { selectedCompanies } from './selection.ts';

interface Row {
  companyId: number;
  companyName: string;
  input: BulkInput | null;
}

/**
 * Asks for one thing to be done to many companies. Which ones is settled here: they are written down with the action,
 * and what matches later is not touched. The worker does the rest. Throws forbidden; invalid when none is chosen, or more
 * than `mostCompanies` are.
 */
export async function startBulkAction(ctx: Context, given: BulkActionInput): Promise<{ id: string }> {
  const { kind, selection, tags } = checkedInput(bulkActionInput, given);
  requirePermission(ctx, permissionOf[kind]);
  const chosen = await selectedCompanies(ctx, selection);
  if (chosen.length === 0) throw invalid({ path: 'selection', message: 'matches no company any more' });
  if (chosen.length > mostCompanies) {
    const most = formatNumber(mostCompanies);
    throw invalid({ path: 'selection', message: `matches more than ${most} companies; narrow the list` });
  }
  const rows = chosen.map(({ id, name }) => ({ companyId: id, companyName: name, input: null }));
  return db().transaction((tx) => insertAction(tx, ctx, { kind, input: tags ? { tags } : {}, undoOf: null, rows }));
}

/**
 * Takes back what an action did, company by company: tags that it added and no others, syncs that it started and that
 * still go on. Throws not-found, forbidden, and conflict while it runs, when it did nothing, or when it was taken back.
 */
export async function undoBulkAction(ctx: Context, given: BulkActionIdInput): Promise<{ id: string }> {
  const { bulkActionId } = checkedInput(bulkActionIdInput, given);
  return db().transaction(async (tx) => {
    const action = await lockAction(tx, ctx, bulkActionId);
    const kind = inverseOf[action.kind];
    if (!kind || action.undoOf) throw conflict('This can not be taken back');
    requirePermission(ctx, permissionOf[kind]);
    if (!action.endedAt) throw conflict('It still runs; stop it first');
    const [undone] = await tx.select({ id: bulkActions.id }).from(bulkActions).where(eq(bulkActions.undoOf, action.id));
    if (undone) throw conflict('It was taken back already');
    const rows = await tx
      .select({
        companyId: bulkActionRows.companyId,
        companyName: bulkActionRows.companyName,
        input: bulkActionRows.undo,
      })
      .from(bulkActionRows)
      .where(
        and(
          eq(bulkActionRows.bulkActionId, action.id),
          eq(bulkActionRows.status, 'DONE'),
          isNotNull(bulkActionRows.undo),
        ),
      );
    if (rows.length === 0) throw conflict('It changed nothing, so there is nothing to take back');
    return insertAction(tx, ctx, { kind, input: {}, undoOf: action.id, rows });
  });
}

/** Stops an action: what is done stays done, what waits is left as it is. Throws not-found, forbidden, conflict. */
export async function cancelBulkAction(ctx: Context, given: BulkActionIdInput): Promise<void> {
  const { bulkActionId } = checkedInput(bulkActionIdInput, given);
  await db().transaction(async (tx) => {
    const { kind } = await lockAction(tx, ctx, bulkActionId);
    requirePermission(ctx, permissionOf[kind]);
    const cancelled = await tx
      .update(bulkActions)
      .set({ status: 'CANCELLED', endedAt: ctx.now, movedAt: ctx.now })
      .where(and(eq(bulkActions.id, bulkActionId), inArray(bulkActions.status, statusesBefore('CANCELLED'))))
      .returning({ id: bulkActions.id });
    if (cancelled.length === 0) throw conflict('It has ended');
    await recordAudit(tx, ctx, { action: 'bulk-action.cancelled', subjectId: bulkActionId, before: { kind } });
  });
}

/** Queues the working off of an action; one waiting entry an action. */
export const enqueueBulkAction = (tx: Tx, bulkActionId: string): Promise<void> =>
  enqueue(tx, 'bulk-action', { bulkActionId }, { jobKey: `bulk-action:${bulkActionId}` });

async function insertAction(
  tx: Tx,
  ctx: Context,
  action: { kind: BulkActionKind; input: BulkInput; undoOf: string | null; rows: readonly Row[] },
): Promise<{ id: string }> {
  if (ctx.actor.type !== 'user') throw forbidden('Bulk actions are for people in the console');
  const { kind, input, undoOf, rows } = action;
  const id = randomUUID();
  await tx.insert(bulkActions).values({
    id,
    organisationId: ctx.organisationId,
    kind,
    input,
    status: 'QUEUED',
    total: rows.length,
    undoOf,
    userId: ctx.actor.id,
    requestedBy: ctx.actor.label,
    role: ctx.actor.role,
    requestId: ctx.requestId,
    createdAt: ctx.now,
    movedAt: ctx.now,
  });
  await tx.execute(sql`
    insert into bulk_action_rows (bulk_action_id, company_id, company_name, status, input)
    select ${id}::uuid, r."companyId", r."companyName", 'WAITING', r.input
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("companyId" bigint, "companyName" text, input jsonb)`);
  await enqueueBulkAction(tx, id);
  const after = { kind, ...input, companies: rows.length, ...(undoOf && { undoOf }) };
  await recordAudit(tx, ctx, { action: 'bulk-action.started', subjectId: id, after });
  return { id };
}

async function lockAction(tx: Tx, ctx: Context, id: string) {
  const [action] = await tx
    .select()
    .from(bulkActions)
    .where(and(eq(bulkActions.organisationId, ctx.organisationId), eq(bulkActions.id, id)))
    .for('update');
  if (!action) throw notFound('Bulk action');
  return action;
}

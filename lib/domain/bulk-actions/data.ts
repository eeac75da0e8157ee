import { and, asc, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { db } from '../../../db/client.ts';
import { bulkActionRows, bulkActions } from '../../../db/schema/bulk-actions.ts';
import { type BulkRowStatus, bulkRowStatuses } from '../../../db/schema/enums.ts';
import type { Context } from '../../context.ts';
import { notFound } from '../../errors.ts';
import { type ListPlace, pageSizeOf } from '../../page-size.ts';
import { inverseOf } from './bulk-state.ts';
import type { BulkActionView, BulkRowView } from './schema.ts';

const undoing = alias(bulkActions, 'undoing');

/** How many actions the list shows; older ones are in the audit log. */
const latest = 50;

/** The organisation's latest bulk actions, newest first. */
export async function listBulkActions(ctx: Context): Promise<BulkActionView[]> {
  const rows = await actions()
    .where(eq(bulkActions.organisationId, ctx.organisationId))
    .orderBy(desc(bulkActions.createdAt), desc(bulkActions.id))
    .limit(latest);
  return rows.map(asView);
}

/** Those that have not ended. */
export async function runningBulkActions(ctx: Context): Promise<BulkActionView[]> {
  const rows = await actions()
    .where(and(eq(bulkActions.organisationId, ctx.organisationId), inArray(bulkActions.status, ['QUEUED', 'RUNNING'])))
    .orderBy(desc(bulkActions.createdAt))
    .limit(latest);
  return rows.map(asView);
}

/** One bulk action and how far it is. Throws not-found. */
export async function getBulkAction(ctx: Context, input: { bulkActionId: string }): Promise<BulkActionView> {
  if (!z.uuid().safeParse(input.bulkActionId).success) throw notFound('Bulk action');
  const [row] = await actions().where(
    and(eq(bulkActions.organisationId, ctx.organisationId), eq(bulkActions.id, input.bulkActionId)),
  );
  if (!row) throw notFound('Bulk action');
  return asView(row);
}

export interface BulkRowPage {
  rows: BulkRowView[];
  total: number;
  next: string | null;
}

/** One page of what came of each company; `query` is the table's state as the address holds it. Throws not-found. */
export async function bulkRowPage(ctx: Context, bulkActionId: string, query: URLSearchParams): Promise<BulkRowPage> {
  const action = await getBulkAction(ctx, { bulkActionId });
  const place = { after: query.get('after'), limit: pageSizeOf(query) };
  const [page, [counted]] = await Promise.all([
    rowsFrom(action.id, query, place),
    db().select({ count: sql<number>`count(*)::int` }).from(bulkActionRows).where(wanted(action.id, query)),
  ]);
  return { ...page, total: counted?.count ?? 0 };
}

/** The rows behind a place of the list, without their count. Throws not-found. */
export async function bulkRowItems(
  ctx: Context,
  bulkActionId: string,
  query: URLSearchParams,
  place: ListPlace,
): Promise<Omit<BulkRowPage, 'total'>> {
  const { id } = await getBulkAction(ctx, { bulkActionId });
  return rowsFrom(id, query, place);
}

async function rowsFrom(id: string, query: URLSearchParams, { after, limit }: ListPlace) {
  const from = z.coerce.number().int().positive().safeParse(after);
  const rows: BulkRowView[] = await db()
    .select({
      companyId: bulkActionRows.companyId,
      companyName: bulkActionRows.companyName,
      status: bulkActionRows.status,
      message: bulkActionRows.message,
    })
    .from(bulkActionRows)
    .where(and(wanted(id, query), from.success ? gt(bulkActionRows.companyId, from.data) : undefined))
    .orderBy(asc(bulkActionRows.companyId))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  return { rows: shown, next: rows.length > limit ? String(shown.at(-1)?.companyId) : null };
}

function wanted(id: string, query: URLSearchParams) {
  const asked = query.get('result')?.split(',');
  const statuses: BulkRowStatus[] = bulkRowStatuses.filter((status) => asked?.includes(status));
  return and(
    eq(bulkActionRows.bulkActionId, id),
    statuses.length > 0 ? inArray(bulkActionRows.status, statuses) : undefined,
  );
}

const actions = () =>
  db()
    .select({ action: bulkActions, undoneBy: undoing.id })
    .from(bulkActions)
    .leftJoin(undoing, eq(undoing.undoOf, bulkActions.id));

function asView({
  action,
  undoneBy,
}: {
  action: typeof bulkActions.$inferSelect;
  undoneBy: string | null;
}): BulkActionView {
  const { kind, done, undoOf, endedAt } = action;
  return {
    id: action.id,
    kind,
    tags: action.input.tags ?? [],
    status: action.status,
    total: action.total,
    done,
    skipped: action.skipped,
    failed: action.failed,
    requestedBy: action.requestedBy,
    undoOf,
    undoneBy,
    canUndo: inverseOf[kind] !== undefined && endedAt !== null && done > 0 && undoOf === null && undoneBy === null,
    createdAt: action.createdAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  };
}

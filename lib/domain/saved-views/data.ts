import { and, asc, eq, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '../../../db/client.ts';
import type { SavedViewList } from '../../../db/schema/enums.ts';
import { users } from '../../../db/schema/members.ts';
import { savedViews } from '../../../db/schema/saved-views.ts';
import { may } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { notFound } from '../../errors.ts';
import type { SavedView } from './schema.ts';

/** The views of a list that the viewer sees, their own and those for all, by name. */
export async function listSavedViews(ctx: Context, input: { list: SavedViewList }): Promise<SavedView[]> {
  const rows = await views()
    .where(and(visibleTo(ctx), eq(savedViews.list, input.list)))
    .orderBy(asc(sql`lower(${savedViews.name})`), asc(savedViews.id));
  return rows.map((row) => asView(ctx, row));
}

/** One view that the viewer sees. Throws not-found, also for somebody else's own. */
export async function getSavedView(ctx: Context, input: { list: SavedViewList; viewId: string }): Promise<SavedView> {
  if (!z.uuid().safeParse(input.viewId).success) throw notFound('View');
  const [row] = await views().where(
    and(visibleTo(ctx), eq(savedViews.list, input.list), eq(savedViews.id, input.viewId)),
  );
  if (!row) throw notFound('View');
  return asView(ctx, row);
}

const views = () =>
  db()
    .select({
      id: savedViews.id,
      userId: savedViews.userId,
      madeBy: users.name,
      name: savedViews.name,
      query: savedViews.query,
      isShared: savedViews.isShared,
    })
    .from(savedViews)
    .innerJoin(users, eq(users.id, savedViews.userId));

/** The condition of every read: the organisation's, and the viewer's own or for all. */
const visibleTo = (ctx: Context) =>
  and(
    eq(savedViews.organisationId, ctx.organisationId),
    ctx.actor.type === 'user'
      ? or(savedViews.isShared, eq(savedViews.userId, ctx.actor.id))
      : eq(savedViews.isShared, true),
  );

/** Whoever made a view changes it; one for all may also be changed by who sets up the organisation. */
export const mayChangeView = (ctx: Context, view: { userId: string; isShared: boolean }): boolean =>
  view.userId === ctx.actor.id || (view.isShared && may(ctx.actor, 'organisation.write'));

function asView(
  ctx: Context,
  row: { id: string; userId: string; madeBy: string; name: string; query: string; isShared: boolean },
): SavedView {
  return {
    id: row.id,
    name: row.name,
    query: row.query,
    isShared: row.isShared,
    madeBy: row.userId === ctx.actor.id ? null : row.madeBy,
    mayChange: mayChangeView(ctx, row),
  };
}

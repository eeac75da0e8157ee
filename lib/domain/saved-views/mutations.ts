import { and, eq, ne, or, sql } from 'drizzle-orm';
import { db, type Tx } from '../../../db/client.ts';
import type { SavedViewList } from '../../../db/schema/enums.ts';
import { savedViews } from '../../../db/schema/saved-views.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { forbidden, invalid, notFound } from '../../errors.ts';
import { recordAudit } from '../audit/mutations.ts';
import { checkedInput } from '../sync-config/checked-input.ts';
import { mayChangeView } from './data.ts';
import {
  type CreateSavedViewInput,
  createSavedViewInput,
  type DeleteSavedViewInput,
  deleteSavedViewInput,
  type UpdateSavedViewInput,
  updateSavedViewInput,
} from './schema.ts';

/** How many views of one list a person may see; more would be a list of lists. */
const mostViews = 100;

/** Keeps a list's state under a name, for oneself or for all. Throws invalid for a taken name, forbidden. */
export async function createSavedView(ctx: Context, given: CreateSavedViewInput): Promise<{ id: string }> {
  const { list, name, query, isShared } = checkedInput(createSavedViewInput, given);
  const userId = requirePerson(ctx, isShared);
  return db().transaction(async (tx) => {
    await refuseTaken(tx, ctx, { list, name, isShared, userId });
    const [made] = await tx
      .insert(savedViews)
      .values({
        organisationId: ctx.organisationId,
        userId,
        list,
        name,
        query,
        isShared,
        createdAt: ctx.now,
        updatedAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ id: savedViews.id });
    if (!made) throw taken;
    await recordAudit(tx, ctx, { action: 'saved-view.created', subjectId: made.id, after: { name, list, isShared } });
    return made;
  });
}

/** Changes a view. Throws not-found, forbidden for another's, invalid for a taken name. */
export async function updateSavedView(ctx: Context, given: UpdateSavedViewInput): Promise<void> {
  const { viewId, ...changes } = checkedInput(updateSavedViewInput, given);
  await db().transaction(async (tx) => {
    const before = await lockView(tx, ctx, viewId);
    const after = { ...before, ...changes };
    requirePerson(ctx, after.isShared && !before.isShared);
    await refuseTaken(tx, ctx, { ...after, viewId });
    await tx
      .update(savedViews)
      .set({ ...changes, updatedAt: ctx.now })
      .where(eq(savedViews.id, viewId));
    const told = ({ name, query, isShared }: typeof before) => ({ name, query, isShared });
    await recordAudit(tx, ctx, {
      action: 'saved-view.changed',
      subjectId: viewId,
      before: told(before),
      after: told(after),
    });
  });
}

/** Removes a view; links to it then show the whole list. Throws not-found, forbidden for another's. */
export async function deleteSavedView(ctx: Context, given: DeleteSavedViewInput): Promise<void> {
  const { viewId } = checkedInput(deleteSavedViewInput, given);
  requirePerson(ctx, false);
  await db().transaction(async (tx) => {
    const { name, list } = await lockView(tx, ctx, viewId);
    await tx.delete(savedViews).where(eq(savedViews.id, viewId));
    await recordAudit(tx, ctx, { action: 'saved-view.deleted', subjectId: viewId, before: { name, list } });
  });
}

/** Views are people's: answers who. Sharing one with all needs a permission of its own. */
function requirePerson(ctx: Context, shares: boolean): string {
  requirePermission(ctx, shares ? 'saved-views.share' : 'read');
  if (ctx.actor.type !== 'user') throw forbidden('Only people keep views');
  return ctx.actor.id;
}

async function lockView(tx: Tx, ctx: Context, viewId: string) {
  const [view] = await tx
    .select({
      userId: savedViews.userId,
      list: savedViews.list,
      name: savedViews.name,
      query: savedViews.query,
      isShared: savedViews.isShared,
    })
    .from(savedViews)
    .where(and(eq(savedViews.organisationId, ctx.organisationId), eq(savedViews.id, viewId)))
    .for('update');
  if (!view || (!view.isShared && view.userId !== ctx.actor.id)) throw notFound('View');
  if (!mayChangeView(ctx, view)) throw forbidden('This view is for all: who made it or an admin can change it');
  return view;
}

const taken = invalid({ path: 'name', message: 'is taken by another view of this list' });

/** Throws invalid when the name stands in the viewer's list already, or the list is full. */
async function refuseTaken(
  tx: Tx,
  ctx: Context,
  view: { list: SavedViewList; name: string; isShared: boolean; userId: string; viewId?: string },
): Promise<void> {
  const others = await tx
    .select({ name: savedViews.name, isShared: savedViews.isShared })
    .from(savedViews)
    .where(
      and(
        eq(savedViews.organisationId, ctx.organisationId),
        eq(savedViews.list, view.list),
        or(savedViews.isShared, eq(savedViews.userId, view.userId)),
        view.viewId ? ne(savedViews.id, view.viewId) : sql`true`,
      ),
    );
  if (others.some((other) => other.name.toLowerCase() === view.name.toLowerCase())) throw taken;
  if (!view.viewId && others.length >= mostViews) {
    throw invalid({ path: '', message: `This list has ${mostViews} views already; delete one first` });
  }
}

import { and, eq } from 'drizzle-orm';
import { db, sqlClient } from '../../../db/client.ts';
import { incidentSubscriptions } from '../../../db/schema/incidents.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { forbidden } from '../../errors.ts';
import { recordAudit } from '../audit/mutations.ts';
import { andInReach } from '../companies/reach.ts';
import { startSyncIfFree } from '../syncs/start-if-free.ts';
import type { IncidentKey } from './schema.ts';
import { troubles } from './trouble-sql.ts';

/** Lets a member be told of new incidents by mail, or no more. Throws forbidden for whoever is no person. */
export async function setIncidentSubscription(ctx: Context, input: { subscribed: boolean }): Promise<void> {
  requirePermission(ctx, 'read');
  if (ctx.actor.type !== 'user') throw forbidden('Only a member can be told by mail');
  const mine = { organisationId: ctx.organisationId, userId: ctx.actor.id };
  await db().transaction(async (tx) => {
    const changed = input.subscribed
      ? await tx
          .insert(incidentSubscriptions)
          .values({ ...mine, createdAt: ctx.now })
          .onConflictDoNothing()
          .returning()
      : await tx
          .delete(incidentSubscriptions)
          .where(
            and(
              eq(incidentSubscriptions.organisationId, mine.organisationId),
              eq(incidentSubscriptions.userId, mine.userId),
            ),
          )
          .returning();
    if (changed.length === 0) return;
    const action = input.subscribed ? 'incidents.subscribed' : 'incidents.unsubscribed';
    await recordAudit(tx, ctx, { action, subjectId: mine.userId });
  });
}

/** Companies that one try takes, so that it ends soon; the next one takes the next. */
const atOnce = 100;

/**
 * Starts a sync at the companies that have a trouble, longest-standing first, each in a transaction of its own. Those
 * at which one is active, or may not be started, are left out. Says how many were started and how many have it.
 */
export async function retryTrouble(ctx: Context, key: IncidentKey): Promise<{ started: number; affected: number }> {
  requirePermission(ctx, 'syncs.write');
  const sql = sqlClient();
  const rows = await sql<{ id: string }[]>`
    select t.company_id as id from (${troubles({ now: ctx.now, organisationId: ctx.organisationId })}) t
    join companies c on c.id = t.company_id
    where t.cause = ${key.cause} and t.integration is not distinct from ${key.integration}
      and t.platform_code = ${key.platformCode} ${andInReach(ctx, 'c')}
    order by t.since, t.company_id`;
  let started = 0;
  for (const { id } of rows.slice(0, atOnce)) {
    if (await startSyncIfFree(ctx, { companyId: Number(id) })) started += 1;
  }
  return { started, affected: rows.length };
}

import { and, eq, exists, isNull } from 'drizzle-orm';
import { db } from '../../../db/client.ts';
import { members, sessions } from '../../../db/schema/members.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { notFound } from '../../errors.ts';

/**
 * Lets a browser look at another organisation of the person's. Throws not-found for one they don't belong to, and for
 * a session that is not theirs.
 */
export async function switchOrganisation(
  ctx: Context,
  input: { sessionId: string; organisationId: number },
): Promise<void> {
  requirePermission(ctx, 'read');
  const isMember = db()
    .select({ userId: members.userId })
    .from(members)
    .where(and(eq(members.userId, ctx.actor.id), eq(members.organisationId, input.organisationId)));
  const changed = await db()
    .update(sessions)
    .set({ organisationId: input.organisationId })
    .where(
      and(
        eq(sessions.id, input.sessionId),
        eq(sessions.userId, ctx.actor.id),
        isNull(sessions.revokedAt),
        exists(isMember),
      ),
    )
    .returning({ id: sessions.id });
  if (changed.length === 0) throw notFound('Organisation');
}

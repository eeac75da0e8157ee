import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { db, type Tx } from '../../../db/client.ts';
import { inviteLinks } from '../../../db/schema/companies.ts';
import type { Integration } from '../../../db/schema/enums.ts';
import type { FailureClass } from '../../connectors/errors.ts';
import type { Context } from '../../context.ts';

/** The customer sees the sign-in form of a platform. Counts once. */
export async function recordPlatformChosen(ctx: Context, input: { inviteLinkId: string }): Promise<void> {
  await db()
    .update(inviteLinks)
    .set({ platformChosenAt: ctx.now })
    .where(and(ofLink(ctx, input.inviteLinkId), isNull(inviteLinks.platformChosenAt)));
}

/** A sign-in came to nothing: kept as the reason why the customer may have stopped. The last one holds. */
export async function recordRefusal(
  ctx: Context,
  refusal: { inviteLinkId: string; integration: Integration; failureClass: FailureClass },
): Promise<void> {
  const { integration, failureClass } = refusal;
  await db()
    .update(inviteLinks)
    .set({ refusedAt: ctx.now, refusedIntegration: integration, refusalClass: failureClass })
    .where(ofLink(ctx, refusal.inviteLinkId));
}

/** The columns of a link whose customer has connected; also who came without looking at the form chose a platform. */
export const authorisedColumns = (now: Date) => {
  const at = sql`${now.toISOString()}::timestamptz`;
  return {
    firstOpenedAt: sql`coalesce(${inviteLinks.firstOpenedAt}, ${at})`,
    platformChosenAt: sql`coalesce(${inviteLinks.platformChosenAt}, ${at})`,
    authorisedAt: sql`coalesce(${inviteLinks.authorisedAt}, ${at})`,
  };
};

/** A model with records was read whole: the end of the way of the link by which the company connected. Counts once. */
export async function recordFirstRecord(tx: Tx, input: { companyId: number; now: Date }): Promise<void> {
  await tx
    .update(inviteLinks)
    .set({ firstRecordAt: input.now })
    .where(
      and(
        eq(inviteLinks.companyId, input.companyId),
        eq(inviteLinks.status, 'CONNECTED'),
        isNotNull(inviteLinks.authorisedAt),
        isNull(inviteLinks.firstRecordAt),
      ),
    );
}

const ofLink = (ctx: Context, id: string) =>
  and(eq(inviteLinks.organisationId, ctx.organisationId), eq(inviteLinks.id, id));

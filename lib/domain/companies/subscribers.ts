import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { companySubscribers } from '../../../db/schema/company-profiles.ts';
import type { Context } from '../../context.ts';

/** Replaces who is told of a company; they are members, which is checked already. Says who it was and is, if that differs. */
export async function storeSubscribers(
  tx: Tx,
  ctx: Context,
  companyId: number,
  given: readonly string[],
): Promise<{ before: string[]; after: string[] } | null> {
  const after = [...new Set(given.map((id) => id.toLowerCase()))].sort();
  const rows = await tx
    .delete(companySubscribers)
    .where(eq(companySubscribers.companyId, companyId))
    .returning({ userId: companySubscribers.userId });
  const { organisationId } = ctx;
  if (after.length > 0) {
    await tx.insert(companySubscribers).values(after.map((userId) => ({ companyId, organisationId, userId })));
  }
  const before = rows.map(({ userId }) => userId).sort();
  return before.join() === after.join() ? null : { before, after };
}

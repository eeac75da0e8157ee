import { and, eq } from 'drizzle-orm';
import { db } from '../../../db/client.ts';
import { connections } from '../../../db/schema/connections.ts';
import type { Context } from '../../context.ts';
import { inReach } from '../companies/reach.ts';
import type { Reached } from './platform-access.ts';

/** What is needed to reach a company's platform; null when it never connected. */
export async function connectionOf(ctx: Context, companyId: number): Promise<Reached | null> {
  const [row] = await db()
    .select({
      companyId: connections.companyId,
      organisationId: connections.organisationId,
      integration: connections.integration,
      entityId: connections.entityId,
      ciphertext: connections.credentials,
      keyId: connections.credentialsKeyId,
    })
    .from(connections)
    .where(
      and(
        eq(connections.organisationId, ctx.organisationId),
        eq(connections.companyId, companyId),
        inReach(ctx, connections.companyId),
      ),
    );
  if (!row) return null;
  const { ciphertext, keyId, ...same } = row;
  return { ...same, credentials: ciphertext && keyId ? { ciphertext, keyId } : null };
}

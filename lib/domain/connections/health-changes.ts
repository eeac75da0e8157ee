import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { connections } from '../../../db/schema/connections.ts';
import type { ConnectionStatus } from '../../../db/schema/enums.ts';
import { publishConnectionChange } from '../webhooks/company-events.ts';

/** How a connection stands before it is changed. */
export interface HealthBefore {
  /** Null: it never connected. */
  status: ConnectionStatus | null;
  failureClass: string | null;
}

/** How a connection stands, held until the transaction ends. */
export async function lockHealth(tx: Tx, companyId: number): Promise<HealthBefore> {
  const [connection] = await tx
    .select({ status: connections.status, failure: connections.failure })
    .from(connections)
    .where(eq(connections.companyId, companyId))
    .for('update');
  return { status: connection?.status ?? null, failureClass: connection?.failure?.failureClass ?? null };
}

/**
 * Keeps how a connection's health changed, for the company's timeline, and tells receivers of another status, in the
 * transaction of the change. Where it is as before nothing is kept.
 */
export async function announceHealth(
  tx: Tx,
  change: { companyId: number; before: HealthBefore; now: Date },
): Promise<void> {
  const { companyId, before, now } = change;
  await tx.execute(sql`
    insert into connection_changes
      (organisation_id, company_id, from_status, to_status, from_failure, to_failure, message, sync_id, created_at)
    select organisation_id, company_id, ${before.status}, status, ${before.failureClass}, failure ->> 'failureClass',
      failure ->> 'message', (failure ->> 'syncId')::uuid, ${now.toISOString()}::timestamptz
    from connections
    where company_id = ${companyId}
      and (status, failure ->> 'failureClass') is distinct from (${before.status}::text, ${before.failureClass}::text)`);
  await publishConnectionChange(tx, { companyId, from: before.status, now });
}

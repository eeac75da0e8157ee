import { and, eq, ne, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { companies } from '../../../db/schema/companies.ts';
import { connectionProposals, connections, modelConfigs } from '../../../db/schema/connections.ts';
import type { Context } from '../../context.ts';
import { conflict } from '../../errors.ts';
import { refuseWhileWriting } from '../writes/running.ts';
import { announceHealth, lockHealth } from './health-changes.ts';
import { eraseToken } from './token-keeper.ts';

/** Throws conflict while a PULL of the company is queued or running, or a write is. The caller holds the company's row. */
export async function refuseWhileBusy(tx: Tx, companyId: number): Promise<void> {
  await refuseWhileSyncing(tx, companyId);
  await refuseWhileWriting(tx, companyId);
}

/** Throws conflict while a PULL of the company is queued or running. The caller holds the company's row. */
export async function refuseWhileSyncing(tx: Tx, companyId: number): Promise<void> {
  const [active] = await tx.execute(sql`
    select 1 from syncs where company_id = ${companyId} and job_type = 'PULL' and status in ('QUEUED', 'RUNNING')`);
  if (active) throw conflict('A sync is running; wait for it to end or cancel it');
}

/**
 * Erases a connection's credentials and marks it DISCONNECTED, on the company's row too; nothing is due any more.
 * Returns false when there was no connection that could be closed.
 */
export async function closeConnection(tx: Tx, ctx: Context, companyId: number): Promise<boolean> {
  const before = await lockHealth(tx, companyId);
  await tx.delete(connectionProposals).where(eq(connectionProposals.companyId, companyId));
  const closed = await tx
    .update(connections)
    .set({
      status: 'DISCONNECTED',
      statusSince: ctx.now,
      syncState: 'IDLE',
      syncResumeAt: null,
      failure: null,
      failureSince: null,
      credentials: null,
      credentialsKeyId: null,
      variables: {},
      updatedAt: ctx.now,
    })
    .where(and(eq(connections.companyId, companyId), ne(connections.status, 'DISCONNECTED')))
    .returning({ companyId: connections.companyId });
  if (closed.length === 0) return false;
  await eraseToken(tx, companyId);
  await tx
    .update(companies)
    .set({ connectionStatus: 'DISCONNECTED', syncState: 'IDLE', lastActivityAt: ctx.now })
    .where(eq(companies.id, companyId));
  await tx.update(modelConfigs).set({ dueAt: null }).where(eq(modelConfigs.companyId, companyId));
  await announceHealth(tx, { companyId, before, now: ctx.now });
  return true;
}

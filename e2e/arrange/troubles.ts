import { db, sqlClient } from '../../db/client.ts';
import type { ConnectionStatus } from '../../db/schema/enums.ts';
import type { FailureClass } from '../../lib/connectors/errors.ts';
import { moveConnection } from '../../lib/domain/connections/health.ts';
import { watchIncidents } from '../../lib/domain/incidents/watch.ts';
import type { Invited } from './companies.ts';

/** Lets companies' connections fail, as a sync that met it would have them, and the watchdog see it. */
export async function fail(
  companies: Invited[],
  failureClass: FailureClass,
  options: { to?: ConnectionStatus; platformCode?: string } = {},
): Promise<void> {
  const { to, platformCode } = options;
  const failure = { failureClass, message: 'The platform said no', evidence: platformCode ? { platformCode } : {} };
  for (const { companyId } of companies) {
    await db().transaction((tx) => moveConnection(tx, { companyId, now: new Date(), to, failure }));
  }
  await watchIncidents({ now: new Date() });
}

/**
 * Lets a company's models pass their due time without anybody reading them: for the scheduler a sync seems to go on, so
 * that it stands still.
 */
export async function makeLate({ companyId }: Invited): Promise<void> {
  const sql = sqlClient();
  await sql`update connections set sync_state = 'FETCHING' where company_id = ${companyId}`;
  await sql`
    update model_configs set due_at = ${new Date(Date.now() - 3_600_000)}
    where company_id = ${companyId} and due_at is not null`;
  await watchIncidents({ now: new Date() });
}

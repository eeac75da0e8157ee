import { sql } from 'drizzle-orm';
import { db, type Tx } from '../../../db/client.ts';
import type { ParentModel } from '../../../db/schema/enums.ts';
import { definitions } from '../../connectors/definitions.ts';
import type { Context } from '../../context.ts';
import type { ModelConfigEntry } from '../sync-config/model-config.ts';
import { loadCompanyConfigs } from '../sync-config/stored-configs.ts';
import { insertSync } from './insert-sync.ts';
import { setDue } from './running-jobs.ts';
import { enabledModels } from './sync-plan.ts';

/** Models of a company that fall due this soon are taken along, so that one sync does for all of them. */
const lookAheadMs = 5 * 60_000;

/** Companies with a model that is due, longest overdue first: healthy ones at which nothing is going on or paused. */
export async function dueCompanies(input: { now: Date; limit: number }): Promise<number[]> {
  const rows = await db().execute<{ company_id: string }>(sql`
    select m.company_id
    from model_configs m
    join connections c on c.company_id = m.company_id
    where m.due_at <= ${input.now.toISOString()}::timestamptz and c.status = 'HEALTHY' and c.sync_state = 'IDLE'
      and c.paused_at is null and m.paused_at is null
      and c.integration in ${Object.keys(definitions)}
    group by m.company_id
    order by min(m.due_at)
    limit ${input.limit}`);
  return rows.map((row) => Number(row.company_id));
}

/**
 * Queues one sync of a company for all of its models that are due: incremental, AUTO_SYNC. Null when another scheduler
 * has the company in hand, or it is not due any more.
 */
export async function queueDueSync(input: {
  companyId: number;
  now: Date;
  contextOf: (organisationId: number) => Context;
}): Promise<string | null> {
  return db().transaction(async (tx) => {
    const company = await takeCompany(tx, input.companyId);
    if (!company) return null;
    const known = await loadCompanyConfigs(tx, input.companyId);
    if (!known) return null;
    const horizon = new Date(input.now.getTime() + lookAheadMs);
    const due = known.entries.filter(
      (entry) => !entry.isChild && entry.pause === null && entry.dueAt !== null && entry.dueAt <= horizon,
    );
    if (!due.some((entry) => entry.dueAt !== null && entry.dueAt <= input.now)) return null;
    const models = enabledModels([...due, ...known.entries.filter(isUnscheduled)]);
    // What is due though it is off would be found again and again.
    for (const { dataModel } of due.filter((entry) => !entry.enabled)) {
      await setDue(tx, input, dataModel as ParentModel, null);
    }
    if (models.length === 0) return null;
    const { companyId } = input;
    const { integration } = known.definition;
    return insertSync(tx, input.contextOf(company.organisationId), {
      companyId,
      integration,
      syncType: 'AUTO_SYNC',
      configMode: 'DEFAULT',
      fullSync: false,
      models,
    });
  });
}

/**
 * Never read and never due: a model that the platform was connected without, because this installation could not read
 * it then. It goes along with what is due, and has its own time from then on.
 */
const isUnscheduled = (entry: ModelConfigEntry) =>
  !entry.isChild &&
  entry.pause === null &&
  entry.dueAt === null &&
  entry.lastSyncedAt === null &&
  entry.frequency !== 'NEVER';

/** Locks a company that may be synced now; null when it is in another's hands or may not. */
async function takeCompany(tx: Tx, companyId: number): Promise<{ organisationId: number } | null> {
  const [row] = await tx.execute<{ organisation_id: string }>(sql`
    select co.organisation_id
    from companies co join connections c on c.company_id = co.id
    where co.id = ${companyId} and co.archived_at is null and c.status = 'HEALTHY' and c.sync_state = 'IDLE'
      and c.paused_at is null
    for no key update of co skip locked`);
  return row ? { organisationId: Number(row.organisation_id) } : null;
}

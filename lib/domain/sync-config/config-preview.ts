import { sqlClient } from '../../../db/client.ts';
import type { ParentModel } from '../../../db/schema/enums.ts';
import { requirePermission } from '../../auth/permissions.ts';
import { definitions } from '../../connectors/definitions.ts';
import type { ConnectorDefinition } from '../../connectors/types.ts';
import type { Context } from '../../context.ts';
import { invalid, notFound } from '../../errors.ts';
import { getCompany } from '../companies/data.ts';
import { recordTable } from '../records/columns.ts';
import { declarationOf, type RecordModel } from '../records/registry.ts';
import { callsAllowedADay, runsADay } from './calls-a-day.ts';
import { problemsOf } from './config-problems.ts';
import { listModelConfigs } from './data.ts';
import { type ModelConfigEntry, type ModelSettings, reachesFurtherBack } from './model-config.ts';
import type { ModelConfigChange } from './schema.ts';
import { dueAfterChange } from './store-change.ts';

/** What a change of a model's settings would touch: nothing was changed. Moments are ISO 8601. */
export interface ConfigPreview {
  /** Stored and not deleted on the platform; a change keeps them all. */
  records: number;
  /** When the model is read next, now and after the change; null: never by itself. */
  dueBefore: string | null;
  dueAfter: string | null;
  /** Calls that the company's syncs make in a day on average, all models together. */
  callsBefore: number;
  callsAfter: number;
  /** What the platform takes of them; null where it sets no limit. */
  callsAllowed: number | null;
  /** Whether calls were counted of the last days, or guessed from the size of the pages. */
  callsAreCounted: boolean;
  /** Webhooks of the organisation that are told of the model's changes. */
  webhooks: number;
  /** The next sync reads all from this day on, older ones too. */
  readsAgain: boolean;
  /** Stored records dated before the new day: kept, and no longer read. Null where the day does not move later. */
  leftBehind: number | null;
  /** The oldest date of a stored record. */
  oldest: string | null;
}

/** What a change of one model's settings would touch. Throws not-found, and invalid as `updateModelConfigs` does. */
export async function configPreview(
  ctx: Context,
  input: { companyId: number; config: ModelConfigChange },
): Promise<ConfigPreview> {
  requirePermission(ctx, 'sync-config.write');
  const { companyId, config } = input;
  const [{ connection, syncFrom }, configs] = await Promise.all([
    getCompany(ctx, { companyId }),
    listModelConfigs(ctx, { companyIds: [companyId] }),
  ]);
  const [entries, definition] = [configs.get(companyId), connection && definitions[connection.integration]];
  if (!entries || !definition) {
    throw invalid({ path: '', message: 'The company is not connected yet, so it has no models to set' });
  }
  const issues = problemsOf(config, definition, '');
  if (issues.length > 0) throw invalid(issues);
  const model = config.dataModel as RecordModel;
  const entry = entries.find((one) => one.dataModel === model);
  if (!entry) throw notFound('Model');
  const after = changed(entry, config, syncFrom);
  const [stored, counted, webhooks] = await Promise.all([
    storedRecords(companyId, model, after.syncFrom),
    callsARun(ctx, companyId),
    webhooksOf(ctx, model, definition),
  ]);
  const parents = entries.filter((one) => !one.isChild);
  const callsOf = (one: ModelConfigEntry, settings: ModelSettings) =>
    runsADay(settings) * (counted.get(one.dataModel) ?? guessedCalls(definition, one.dataModel, stored.records));
  const callsBefore = parents.reduce((sum, one) => sum + callsOf(one, one), 0);
  const movesLater = after.syncFrom !== null && (entry.syncFrom === null || after.syncFrom > entry.syncFrom);
  return {
    records: stored.records,
    dueBefore: entry.enabled ? (entry.dueAt?.toISOString() ?? null) : null,
    dueAfter:
      dueAfterChange({
        now: ctx.now,
        companyId,
        dataModel: model,
        before: entry,
        after,
        state: entry,
      })?.toISOString() ?? null,
    callsBefore: rounded(callsBefore),
    callsAfter: rounded(callsBefore - callsOf(entry, entry) + callsOf(entry, after)),
    callsAllowed: callsAllowedADay(definition.rateLimit.perConnection),
    callsAreCounted: counted.has(model),
    webhooks,
    readsAgain: reachesFurtherBack(entry.syncFrom, after.syncFrom),
    leftBehind: movesLater ? stored.before : null,
    oldest: stored.oldest,
  };
}

/** A model's settings after a change; a `syncFrom` that is cleared follows the company's. */
const changed = (entry: ModelConfigEntry, change: ModelConfigChange, ofCompany: Date | null): ModelSettings => ({
  enabled: change.enabled ?? entry.enabled,
  frequency: change.frequency ?? entry.frequency,
  interval: change.interval ?? entry.interval,
  scopeAccess: change.scopeAccess ?? entry.scopeAccess,
  syncFrom: change.syncFrom === undefined ? entry.syncFrom : (change.syncFrom ?? ofCompany),
});

const rounded = (calls: number) => Math.round(calls * 10) / 10;

/** A sync of a model asks for its pages, and for one more that is empty or says that there is none. */
function guessedCalls(definition: ConnectorDefinition, model: string, records: number): number {
  const capability = definition.models.find((one) => one.model === model);
  if (!capability) return 0;
  return capability.incremental ? 1 : Math.max(1, Math.ceil(records / capability.pageSize));
}

async function storedRecords(companyId: number, model: RecordModel, from: Date | null) {
  const sql = sqlClient();
  const { table, dateColumn } = declarationOf(model);
  const date = dateColumn ? sql`${sql(dateColumn)}` : sql`null::timestamptz`;
  const [row] = await sql<{ records: number; before: number; oldest: Date | null }[]>`
    select count(*)::int as records, min(${date}) as oldest,
      (count(*) filter (where ${date} < ${from}::timestamptz))::int as before
    from ${sql(recordTable(table).name)} where company_id = ${companyId} and rootfi_deleted_at is null`;
  return { records: row?.records ?? 0, before: row?.before ?? 0, oldest: row?.oldest?.toISOString() ?? null };
}

const countedDays = 7;

/** Calls of a job of each model, on average of the last days. */
async function callsARun(ctx: Context, companyId: number): Promise<Map<string, number>> {
  const since = new Date(ctx.now.getTime() - countedDays * 86_400_000);
  const rows = await sqlClient()<{ model: ParentModel; calls: number }[]>`
    select j.data_model as model, count(*)::float8 / count(distinct j.id) as calls
    from platform_calls c join sync_jobs j on j.id = c.job_id
    where c.organisation_id = ${ctx.organisationId} and c.company_id = ${companyId} and c.created_at > ${since}
      and j.job_type = 'PULL'
    group by j.data_model`;
  return new Map(rows.map(({ model, calls }) => [model, calls]));
}

/** Webhooks that are on and told of changes of the model, as the outbox chooses them. */
async function webhooksOf(ctx: Context, model: RecordModel, { integration }: ConnectorDefinition): Promise<number> {
  const [row] = await sqlClient()<{ count: number }[]>`
    select count(*)::int as count from webhook_configs w
    where w.organisation_id = ${ctx.organisationId} and w.webhook_type = 'DATA_MODEL_CHANGES' and w.state = 'ENABLED'
      and (w.integration is null or w.integration = ${integration})
      and (w.topics = '{}' or ${model} = any(w.topics))`;
  return row?.count ?? 0;
}

import { and, eq, inArray, sql } from 'drizzle-orm';
import { db, type Tx } from '../../../db/client.ts';
import { connections, organisationModelConfigs } from '../../../db/schema/connections.ts';
import type { DataModel } from '../../../db/schema/enums.ts';
import type { Context } from '../../context.ts';
import { enqueue } from '../../worker/queue.ts';
import { auditAuthor, recordCompanyAudits } from '../audit/mutations.ts';
import type { RecordModel } from '../records/registry.ts';
import {
  changedSettings,
  defaultSettings,
  reachesFurtherBack,
  type StoredSettings,
  withOverrides,
} from '../sync-config/model-config.ts';
import { dueAfterChange } from '../sync-config/store-change.ts';
import { type CompanyConfigs, loadManyConfigs } from '../sync-config/stored-configs.ts';
import type { Propagation } from './schema.ts';
import { settingsOf } from './stored-defaults.ts';

/** Companies that one transaction takes. */
const batchSize = 500;

/** Passes defaults on: to the first companies in the caller's transaction, to all others by the worker. */
export async function passOn(tx: Tx, ctx: Context, of: Pick<Propagation, 'integration' | 'versions'>): Promise<void> {
  const propagation = { ...of, organisationId: ctx.organisationId, author: auditAuthor(ctx), after: 0 };
  await passOnSome(tx, propagation, { now: ctx.now });
}

/**
 * Passes defaults on to the next companies in a transaction of its own, and queues itself until all have them. May be
 * repeated: a company that has them already is not touched.
 */
export async function continuePropagation(propagation: Propagation, input: { now: Date }): Promise<number> {
  return db().transaction((tx) => passOnSome(tx, propagation, input));
}

async function passOnSome(tx: Tx, propagation: Propagation, { now }: { now: Date }): Promise<number> {
  const companyIds = await waitingCompanies(tx, propagation);
  if (companyIds.length === 0) return 0;
  const targets = await targetSettings(tx, propagation);
  const connected = await connectedOf(tx, companyIds);
  const known = await loadManyConfigs(tx, companyIds);
  const changes = known.flatMap((company) => changesOf(company, propagation, targets, connected, now));
  await writeConfigs(tx, changes, now);
  await countEnabled(tx, changes);
  await recordCompanyAudits(tx, propagation.author, 'sync-config.propagated', auditsOf(changes), now);
  const after = companyIds.at(-1) ?? 0;
  if (companyIds.length === batchSize) await enqueue(tx, 'propagate-sync-defaults', { ...propagation, after });
  return companyIds.length;
}

/**
 * The next companies that follow an older version, locked in the order in which all do it. What connects meanwhile, before
 * `after` too, follows the version in force by itself.
 */
async function waitingCompanies(tx: Tx, propagation: Propagation): Promise<number[]> {
  const { organisationId, integration, versions, after } = propagation;
  const rows = await tx.execute<{ id: string }>(sql`
    select co.id from companies co
    where co.organisation_id = ${organisationId} and co.integration = ${integration} and co.id > ${after}
      and exists (
        select from jsonb_each_text(${JSON.stringify(versions)}::jsonb) as wanted(model, version)
        join model_configs m on m.company_id = co.id and m.data_model = wanted.model
          and m.default_version < wanted.version::int)
    order by co.id
    limit ${batchSize}
    for no key update`);
  return rows.map((row) => Number(row.id));
}

/** The settings of the versions that are passed on; a later change may have brought newer ones meanwhile. */
async function targetSettings(tx: Tx, propagation: Propagation): Promise<Map<string, StoredSettings>> {
  const { organisationId, integration, versions } = propagation;
  const rows = await tx
    .select()
    .from(organisationModelConfigs)
    .where(
      and(
        eq(organisationModelConfigs.organisationId, organisationId),
        eq(organisationModelConfigs.integration, integration),
        inArray(organisationModelConfigs.dataModel, Object.keys(versions) as DataModel[]),
      ),
    );
  const wanted = rows.filter((row) => versions[row.dataModel] === row.version);
  return new Map(wanted.map((row) => [row.dataModel, settingsOf(row)]));
}

async function connectedOf(tx: Tx, companyIds: readonly number[]): Promise<Set<number>> {
  const rows = await tx
    .select({ companyId: connections.companyId, status: connections.status })
    .from(connections)
    .where(inArray(connections.companyId, [...companyIds]));
  return new Set(rows.flatMap(({ companyId, status }) => (status === 'DISCONNECTED' ? [] : [companyId])));
}

interface ConfigChange {
  companyId: number;
  dataModel: RecordModel;
  version: number;
  dueAt: Date | null;
  rereads: boolean;
  /** By how many the models that are on grow. */
  enabledBy: number;
  differs: ReturnType<typeof changedSettings>;
}

function changesOf(
  company: CompanyConfigs,
  { versions }: Propagation,
  targets: ReadonlyMap<string, StoredSettings>,
  connected: ReadonlySet<number>,
  now: Date,
): ConfigChange[] {
  const { companyId, companySyncFrom } = company;
  return Object.entries(versions).flatMap(([model, version]): ConfigChange[] => {
    const state = company.models.get(model);
    if (!state || state.defaultVersion >= version) return [];
    const effective = (defaults: StoredSettings | undefined) =>
      withOverrides(defaultSettings(defaults ?? null, companySyncFrom), state.stored);
    const [before, after] = [effective(company.organisation.get(model)), effective(targets.get(model))];
    const dataModel = model as RecordModel;
    const due = connected.has(companyId) ? dueAfterChange({ now, companyId, dataModel, before, after, state }) : null;
    return [
      {
        companyId,
        dataModel,
        version,
        dueAt: due,
        rereads: reachesFurtherBack(before.syncFrom, after.syncFrom),
        enabledBy: Number(after.enabled) - Number(before.enabled),
        differs: changedSettings(before, after),
      },
    ];
  });
}

async function writeConfigs(tx: Tx, changes: readonly ConfigChange[], now: Date): Promise<void> {
  const rows = changes.map(({ companyId, dataModel, version, dueAt, rereads }) => ({
    company_id: companyId,
    data_model: dataModel,
    version,
    due_at: dueAt,
    rereads,
  }));
  await tx.execute(sql`
    update model_configs m
    set default_version = w.version, due_at = w.due_at, updated_at = ${now.toISOString()}::timestamptz,
      cursor = case when w.rereads then null else m.cursor end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as w(
      company_id bigint, data_model text, version int, due_at timestamptz, rereads boolean)
    where m.company_id = w.company_id and m.data_model = w.data_model`);
}

/** Keeps the companies' counts of models that are switched on true. */
async function countEnabled(tx: Tx, changes: readonly ConfigChange[]): Promise<void> {
  const by = new Map<number, number>();
  for (const { companyId, enabledBy } of changes) by.set(companyId, (by.get(companyId) ?? 0) + enabledBy);
  const rows = [...by].flatMap(([id, difference]) => (difference === 0 ? [] : [{ id, difference }]));
  if (rows.length === 0) return;
  await tx.execute(sql`
    update companies co set models_enabled = co.models_enabled + w.difference
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as w(id bigint, difference int)
    where co.id = w.id`);
}

/** Of each company what changed, by model, as a change at the company itself would be told of. */
function auditsOf(changes: readonly ConfigChange[]) {
  const audits = new Map<number, { before: Record<string, unknown>; after: Record<string, unknown> }>();
  for (const { companyId, dataModel, differs } of changes) {
    if (!differs) continue;
    const audit = audits.get(companyId) ?? { before: {}, after: {} };
    audit.before[dataModel] = differs.before;
    audit.after[dataModel] = differs.after;
    audits.set(companyId, audit);
  }
  return [...audits].map(([companyId, audit]) => ({ companyId, ...audit }));
}

import { sql } from 'drizzle-orm';
import { db, type Tx } from '../../../db/client.ts';
import { organisationModelConfigs } from '../../../db/schema/connections.ts';
import type { Integration, ParentModel } from '../../../db/schema/enums.ts';
import { requirePermission } from '../../auth/permissions.ts';
import { definitions } from '../../connectors/definitions.ts';
import type { ConnectorDefinition } from '../../connectors/types.ts';
import type { Context } from '../../context.ts';
import { forbidden, type Issue, invalid } from '../../errors.ts';
import { recordAudit } from '../audit/mutations.ts';
import { checkedInput } from '../sync-config/checked-input.ts';
import { problemsOf } from '../sync-config/config-problems.ts';
import {
  builtInSettings,
  changedSettings,
  type ModelSettings,
  nothingStored,
  syncableModels,
  withOverrides,
} from '../sync-config/model-config.ts';
import type { ModelConfigChange } from '../sync-config/schema.ts';
import { passOn } from './propagation.ts';
import { type UpdateSyncDefaultsInput, updateSyncDefaultsInput } from './schema.ts';
import { latestDefaults } from './stored-defaults.ts';

/**
 * Sets what newly connected companies are set to. Companies that are connected already keep what they have, unless
 * `propagate` passes the defaults on to them: then what was set at a company itself stays, all else follows. The first
 * companies change with the defaults, a great many others soon after, by the worker. Throws forbidden, also for a key
 * that does not reach the whole organisation, and invalid for a model that the platform has not, or a child alone.
 */
export async function updateSyncDefaults(ctx: Context, input: UpdateSyncDefaultsInput): Promise<void> {
  requirePermission(ctx, 'sync-config.write');
  if (ctx.reach.kind !== 'organisation') {
    throw forbidden('This key reaches some companies only; defaults hold for the whole organisation');
  }
  const { integration, configs, propagate } = checkedInput(updateSyncDefaultsInput, input);
  const targets = targetsOf(integration, configs);
  await db().transaction(async (tx) => {
    // Two changes at once take turns, so that each version is made of the one before it.
    await tx.execute(sql`select 1 from organisations where id = ${ctx.organisationId} for no key update`);
    for (const target of targets) {
      const versions = await storeDefaults(tx, ctx, target, propagate);
      if (propagate) await passOn(tx, ctx, { integration: target.definition.integration, versions });
    }
  });
}

interface Target {
  definition: ConnectorDefinition;
  configs: readonly ModelConfigChange[];
}

/** The platforms that are meant, each with the changes that concern it. Throws invalid. */
function targetsOf(integration: Integration | undefined, configs: readonly ModelConfigChange[]): Target[] {
  if (integration) {
    const definition = definitions[integration];
    if (!definition) throw invalid({ path: 'integration', message: 'is not available in this installation' });
    const issues = configs.flatMap((config, at) => problemsOf(config, definition, `configs.${at}`));
    if (issues.length > 0) throw invalid(issues);
    return [{ definition, configs }];
  }
  const all = Object.values(definitions);
  const fits = (config: ModelConfigChange, definition: ConnectorDefinition) =>
    problemsOf(config, definition, '').length === 0;
  const issues = configs.flatMap((config, at): Issue[] => {
    if (all.some((definition) => fits(config, definition))) return [];
    // What every platform has against it: the first that has the model says it best.
    const near = all.find((one) => (syncableModels(one) as string[]).includes(config.dataModel)) ?? all[0];
    return near ? problemsOf(config, near, `configs.${at}`) : [];
  });
  if (issues.length > 0) throw invalid(issues);
  return all
    .map((definition) => ({ definition, configs: configs.filter((config) => fits(config, definition)) }))
    .filter((target) => target.configs.length > 0);
}

/** Stores a new version of each model's defaults where they change; answers which version is in force now, by model. */
async function storeDefaults(
  tx: Tx,
  ctx: Context,
  { definition, configs }: Target,
  propagate: boolean,
): Promise<Record<string, number>> {
  const { integration } = definition;
  const latest = await latestDefaults(tx, { organisationId: ctx.organisationId, integration });
  const versions: Record<string, number> = {};
  const before: Record<string, unknown> = {};
  const after: Record<string, unknown> = {};
  for (const { dataModel, category: _, ...change } of configs) {
    const known = latest.get(dataModel);
    const settings = withOverrides(builtInSettings, known?.settings ?? nothingStored);
    const wanted = changed(settings, change);
    const differs = changedSettings(settings, wanted);
    const version = known?.version ?? 0;
    versions[dataModel] = differs ? version + 1 : version;
    await pinWithoutRow(tx, ctx, { integration, dataModel: dataModel as ParentModel, version });
    if (!differs) continue;
    before[dataModel] = differs.before;
    after[dataModel] = differs.after;
    await tx.insert(organisationModelConfigs).values({
      ...wanted,
      scopeAccess: [...wanted.scopeAccess],
      organisationId: ctx.organisationId,
      integration,
      dataModel,
      version: version + 1,
      updatedAt: ctx.now,
    });
  }
  if (propagate || Object.keys(after).length > 0) {
    const action = 'sync-defaults.changed';
    await recordAudit(tx, ctx, { action, subjectId: integration, before, after: { ...after, propagate } });
  }
  return versions;
}

/** `syncFrom: null` takes the date away; what is left out stays. */
const changed = (
  settings: ModelSettings,
  change: Omit<ModelConfigChange, 'dataModel' | 'category'>,
): ModelSettings => ({
  enabled: change.enabled ?? settings.enabled,
  frequency: change.frequency ?? settings.frequency,
  interval: change.interval ?? settings.interval,
  scopeAccess: change.scopeAccess ?? settings.scopeAccess,
  syncFrom: change.syncFrom === undefined ? settings.syncFrom : change.syncFrom,
});

/** A company that has no row of the model follows whatever is in force: it is given one, so that it keeps what it has. */
async function pinWithoutRow(
  tx: Tx,
  ctx: Context,
  pin: { integration: Integration; dataModel: ParentModel; version: number },
): Promise<void> {
  await tx.execute(sql`
    insert into model_configs (company_id, organisation_id, data_model, default_version, updated_at)
    select c.company_id, c.organisation_id, ${pin.dataModel}, ${pin.version}, ${ctx.now.toISOString()}::timestamptz
    from connections c
    where c.organisation_id = ${ctx.organisationId} and c.integration = ${pin.integration}
      and not exists (
        select from model_configs m where m.company_id = c.company_id and m.data_model = ${pin.dataModel})
    on conflict do nothing`);
}

import { and, eq, isNull } from 'drizzle-orm';
import { db, type Tx } from '../../../db/client.ts';
import { companies, type RequestedModelConfig } from '../../../db/schema/companies.ts';
import { modelConfigs } from '../../../db/schema/connections.ts';
import type { Integration } from '../../../db/schema/enums.ts';
import { requirePermission } from '../../auth/permissions.ts';
import { definitions } from '../../connectors/definitions.ts';
import type { Context } from '../../context.ts';
import { invalid } from '../../errors.ts';
import { recordAudit } from '../audit/mutations.ts';
import { lockCompany } from '../companies/mutations.ts';
import type { RecordModel } from '../records/registry.ts';
import { checkedInput } from './checked-input.ts';
import { problemsOf } from './config-problems.ts';
import { keepChange, readConfigRows } from './kept-change.ts';
import {
  type ModelConfigEntry,
  nothingStored,
  reachesFurtherBack,
  type StoredSettings,
  syncableModels,
} from './model-config.ts';
import {
  type ModelConfigChange,
  type ModelConfigInput,
  modelConfigInput,
  type ResetModelConfigInput,
  resetModelConfigInput,
  type UpdateModelConfigsInput,
  updateModelConfigsInput,
} from './schema.ts';
import { countEnabled, storeChange } from './store-change.ts';
import { type CompanyConfigs, loadCompanyConfigs } from './stored-configs.ts';

/**
 * Changes how some models of a company are synced and says how all of them stand now. A model that is switched on is
 * due at once; one whose syncFrom moved earlier forgets its cursor, so that its next sync reads the older records.
 * Throws not-found, and invalid for a company that never connected, a model the platform has not, or a child alone.
 */
export async function updateModelConfigs(ctx: Context, input: UpdateModelConfigsInput): Promise<ModelConfigEntry[]> {
  return (await changeModelConfigs(ctx, input)).entries;
}

/** What a change of settings came to. `changeId` takes it back (`undoConfigChange`); null when nothing was changed. */
export interface ConfigChange {
  entries: ModelConfigEntry[];
  changeId: number | null;
}

/** The same, and the change that it was. */
export async function changeModelConfigs(ctx: Context, input: UpdateModelConfigsInput): Promise<ConfigChange> {
  requirePermission(ctx, 'sync-config.write');
  const { companyId, configs } = checkedInput(updateModelConfigsInput, input);
  return db().transaction(async (tx) => {
    const known = await lockConfigs(tx, ctx, companyId);
    return changeConfigs(tx, ctx, known, configs, 'configs');
  });
}

/**
 * Does the same in another mutation's transaction to a company that is or was connected. Null for one that never was:
 * then nothing is changed. The caller holds the company's row.
 */
export async function changeWhereConnected(
  tx: Tx,
  ctx: Context,
  input: { companyId: number; configs: readonly ModelConfigInput[]; path: string },
): Promise<ModelConfigEntry[] | null> {
  const known = await loadCompanyConfigs(tx, input.companyId);
  if (!known) return null;
  const configs = input.configs.map((config) => modelConfigInput.parse(config));
  return (await changeConfigs(tx, ctx, known, configs, input.path)).entries;
}

async function changeConfigs(
  tx: Tx,
  ctx: Context,
  known: CompanyConfigs,
  configs: readonly ModelConfigChange[],
  path: string,
): Promise<ConfigChange> {
  const issues = configs.flatMap((config, at) => problemsOf(config, known.definition, `${path}.${at}`));
  if (issues.length > 0) throw invalid(issues);
  const changes = new Map<RecordModel, Partial<StoredSettings>>();
  for (const { dataModel, category: _, ...change } of configs) {
    changes.set(dataModel as RecordModel, { ...changes.get(dataModel as RecordModel), ...change });
  }
  return storeChanges(tx, ctx, known, changes);
}

/** Puts a model of a company back to its organisation's defaults in force. Throws as `updateModelConfigs` does. */
export async function resetModelConfig(ctx: Context, input: ResetModelConfigInput): Promise<ConfigChange> {
  requirePermission(ctx, 'sync-config.write');
  const { companyId, dataModel } = checkedInput(resetModelConfigInput, input);
  return db().transaction(async (tx) => {
    const known = await lockConfigs(tx, ctx, companyId);
    const issues = problemsOf({ dataModel }, known.definition, '');
    if (issues.length > 0) throw invalid(issues);
    return storeChanges(tx, ctx, known, new Map([[dataModel as RecordModel, nothingStored]]), { followLatest: true });
  });
}

async function lockConfigs(tx: Tx, ctx: Context, companyId: number): Promise<CompanyConfigs> {
  await lockCompany(tx, ctx, companyId);
  const known = await loadCompanyConfigs(tx, companyId);
  if (!known) throw invalid({ path: '', message: 'The company is not connected yet, so it has no models to set' });
  return known;
}

async function storeChanges(
  tx: Tx,
  ctx: Context,
  known: CompanyConfigs,
  changes: ReadonlyMap<RecordModel, Partial<StoredSettings>>,
  options: { followLatest?: boolean } = {},
): Promise<ConfigChange> {
  const { companyId } = known;
  const models = [...changes.keys()];
  const rowsBefore = await readConfigRows(tx, companyId, models);
  const before: Record<string, unknown> = {};
  const after: Record<string, unknown> = {};
  for (const [model, change] of changes) {
    const differs = await storeChange(tx, ctx, known, model, change, options);
    if (!differs) continue;
    before[model] = differs.before;
    after[model] = differs.after;
  }
  const now = await loadCompanyConfigs(tx, companyId);
  const entries = now?.entries ?? [];
  if (Object.keys(after).length === 0) return { entries, changeId: null };
  await countEnabled(tx, companyId, entries);
  const changeId = await recordAudit(tx, ctx, { action: 'sync-config.changed', companyId, before, after });
  const rows = { before: rowsBefore, after: await readConfigRows(tx, companyId, models) };
  await keepChange(tx, ctx, { auditId: changeId, companyId, ...rows });
  return { entries, changeId };
}

/**
 * Gives a company its models at the moment of connecting: those that the link asked for as it asked, the others by
 * default. On a re-connection what was set since stays; all that is switched on becomes due again. Requested models
 * that the platform has not are left out, since a link by category is made before the platform is known.
 */
export async function applyRequestedConfigs(
  tx: Tx,
  ctx: Context,
  input: {
    companyId: number;
    integration: Integration;
    requested: readonly RequestedModelConfig[];
    syncFrom: Date | null;
  },
): Promise<void> {
  const { companyId, integration } = input;
  const definition = definitions[integration];
  if (!definition) return;
  if (input.syncFrom) await moveCompanySyncFrom(tx, { companyId, syncFrom: input.syncFrom });
  const known = await loadCompanyConfigs(tx, companyId);
  if (!known) return;
  const requested = new Map(input.requested.map((one) => [one.dataModel, requestedSettings(one)]));
  for (const model of syncableModels(definition)) {
    const change = known.models.has(model) ? {} : (requested.get(model) ?? {});
    await storeChange(tx, ctx, known, model, change);
  }
  await countEnabled(tx, companyId, (await loadCompanyConfigs(tx, companyId))?.entries ?? []);
}

function requestedSettings(requested: RequestedModelConfig): Partial<StoredSettings> {
  const parsed = modelConfigInput.safeParse(requested);
  if (!parsed.success) return {};
  const { dataModel: _model, category: _category, ...settings } = parsed.data;
  return settings;
}

/**
 * Sets how far back a company is read. When that moves earlier, the models that follow it forget their cursor, so that
 * their next sync reads the older records. The caller holds the company's row.
 */
export async function moveCompanySyncFrom(tx: Tx, input: { companyId: number; syncFrom: Date | null }): Promise<void> {
  const { companyId, syncFrom } = input;
  const [before] = await tx.select({ syncFrom: companies.syncFrom }).from(companies).where(eq(companies.id, companyId));
  await tx.update(companies).set({ syncFrom }).where(eq(companies.id, companyId));
  if (!reachesFurtherBack(before?.syncFrom ?? null, syncFrom)) return;
  await tx
    .update(modelConfigs)
    .set({ cursor: null })
    .where(and(eq(modelConfigs.companyId, companyId), isNull(modelConfigs.syncFrom)));
}

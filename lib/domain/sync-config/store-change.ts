import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { companies } from '../../../db/schema/companies.ts';
import { modelConfigs } from '../../../db/schema/connections.ts';
import type { Context } from '../../context.ts';
import type { RecordModel } from '../records/registry.ts';
import { nextDueAt } from './due-interval.ts';
import {
  changedSettings,
  defaultSettings,
  type ModelConfigEntry,
  type ModelSettings,
  nothingStored,
  reachesFurtherBack,
  type StoredSettings,
  storedAfter,
  withOverrides,
} from './model-config.ts';
import type { CompanyConfigs } from './stored-configs.ts';

/**
 * Writes one model's override; says how its settings changed, or null when they did not. A model that the company has not
 * had yet follows its organisation's defaults in force; so does one that is to follow them from now on.
 */
export async function storeChange(
  tx: Tx,
  ctx: Context,
  known: CompanyConfigs,
  model: RecordModel,
  change: Partial<StoredSettings>,
  options: { followLatest?: boolean } = {},
) {
  const defaultsOf = (settings: StoredSettings | undefined) => defaultSettings(settings ?? null, known.companySyncFrom);
  const followed = defaultsOf(known.organisation.get(model));
  const latest = known.latest.get(model);
  const defaults = options.followLatest ? defaultsOf(latest?.settings) : followed;
  const state = known.models.get(model);
  const stored = state?.stored ?? nothingStored;
  const wanted = storedAfter(defaults, stored, change);
  const [before, after] = [withOverrides(followed, stored), withOverrides(defaults, wanted)];
  const rereads = reachesFurtherBack(before.syncFrom, after.syncFrom);
  const values = {
    ...columnsOf(wanted),
    dueAt: dueAfterChange({ now: ctx.now, companyId: known.companyId, dataModel: model, before, after, state }),
    updatedAt: ctx.now,
    ...(rereads ? { cursor: null } : {}),
    ...(options.followLatest ? { defaultVersion: latest?.version ?? 0 } : {}),
  };
  await tx
    .insert(modelConfigs)
    .values({
      defaultVersion: latest?.version ?? 0,
      ...values,
      companyId: known.companyId,
      organisationId: ctx.organisationId,
      dataModel: model,
    })
    .onConflictDoUpdate({ target: [modelConfigs.companyId, modelConfigs.dataModel], set: values });
  return changedSettings(before, after);
}

/** A model that was just switched on and never read is due at once; else its period counts from its last sync. */
export function dueAfterChange(change: {
  now: Date;
  companyId: number;
  dataModel: RecordModel;
  before: ModelSettings;
  after: ModelSettings;
  state: { dueAt: Date | null; lastSyncedAt: Date | null } | undefined;
}): Date | null {
  const { companyId, dataModel, before, after, state } = change;
  if (!after.enabled || after.frequency === 'NEVER') return null;
  const sameRhythm = before.frequency === after.frequency && before.interval === after.interval;
  if (before.enabled && sameRhythm && state?.dueAt) return state.dueAt;
  if (!state?.lastSyncedAt) return change.now;
  const { frequency, interval } = after;
  return nextDueAt({ frequency, interval, after: state.lastSyncedAt, companyId, dataModel });
}

const columnsOf = (stored: StoredSettings) => ({
  ...stored,
  scopeAccess: stored.scopeAccess ? [...stored.scopeAccess] : null,
});

/** Keeps the company's count of models that are switched on true. */
export async function countEnabled(tx: Tx, companyId: number, entries: readonly ModelConfigEntry[]) {
  const modelsEnabled = entries.filter((entry) => !entry.isChild && entry.enabled).length;
  await tx.update(companies).set({ modelsEnabled }).where(eq(companies.id, companyId));
}

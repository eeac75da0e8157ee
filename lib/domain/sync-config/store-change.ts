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

/** Writes one model's override; says how its settings changed, or null when they did not. */
export async function storeChange(
  tx: Tx,
  ctx: Context,
  known: CompanyConfigs,
  model: RecordModel,
  change: Partial<StoredSettings>,
) {
  const defaults = defaultSettings(known.organisation.get(model) ?? null, known.companySyncFrom);
  const state = known.models.get(model);
  const stored = state?.stored ?? nothingStored;
  const wanted = storedAfter(defaults, stored, change);
  const [before, after] = [withOverrides(defaults, stored), withOverrides(defaults, wanted)];
  const rereads = reachesFurtherBack(before.syncFrom, after.syncFrom);
  const values = {
    ...columnsOf(wanted),
    dueAt: dueAfterChange(ctx, known.companyId, model, { before, after, state }),
    updatedAt: ctx.now,
    ...(rereads ? { cursor: null } : {}),
  };
  await tx
    .insert(modelConfigs)
    .values({ ...values, companyId: known.companyId, organisationId: ctx.organisationId, dataModel: model })
    .onConflictDoUpdate({ target: [modelConfigs.companyId, modelConfigs.dataModel], set: values });
  return changedSettings(before, after);
}

/** A model that was just switched on and never read is due at once; else its period counts from its last sync. */
function dueAfterChange(
  ctx: Context,
  companyId: number,
  dataModel: RecordModel,
  model: {
    before: ModelSettings;
    after: ModelSettings;
    state: { dueAt: Date | null; lastSyncedAt: Date | null } | undefined;
  },
): Date | null {
  const { before, after, state } = model;
  if (!after.enabled || after.frequency === 'NEVER') return null;
  const sameRhythm = before.frequency === after.frequency && before.interval === after.interval;
  if (before.enabled && sameRhythm && state?.dueAt) return state.dueAt;
  if (!state?.lastSyncedAt) return ctx.now;
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

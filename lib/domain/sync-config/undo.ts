import { isDeepStrictEqual } from 'node:util';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { db, type Tx } from '../../../db/client.ts';
import { configUndos, type KeptChange, type KeptSettings } from '../../../db/schema/config-undos.ts';
import { modelConfigs } from '../../../db/schema/connections.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { conflict, notFound } from '../../errors.ts';
import { recordAudit } from '../audit/mutations.ts';
import { lockCompany } from '../companies/mutations.ts';
import { inReach } from '../companies/reach.ts';
import type { RecordModel } from '../records/registry.ts';
import { keptSettings, readConfigRows } from './kept-change.ts';
import { changedSettings, type ModelSettings } from './model-config.ts';
import { countEnabled } from './store-change.ts';
import { type CompanyConfigs, loadCompanyConfigs } from './stored-configs.ts';

/**
 * Takes a change of a company's settings back: they are as before, the schedule too, and the cursor unless a sync has
 * read on from another one meanwhile. Data is not touched. Throws not-found, and conflict when it was taken back already
 * or a setting of it was changed since.
 */
export async function undoConfigChange(ctx: Context, input: { companyId: number; changeId: number }): Promise<void> {
  requirePermission(ctx, 'sync-config.write');
  const { companyId, changeId } = input;
  await db().transaction(async (tx) => {
    await lockCompany(tx, ctx, companyId);
    const [kept] = await tx
      .update(configUndos)
      .set({ undoneAt: ctx.now })
      .where(and(eq(configUndos.auditId, changeId), eq(configUndos.companyId, companyId), isNull(configUndos.undoneAt)))
      .returning();
    if (!kept) throw await whyNot(tx, input);
    const models = Object.entries(kept.models) as [RecordModel, KeptChange][];
    const before = await loadCompanyConfigs(tx, companyId);
    await requireUntouched(tx, companyId, models);
    for (const [model, change] of models) await restore(tx, ctx, companyId, model, change);
    const after = await loadCompanyConfigs(tx, companyId);
    await countEnabled(tx, companyId, after?.entries ?? []);
    await recordAudit(tx, ctx, {
      action: 'sync-config.undone',
      companyId,
      subjectId: String(changeId),
      ...differences(models, before, after),
    });
  });
}

/** The changes of a company's settings that can be taken back now, newest first: nothing of them was changed since. */
export async function undoableChanges(ctx: Context, input: { companyId: number }): Promise<number[]> {
  const [kept, rows] = await Promise.all([
    db()
      .select({ auditId: configUndos.auditId, models: configUndos.models })
      .from(configUndos)
      .where(
        and(
          eq(configUndos.organisationId, ctx.organisationId),
          eq(configUndos.companyId, input.companyId),
          inReach(ctx, configUndos.companyId),
          isNull(configUndos.undoneAt),
        ),
      )
      .orderBy(desc(configUndos.auditId))
      .limit(50),
    db().select().from(modelConfigs).where(eq(modelConfigs.companyId, input.companyId)),
  ]);
  const now = new Map(rows.map((row) => [row.dataModel, keptSettings(row)]));
  const stands = (models: Partial<Record<RecordModel, KeptChange>>) =>
    Object.entries(models).every(([model, { after }]) => isDeepStrictEqual(now.get(model as RecordModel), after));
  return kept.filter(({ models }) => stands(models)).map(({ auditId }) => auditId);
}

async function whyNot(tx: Tx, { companyId, changeId }: { companyId: number; changeId: number }) {
  const [done] = await tx
    .select({ at: configUndos.undoneAt })
    .from(configUndos)
    .where(and(eq(configUndos.auditId, changeId), eq(configUndos.companyId, companyId)));
  return done ? conflict('This change was undone already') : notFound('Change');
}

async function requireUntouched(
  tx: Tx,
  companyId: number,
  models: readonly (readonly [RecordModel, KeptChange])[],
): Promise<void> {
  const rows = await readConfigRows(
    tx,
    companyId,
    models.map(([model]) => model),
  );
  for (const [model, { after }] of models) {
    const row = rows.get(model);
    if (row && isDeepStrictEqual(keptSettings(row), after)) continue;
    throw conflict(`${model} was set otherwise since. Nothing was changed; set it as you want it`);
  }
}

async function restore(tx: Tx, ctx: Context, companyId: number, model: RecordModel, change: KeptChange): Promise<void> {
  const [row] = await tx
    .update(modelConfigs)
    .set({ ...columnsOf(change.before), dueAt: dateOf(change.dueAt), updatedAt: ctx.now })
    .where(and(eq(modelConfigs.companyId, companyId), eq(modelConfigs.dataModel, model)))
    .returning({ lastSyncedAt: modelConfigs.lastSyncedAt });
  // A sync that ended meanwhile read by the changed settings: what it ended with is newer than what was kept.
  if ((row?.lastSyncedAt?.toISOString() ?? null) !== change.lastSyncedAt) return;
  await tx
    .update(modelConfigs)
    .set({ cursor: change.cursor })
    .where(and(eq(modelConfigs.companyId, companyId), eq(modelConfigs.dataModel, model)));
}

const columnsOf = ({ syncFrom, ...settings }: KeptSettings) => ({ ...settings, syncFrom: dateOf(syncFrom) });

const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

/** How the settings of some models differ, as the audit log shows them. */
function differences(
  models: readonly (readonly [RecordModel, KeptChange])[],
  before: CompanyConfigs | null,
  after: CompanyConfigs | null,
): { before: Record<string, unknown>; after: Record<string, unknown> } {
  const settingsOf = (configs: CompanyConfigs | null, model: RecordModel): ModelSettings | undefined =>
    configs?.entries.find((entry) => entry.dataModel === model);
  const changes = models.flatMap(([model]) => {
    const [from, to] = [settingsOf(before, model), settingsOf(after, model)];
    const changed = from && to && changedSettings(from, to);
    return changed ? [[model, changed] as const] : [];
  });
  return {
    before: Object.fromEntries(changes.map(([model, changed]) => [model, changed.before])),
    after: Object.fromEntries(changes.map(([model, changed]) => [model, changed.after])),
  };
}

import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { configUndos, type KeptChange, type KeptSettings } from '../../../db/schema/config-undos.ts';
import { modelConfigs } from '../../../db/schema/connections.ts';
import type { Context } from '../../context.ts';
import type { RecordModel } from '../records/registry.ts';

type ConfigRow = typeof modelConfigs.$inferSelect;

/** The rows of some models of a company as they stand; the caller holds the company's row. */
export async function readConfigRows(
  tx: Tx,
  companyId: number,
  models: readonly RecordModel[],
): Promise<Map<RecordModel, ConfigRow>> {
  const rows = await tx
    .select()
    .from(modelConfigs)
    .where(and(eq(modelConfigs.companyId, companyId), inArray(modelConfigs.dataModel, [...models])));
  return new Map(rows.map((row) => [row.dataModel, row]));
}

/** Keeps what a change replaced, under its audit row. */
export async function keepChange(
  tx: Tx,
  ctx: Context,
  change: {
    auditId: number;
    companyId: number;
    before: ReadonlyMap<RecordModel, ConfigRow>;
    after: ReadonlyMap<RecordModel, ConfigRow>;
  },
): Promise<void> {
  const models = [...change.after].map(([model, after]): [RecordModel, KeptChange] => {
    const before = change.before.get(model);
    return [
      model,
      {
        before: keptSettings(before ?? { ...nothingSet, defaultVersion: after.defaultVersion }),
        after: keptSettings(after),
        dueAt: before?.dueAt?.toISOString() ?? null,
        cursor: before?.cursor ?? null,
        lastSyncedAt: before?.lastSyncedAt?.toISOString() ?? null,
      },
    ];
  });
  await tx.insert(configUndos).values({
    auditId: change.auditId,
    organisationId: ctx.organisationId,
    companyId: change.companyId,
    models: Object.fromEntries(models),
    createdAt: ctx.now,
  });
}

const nothingSet = { enabled: null, frequency: null, interval: null, scopeAccess: null, syncFrom: null };

type SetColumns = Pick<ConfigRow, 'enabled' | 'frequency' | 'interval' | 'scopeAccess' | 'syncFrom' | 'defaultVersion'>;

/** What somebody set of a model, to be kept or compared. */
export const keptSettings = (row: SetColumns): KeptSettings => ({
  enabled: row.enabled,
  frequency: row.frequency,
  interval: row.interval,
  scopeAccess: row.scopeAccess,
  syncFrom: row.syncFrom?.toISOString() ?? null,
  defaultVersion: row.defaultVersion,
});

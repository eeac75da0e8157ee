import { and, desc, eq } from 'drizzle-orm';
import type { db, Tx } from '../../../db/client.ts';
import { organisationModelConfigs } from '../../../db/schema/connections.ts';
import type { Integration } from '../../../db/schema/enums.ts';
import type { StoredSettings } from '../sync-config/model-config.ts';
import type { VersionedSettings } from '../sync-config/stored-configs.ts';

export type StoredDefault = typeof organisationModelConfigs.$inferSelect;

/** The settings of a stored row. */
export const settingsOf = ({ enabled, frequency, interval, scopeAccess, syncFrom }: StoredDefault): StoredSettings => ({
  enabled,
  frequency,
  interval,
  scopeAccess,
  syncFrom,
});

/** An organisation's defaults in force for a platform, by model; none where those are the built-in ones. */
export async function latestDefaults(
  source: Tx | ReturnType<typeof db>,
  of: { organisationId: number; integration: Integration },
): Promise<Map<string, VersionedSettings>> {
  const rows = await source
    .selectDistinctOn([organisationModelConfigs.dataModel])
    .from(organisationModelConfigs)
    .where(
      and(
        eq(organisationModelConfigs.organisationId, of.organisationId),
        eq(organisationModelConfigs.integration, of.integration),
      ),
    )
    .orderBy(organisationModelConfigs.dataModel, desc(organisationModelConfigs.version));
  return new Map(rows.map((row) => [row.dataModel, { version: row.version, settings: settingsOf(row) }]));
}

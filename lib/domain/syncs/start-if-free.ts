import { sql } from 'drizzle-orm';
import { db } from '../../../db/client.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { recordAudit } from '../audit/mutations.ts';
import { loadCompanyConfigs } from '../sync-config/stored-configs.ts';
import { insertSync } from './insert-sync.ts';
import { enabledModels } from './sync-plan.ts';

/**
 * Starts an incremental sync of all that is switched on at a company, for whoever starts many: where a sync is active, the
 * connection is closed, unclear or paused, or nothing is switched on, null and nothing happens.
 */
export async function startSyncIfFree(ctx: Context, input: { companyId: number }): Promise<string | null> {
  requirePermission(ctx, 'syncs.write');
  const { companyId } = input;
  return db().transaction(async (tx) => {
    const [free] = await tx.execute(sql`
      select 1 from companies co join connections c on c.company_id = co.id
      where co.id = ${companyId} and co.organisation_id = ${ctx.organisationId} and co.archived_at is null
        and c.status not in ('DISCONNECTED', 'PENDING') and c.paused_at is null
      for no key update of co`);
    const known = free && (await loadCompanyConfigs(tx, companyId));
    const models = enabledModels(known?.entries ?? []);
    if (!known || models.length === 0) return null;
    const id = await insertSync(tx, ctx, {
      companyId,
      integration: known.definition.integration,
      syncType: 'MANUAL',
      configMode: 'DEFAULT',
      fullSync: false,
      models,
    });
    if (!id) return null;
    const dataModels = models.map((model) => model.dataModel);
    await recordAudit(tx, ctx, {
      action: 'sync.started',
      companyId,
      subjectId: id,
      after: { dataModels, fullSync: false },
    });
    return id;
  });
}

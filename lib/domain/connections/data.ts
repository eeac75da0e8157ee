import type { Context } from '../../context.ts';
import { listModelConfigs } from '../sync-config/data.ts';
import { isParentModel } from '../sync-config/schema.ts';
import { syncProgress } from '../syncs/data.ts';
import type { LinkProgress } from './query-options.ts';
import type { ModelReading } from './schema.ts';

/** The company's newest sync as its customer may see it: how far each model is, and no more. */
export async function linkProgress(ctx: Context, input: { companyId: number }): Promise<LinkProgress> {
  const progress = await syncProgress(ctx, input);
  return {
    isActive: progress?.isActive ?? false,
    resumeAt: progress?.resumeAt?.toISOString() ?? null,
    recordsRead: progress?.recordsRead ?? 0,
    jobs: (progress?.jobs ?? []).map(({ dataModel, status, recordsRead }) => ({ dataModel, status, recordsRead })),
  };
}

/** The models of a company that are switched on and not paused, as its customer may see them. */
export async function linkReading(ctx: Context, input: { companyId: number }): Promise<ModelReading[]> {
  const configs = (await listModelConfigs(ctx, { companyIds: [input.companyId] })).get(input.companyId) ?? [];
  return configs.flatMap(({ dataModel, enabled, pause, lastSyncedAt }) =>
    enabled && !pause && isParentModel(dataModel) ? [{ dataModel, lastSyncedAt }] : [],
  );
}

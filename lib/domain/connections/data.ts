import type { Context } from '../../context.ts';
import { syncProgress } from '../syncs/data.ts';
import type { LinkProgress } from './query-options.ts';

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

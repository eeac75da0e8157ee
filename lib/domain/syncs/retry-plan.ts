import type { JobStatus, ParentModel } from '../../../db/schema/enums.ts';
import type { ModelConfigEntry } from '../sync-config/model-config.ts';
import type { PlannedModel } from './sync-plan.ts';

/** Of an ended job what a retry goes by. */
export interface EndedJob {
  id: string;
  dataModel: ParentModel;
  status: JobStatus;
  recordsFailed: number;
  syncFrom: Date | null;
  startCursor: unknown;
  deletionsConfirmed: number | null;
}

/**
 * What a retry reads: the models that failed, were not read to their end or kept records aside, or all of them where none
 * did. Those that have been switched off or paused since are left out. A model that kept records aside begins where its
 * pass began, so that it meets them again; any other goes on from where the model stands.
 *
 * @param jobs in the order in which the sync took them
 * @param isOwnChoice who started the sync chose the models and their dates; else the dates are those set now
 */
export function modelsToRetry(
  jobs: readonly EndedJob[],
  entries: readonly ModelConfigEntry[],
  isOwnChoice: boolean,
): PlannedModel[] {
  const undone = jobs.filter((job) => job.status !== 'SUCCESS' || job.recordsFailed > 0);
  return (undone.length > 0 ? undone : jobs).flatMap((job) => {
    const entry = entries.find((one) => one.dataModel === job.dataModel);
    if (!entry?.enabled || entry.pause) return [];
    const again = {
      parentJobId: job.id,
      deletionsConfirmed: job.deletionsConfirmed,
      ...(job.recordsFailed > 0 && { reread: { startCursor: job.startCursor } }),
    };
    return [{ dataModel: job.dataModel, syncFrom: isOwnChoice ? job.syncFrom : entry.syncFrom, again }];
  });
}

import type { Tone } from '@/components/ui/tone.ts';
import type { JobStatus, JobType, SyncStatus } from '@/db/schema/enums.ts';

interface StatusWords {
  label: string;
  tone: Tone;
}

/** What people call a run's status. */
export const syncStatusWords: Record<SyncStatus, StatusWords> = {
  QUEUED: { label: 'Queued', tone: 'info' },
  RUNNING: { label: 'Running', tone: 'info' },
  SUCCESS: { label: 'Done', tone: 'success' },
  PARTIAL_SUCCESS: { label: 'Partly done', tone: 'warning' },
  FAILED: { label: 'Failed', tone: 'danger' },
  CANCELLED: { label: 'Cancelled', tone: 'neutral' },
};

/** What runs can be filtered by. */
export const syncOutcomes = Object.entries(syncStatusWords).map(([value, { label }]) => ({ value, label }));

export const jobStatusWords: Record<JobStatus, StatusWords> = {
  CREATED: { label: 'Waiting', tone: 'neutral' },
  RUNNING: { label: 'Reading', tone: 'info' },
  SUCCESS: { label: 'Done', tone: 'success' },
  FAILED: { label: 'Failed', tone: 'danger' },
};

/** A run's status with what the status alone does not say: that it sleeps, or is about to be cancelled. */
export function runState(run: {
  status: SyncStatus;
  isActive: boolean;
  resumeAt: string | null;
  cancelRequested: boolean;
}): StatusWords {
  if (run.isActive && run.cancelRequested) return { label: 'Cancelling', tone: 'warning' };
  if (run.isActive && run.resumeAt) return { label: 'Waiting', tone: 'warning' };
  return syncStatusWords[run.status];
}

/** A model's status within its run: what a cancelled run did not come to has not failed. */
export function jobState(
  job: { status: JobStatus; failureClass: string | null; records: { failed: number } },
  run: { status: SyncStatus },
): StatusWords {
  if (job.status === 'FAILED' && run.status === 'CANCELLED' && job.failureClass === null) {
    return { label: 'Not finished', tone: 'neutral' };
  }
  if (job.status === 'SUCCESS' && job.records.failed > 0) return { label: 'Partly done', tone: 'warning' };
  return jobStatusWords[job.status];
}

/** `By hand`, `Scheduled`, with `full` where everything was read; `Write` where records were sent to the platform. */
export const runKind = (run: { jobType: JobType; isManual: boolean; isFull: boolean }): string =>
  run.jobType === 'PUSH' ? 'Write' : `${run.isManual ? 'By hand' : 'Scheduled'}${run.isFull ? ', full' : ''}`;

import type { Tone } from '@/components/ui/tone.ts';
import type { JobStatus, SyncStatus } from '@/db/schema/enums.ts';

/** What people call a run's status. */
export const syncStatusWords: Record<SyncStatus, { label: string; tone: Tone }> = {
  QUEUED: { label: 'Queued', tone: 'info' },
  RUNNING: { label: 'Running', tone: 'info' },
  SUCCESS: { label: 'Done', tone: 'success' },
  PARTIAL_SUCCESS: { label: 'Partly done', tone: 'warning' },
  FAILED: { label: 'Failed', tone: 'danger' },
  CANCELLED: { label: 'Cancelled', tone: 'neutral' },
};

export const jobStatusWords: Record<JobStatus, { label: string; tone: Tone }> = {
  CREATED: { label: 'Waiting', tone: 'neutral' },
  RUNNING: { label: 'Reading', tone: 'info' },
  SUCCESS: { label: 'Done', tone: 'success' },
  FAILED: { label: 'Failed', tone: 'danger' },
};

import type { JobStatus, SyncStatus } from '../../../db/schema/enums.ts';

/**
 * Where a sync may go. RUNNING goes back to QUEUED when it waits for a platform's limit, when its worker stops and hands
 * it back, and when its worker was lost.
 */
export const syncTransitions: Record<SyncStatus, readonly SyncStatus[]> = {
  QUEUED: ['RUNNING', 'CANCELLED'],
  RUNNING: ['QUEUED', 'SUCCESS', 'PARTIAL_SUCCESS', 'FAILED', 'CANCELLED'],
  SUCCESS: [],
  PARTIAL_SUCCESS: [],
  FAILED: [],
  CANCELLED: [],
};

/** A sync that holds its company's one place. */
export const isActive = (status: SyncStatus): boolean => status === 'QUEUED' || status === 'RUNNING';

/** How a job may go on. CREATED again: it waits for its turn after a pause. */
export const jobTransitions: Record<JobStatus, readonly JobStatus[]> = {
  CREATED: ['RUNNING', 'FAILED'],
  RUNNING: ['CREATED', 'SUCCESS', 'FAILED'],
  SUCCESS: [],
  FAILED: [],
};

/** How a run ended, by its jobs: a record kept aside makes it partial even when every model was read to its end. */
export function endedAs(jobs: readonly { status: JobStatus; recordsFailed: number }[]): SyncStatus {
  const succeeded = jobs.filter((job) => job.status === 'SUCCESS').length;
  if (succeeded === 0) return 'FAILED';
  const whole = succeeded === jobs.length && jobs.every((job) => job.recordsFailed === 0);
  return whole ? 'SUCCESS' : 'PARTIAL_SUCCESS';
}

/** How long a run may be silent before its worker counts as lost. Workers beat every two seconds. */
export const silenceMs = 15_000;
export const beatMs = 2_000;

import { describe, expect, it } from 'vitest';
import { jobState, runKind, runState } from './sync-status.ts';

const run = { status: 'RUNNING', isActive: true, resumeAt: null, cancelRequested: false } as const;
const job = { status: 'FAILED', failureClass: null, records: { failed: 0 } } as const;

describe('a run in words', () => {
  it('says that it waits while it is queued for later', () => {
    expect(runState({ ...run, status: 'QUEUED', resumeAt: '2026-11-21T12:00:00.000Z' }).label).toBe('Waiting');
  });

  it('says that it is being cancelled, and no longer once it has ended', () => {
    expect(runState({ ...run, cancelRequested: true }).label).toBe('Cancelling');
    expect(runState({ ...run, status: 'CANCELLED', isActive: false, cancelRequested: true }).label).toBe('Cancelled');
  });

  it('does not call a model failed that a cancelled run never came to', () => {
    expect(jobState(job, { status: 'CANCELLED' }).tone).toBe('neutral');
    expect(jobState({ ...job, failureClass: 'platform-down' }, { status: 'CANCELLED' }).tone).toBe('danger');
    expect(jobState(job, { status: 'FAILED' }).tone).toBe('danger');
  });

  it('shows a model that kept records aside as partly done', () => {
    expect(jobState({ ...job, status: 'SUCCESS', records: { failed: 2 } }, { status: 'PARTIAL_SUCCESS' }).label).toBe(
      'Partly done',
    );
  });

  it('names who started it and whether everything was read', () => {
    expect(runKind({ jobType: 'PULL', isManual: false, isFull: false })).toBe('Scheduled');
    expect(runKind({ jobType: 'PULL', isManual: true, isFull: true })).toBe('By hand, full');
    expect(runKind({ jobType: 'PUSH', isManual: true, isFull: false })).toBe('Write');
  });
});

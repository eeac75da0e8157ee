import type { ConnectionStatus, JobType, SyncStatus, SyncType } from '../../../db/schema/enums.ts';
import { isActive } from '../syncs/sync-state.ts';
import type { TimelineActor, TimelineEntry } from './schema.ts';

/** A row of the timeline's query; what is not of its kind is null. */
export interface TimelineRow {
  rank: number;
  id: string;
  at: Date;
  actor_label: string;
  actor_type: string;
  door: string;
  action: string | null;
  subject_id: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  job_type: JobType | null;
  status: SyncStatus | null;
  sync_type: SyncType | null;
  full_sync: boolean | null;
  cancel_requested: boolean | null;
  resume_at: Date | null;
  start_time: Date | null;
  end_time: Date | null;
  failure_message: string | null;
  created: number | null;
  updated: number | null;
  unchanged: number | null;
  deleted: number | null;
  failed: number | null;
  done: number | null;
  total: number | null;
  from_status: ConnectionStatus | null;
  to_status: ConnectionStatus | null;
  from_failure: string | null;
  to_failure: string | null;
  message: string | null;
  sync_id: string | null;
}

const iso = (moment: Date | null): string | null => moment?.toISOString() ?? null;

/** A row as the entry of its kind. */
export function entryOf(row: TimelineRow): TimelineEntry {
  const common = {
    id: row.id,
    at: row.at.toISOString(),
    by: row.actor_label,
    actor: actorOf(row.actor_type),
    door: row.door,
  };
  if (row.status && row.job_type) return { ...common, ...runOf(row, row.status, row.job_type) };
  if (row.to_status) {
    return {
      ...common,
      kind: 'health',
      fromStatus: row.from_status,
      toStatus: row.to_status,
      fromFailure: row.from_failure,
      toFailure: row.to_failure,
      message: row.message,
      syncId: row.sync_id,
    };
  }
  const { action, subject_id: subjectId, before, after } = row;
  return { ...common, kind: 'changes', action: action ?? '', subjectId, before, after };
}

const runOf = (row: TimelineRow, status: SyncStatus, jobType: JobType) => ({
  kind: jobType === 'PUSH' ? ('writes' as const) : ('runs' as const),
  jobType,
  status,
  isActive: isActive(status),
  isManual: row.sync_type === 'MANUAL',
  isFull: row.full_sync ?? false,
  cancelRequested: row.cancel_requested ?? false,
  resumeAt: iso(row.resume_at),
  startTime: iso(row.start_time),
  endTime: iso(row.end_time),
  failureMessage: row.failure_message,
  records: {
    created: row.created ?? 0,
    updated: row.updated ?? 0,
    unchanged: row.unchanged ?? 0,
    deleted: row.deleted ?? 0,
    failed: row.failed ?? 0,
  },
  sent: { done: row.done ?? 0, total: row.total ?? 0 },
});

function actorOf(type: string): TimelineActor {
  switch (type) {
    case 'user':
      return 'people';
    case 'api-key':
    case 'access-token':
      return 'programs';
    case 'invite-link':
      return 'customer';
    default:
      return 'itself';
  }
}

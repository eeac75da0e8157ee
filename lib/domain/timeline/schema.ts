import { z } from 'zod';
import type { ConnectionStatus, JobType, SyncStatus } from '../../../db/schema/enums.ts';

/** What a company's timeline is made of: reads, writes, what somebody changed, and how its health changed. */
export const timelineKinds = ['runs', 'writes', 'changes', 'health'] as const;
export type TimelineKind = (typeof timelineKinds)[number];

/**
 * By whom: somebody signed in, a program with a key or token, the customer behind the link, or Ledgerline by itself.
 */
export const timelineActors = ['people', 'programs', 'customer', 'itself'] as const;
export type TimelineActor = (typeof timelineActors)[number];

export const timelineInput = z.object({
  companyId: z.number().int().positive(),
  kind: z.enum(timelineKinds).nullable().default(null),
  by: z.enum(timelineActors).nullable().default(null),
  /** Where the page before ended, as it said. */
  after: z.string().nullable().default(null),
});
export type TimelineInput = z.input<typeof timelineInput>;

interface Entry {
  /** Of its kind; with the kind it is unique. */
  id: string;
  /** ISO 8601. */
  at: string;
  by: string;
  actor: TimelineActor;
  /** Through which door it came. */
  door: string;
}

/** A sync that was asked for: what came of it, as far as it has. */
export interface RunEntry extends Entry {
  kind: 'runs' | 'writes';
  jobType: JobType;
  status: SyncStatus;
  isActive: boolean;
  isManual: boolean;
  isFull: boolean;
  cancelRequested: boolean;
  resumeAt: string | null;
  startTime: string | null;
  endTime: string | null;
  failureMessage: string | null;
  records: { created: number; updated: number; unchanged: number; deleted: number; failed: number };
  /** Of a write: how many records were sent well, and how many there are. */
  sent: { done: number; total: number };
}

/** Something that was changed, as the audit log has it. */
export interface ChangeEntry extends Entry {
  kind: 'changes';
  action: string;
  subjectId: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** Another status of the connection, or another failure. */
export interface HealthEntry extends Entry {
  kind: 'health';
  fromStatus: ConnectionStatus | null;
  toStatus: ConnectionStatus;
  fromFailure: string | null;
  toFailure: string | null;
  message: string | null;
  /** The sync that showed it. */
  syncId: string | null;
}

export type TimelineEntry = RunEntry | ChangeEntry | HealthEntry;

export interface TimelinePage {
  entries: TimelineEntry[];
  /** Where the next page begins; null on the last one. */
  next: string | null;
}

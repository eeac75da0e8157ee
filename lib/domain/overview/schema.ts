import type { ConnectionStatus, Integration, SyncStatus } from '../../../db/schema/enums.ts';
import type { FailureClass } from '../../connectors/errors.ts';

export const overviewRanges = ['24h', '7d', '30d'] as const;
export type OverviewRange = (typeof overviewRanges)[number];

/** How far back a range looks and how long one bar of it is. */
export const rangeSpans: Record<OverviewRange, { bars: number; bar: 'hour' | 'day'; label: string }> = {
  '24h': { bars: 24, bar: 'hour', label: '24 hours' },
  '7d': { bars: 7, bar: 'day', label: '7 days' },
  '30d': { bars: 30, bar: 'day', label: '30 days' },
};

export interface HealthCounts {
  /** Active companies; `null` is one that never connected. */
  byStatus: { status: ConnectionStatus | null; count: number }[];
  companies: number;
  syncing: number;
}

/** One bar of the outcomes picture; `at` is its start. */
export interface OutcomeBar {
  at: Date;
  success: number;
  partial: number;
  failed: number;
  cancelled: number;
  /** Records created, updated and marked deleted in it. */
  records: number;
}

export interface AttentionCompany {
  id: number;
  name: string;
  status: ConnectionStatus;
  since: Date;
  resumeAt: Date | null;
  /** Another company of the platform that its customer signed in to, which an operator is to confirm. */
  proposed: string | null;
}

/** The same failure at one platform, with the companies it stands at. */
export interface Attention {
  failureClass: FailureClass;
  integration: Integration;
  since: Date;
  count: number;
  /** The first few, longest-standing first. */
  companies: AttentionCompany[];
}

export type EndedStatus = Extract<SyncStatus, 'SUCCESS' | 'PARTIAL_SUCCESS' | 'FAILED' | 'CANCELLED'>;

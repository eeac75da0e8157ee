import type { ConnectionStatus, SyncStatus } from '../../../db/schema/enums.ts';

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

export type EndedStatus = Extract<SyncStatus, 'SUCCESS' | 'PARTIAL_SUCCESS' | 'FAILED' | 'CANCELLED'>;

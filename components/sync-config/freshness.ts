import type { Tone } from '@/components/ui/tone.ts';
import { graceMs } from '@/lib/domain/freshness/lateness.ts';
import type { ModelRow } from './model-row.ts';

/** Whether a model is as fresh as its schedule promises. */
export function freshnessOf(
  model: Pick<ModelRow, 'enabled' | 'frequency' | 'pause' | 'dueAt' | 'lastSyncedAt'>,
  nowMs: number,
): { label: string; tone: Tone } {
  if (!model.enabled) return { label: 'Off', tone: 'neutral' };
  if (model.pause) return { label: 'Paused', tone: 'neutral' };
  if (model.dueAt && Date.parse(model.dueAt) + graceMs < nowMs) return { label: 'Overdue', tone: 'warning' };
  if (!model.lastSyncedAt) return { label: 'Not read yet', tone: 'neutral' };
  if (model.frequency === 'NEVER') return { label: 'By hand only', tone: 'neutral' };
  if (!model.dueAt) return { label: 'Not scheduled', tone: 'neutral' };
  return { label: 'On time', tone: 'success' };
}

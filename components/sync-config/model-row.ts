import type { ChildModel, Frequency, ParentModel, Scope } from '@/db/schema/enums.ts';
import type { ModelConfigEntry } from '@/lib/domain/sync-config/model-config.ts';

/** One model of a company as the tables show it. Moments are ISO 8601. */
export interface ModelRow {
  dataModel: ParentModel;
  /** What comes inside its records and follows its switch. */
  children: ChildModel[];
  enabled: boolean;
  frequency: Frequency;
  interval: number;
  scopeAccess: Scope[];
  syncFrom: string | null;
  /** Its records have the date that syncFrom speaks of; without one all are read. */
  isDated: boolean;
  isOverridden: boolean;
  dueAt: string | null;
  lastSyncedAt: string | null;
  /** When everything was last read, whatever had changed. */
  lastFullAt: string | null;
  /** A person stopped its syncs; null while nobody did. */
  pause: { since: string; by: string } | null;
  /** Stored and not deleted. */
  records: number;
}

/**
 * A company's sync config with how many records of each model are stored: one row a model, its children in it.
 *
 * @param dated the models whose records `syncFrom` can leave out
 */
export function modelRows(
  entries: readonly ModelConfigEntry[],
  counts: readonly { model: ParentModel; live: number }[],
  dated: readonly ParentModel[],
): ModelRow[] {
  return entries
    .filter((entry) => !entry.isChild)
    .map((entry) => ({
      dataModel: entry.dataModel as ParentModel,
      children: entries.flatMap((one) => (one.parentModel === entry.dataModel ? [one.dataModel as ChildModel] : [])),
      enabled: entry.enabled,
      frequency: entry.frequency,
      interval: entry.interval,
      scopeAccess: [...entry.scopeAccess],
      syncFrom: entry.syncFrom?.toISOString() ?? null,
      isDated: dated.includes(entry.dataModel as ParentModel),
      isOverridden: entry.isOverridden,
      dueAt: entry.dueAt?.toISOString() ?? null,
      lastSyncedAt: entry.lastSyncedAt?.toISOString() ?? null,
      lastFullAt: entry.lastFullAt?.toISOString() ?? null,
      pause: entry.pause && { since: entry.pause.since.toISOString(), by: entry.pause.by },
      records: counts.find((one) => one.model === entry.dataModel)?.live ?? 0,
    }));
}

/** The soonest that any model is due that is not paused; null when none is. */
export function nextDue(entries: readonly ModelConfigEntry[]): Date | null {
  const due = entries.flatMap((entry) => (entry.enabled && !entry.pause && entry.dueAt ? [entry.dueAt.getTime()] : []));
  return due.length > 0 ? new Date(Math.min(...due)) : null;
}

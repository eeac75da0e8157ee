import { type EditedModel, modelChange } from '@/components/sync-config/model-change.ts';
import type { ChildModel, ParentModel } from '@/db/schema/enums.ts';
import type { ModelConfigInput } from '@/lib/domain/sync-config/schema.ts';
import type { SyncDefault } from '@/lib/domain/sync-defaults/schema.ts';

/** The defaults of one model on a platform, as the table shows them. `syncFrom` is ISO 8601. */
export interface DefaultRow extends EditedModel {
  /** What comes inside its records and follows its switch. */
  children: ChildModel[];
  enabled: boolean;
  /** Its records have the date that syncFrom speaks of; without one all are read. */
  isDated: boolean;
}

/**
 * One row a model, its children in it.
 *
 * @param dated the models whose records `syncFrom` can leave out
 */
export function defaultRows(entries: readonly SyncDefault[], dated: readonly ParentModel[]): DefaultRow[] {
  return entries
    .filter((entry) => !entry.isChild)
    .map(({ dataModel, enabled, frequency, interval, scopeAccess, syncFrom }) => ({
      dataModel: dataModel as ParentModel,
      children: entries.flatMap((one) => (one.parentModel === dataModel ? [one.dataModel as ChildModel] : [])),
      enabled,
      frequency,
      interval,
      scopeAccess: [...scopeAccess],
      syncFrom: syncFrom?.toISOString() ?? null,
      isDated: dated.includes(dataModel as ParentModel),
    }));
}

/** What the form changed of a model's defaults, or null for nothing. */
export function defaultChange(row: DefaultRow, form: FormData): ModelConfigInput | null {
  const enabled = form.get('enabled') === 'on';
  const change = modelChange(row, form);
  if (enabled === row.enabled) return change;
  return { dataModel: row.dataModel, ...change, enabled };
}

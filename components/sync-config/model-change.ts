import { type Frequency, frequencies, type Scope, scopes } from '@/db/schema/enums.ts';
import type { ModelConfigInput } from '@/lib/domain/sync-config/schema.ts';
import type { ModelRow } from './model-row.ts';

/** What the edit form shows of a model. */
export type EditedModel = Pick<ModelRow, 'dataModel' | 'frequency' | 'interval' | 'scopeAccess' | 'syncFrom'>;

/**
 * What the edit form changed of a model, or null for nothing. What was left alone is not sent: a default that was only
 * shown must not become the company's own setting.
 */
export function modelChange(model: EditedModel, form: FormData): ModelConfigInput | null {
  const frequency = frequencies.find((one): one is Frequency => one === form.get('frequency')) ?? model.frequency;
  const interval = frequency === 'NEVER' ? model.interval : Number(form.get('interval') || Number.NaN);
  const shownDay = model.syncFrom?.slice(0, 10) ?? '';
  const day = String(form.get('syncFrom') ?? shownDay);
  const scopeAccess = chosenScopes(form);
  const change = {
    ...(frequency === model.frequency ? {} : { frequency }),
    ...(interval === model.interval ? {} : { interval }),
    // Only the day can be edited; a moment within the day stays unless the day changes.
    ...(day === shownDay ? {} : { syncFrom: day ? `${day}T00:00:00.000Z` : null }),
    ...(scopeAccess.join() === model.scopeAccess.join() ? {} : { scopeAccess }),
  };
  return Object.keys(change).length > 0 ? { dataModel: model.dataModel, ...change } : null;
}

/** Reading can't be switched off, and its box, being disabled, is not sent. */
const chosenScopes = (form: FormData): Scope[] =>
  scopes.filter((scope) => scope === 'READ' || form.getAll('scopeAccess').includes(scope));

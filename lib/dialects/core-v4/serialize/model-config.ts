import { type Scope, scopes } from '../../../../db/schema/enums.ts';
import type { ModelConfigEntry } from '../../../domain/sync-config/model-config.ts';
import { moment } from './moment.ts';

/** How a model is synced, as companies and invite links show it. */
export const modelConfigWire = (entry: ModelConfigEntry) => ({
  dataModel: entry.dataModel,
  category: entry.category,
  enabled: entry.enabled,
  frequency: entry.frequency,
  interval: entry.interval,
  scopeAccess: scopeAccessWire(entry.scopeAccess),
  syncFrom: moment(entry.syncFrom),
  isOverridden: entry.isOverridden,
  isChild: entry.isChild,
});

/** Every scope with whether it is granted, in the wire's order; its clients read `scopeAccess.READ`. */
function scopeAccessWire(granted: readonly Scope[]): Record<Scope, boolean> {
  return Object.fromEntries(scopes.map((scope) => [scope, granted.includes(scope)])) as Record<Scope, boolean>;
}

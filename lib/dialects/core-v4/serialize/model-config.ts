import { z } from 'zod';
import { dataModels, frequencies, integrationCategories, type Scope, scopes } from '../../../../db/schema/enums.ts';
import type { ModelConfigEntry } from '../../../domain/sync-config/model-config.ts';
import { named } from '../../../http/shapes.ts';
import { moment, momentShape } from './moment.ts';

export const modelConfigShape = named(
  'DataModelConfig',
  z.object({
    dataModel: z.enum(dataModels),
    category: z.enum(integrationCategories),
    enabled: z.boolean(),
    frequency: z.enum(frequencies),
    interval: z.int(),
    scopeAccess: z.object({ READ: z.boolean(), CREATE: z.boolean(), DELETE: z.boolean(), UPDATE: z.boolean() }),
    syncFrom: momentShape.nullable(),
    isOverridden: z.boolean(),
    isChild: z.boolean(),
  }),
);

/** How a model is synced, as companies and invite links show it. */
export const modelConfigWire = (entry: ModelConfigEntry): z.infer<typeof modelConfigShape> => ({
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

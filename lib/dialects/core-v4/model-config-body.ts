import { z } from 'zod';
import { dataModelInput, frequencyInput, intervalInput } from '../../domain/sync-config/schema.ts';
import { categoryInput, momentInput, scopeAccessInput } from './input.ts';

/** How sync-config bodies, which are snake_case, spell the names of the domain. */
export const modelConfigNames = {
  dataModel: 'data_model',
  scopeAccess: 'scope_access',
  syncFrom: 'sync_from',
} as const;

const fields = {
  data_model: dataModelInput,
  category: categoryInput,
  enabled: z.boolean(),
  frequency: frequencyInput,
  interval: intervalInput,
  scope_access: scopeAccessInput,
  sync_from: momentInput.nullable().optional(),
};

/** One entry of a company's sync config: everything but `sync_from` must be said. */
export const modelConfigBody = z.strictObject(fields).transform(({ data_model, scope_access, sync_from, ...same }) => ({
  ...same,
  dataModel: data_model,
  scopeAccess: scope_access,
  syncFrom: sync_from,
}));

/**
 * One entry of an invite link's sync config, of which only the model must be said: the rest follows the defaults. The
 * link's own body is camelCase, so that spelling is taken as well.
 */
export const requestedConfigBody = z.preprocess(
  inSnakeCase,
  z
    .strictObject({ ...z.object(fields).partial().shape, data_model: dataModelInput })
    .transform(({ data_model, scope_access, sync_from, category: _, ...same }) => ({
      ...same,
      dataModel: data_model,
      scopeAccess: scope_access,
      syncFrom: sync_from,
    })),
);

function inSnakeCase(given: unknown): unknown {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return given;
  const names: Record<string, string> = modelConfigNames;
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [names[key] ?? key, value]));
}

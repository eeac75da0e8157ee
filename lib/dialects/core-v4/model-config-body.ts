import { z } from 'zod';
import { type DataModel, dataModels, frequencies } from '../../../db/schema/enums.ts';
import { dataModelInput, frequencyInput, intervalInput } from '../../domain/sync-config/schema.ts';
import { shownAs } from '../../http/shapes.ts';
import { categoryInput, momentInput, scopeAccessInput } from './input.ts';

/** How sync-config bodies, which are snake_case, spell the names of the domain. */
export const modelConfigNames = {
  dataModel: 'data_model',
  scopeAccess: 'scope_access',
  syncFrom: 'sync_from',
} as const;

/** The domain's own, which takes a model and a frequency in any case, with what a document shows of them. */
export const dataModelBody = shownAs(dataModelInput, z.enum(dataModels));
const frequencyBody = shownAs(frequencyInput, z.enum(frequencies));

const fields = {
  data_model: dataModelBody,
  category: categoryInput,
  enabled: z.boolean(),
  frequency: frequencyBody,
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

/** An entry as the document shows it. */
export const modelConfigExample = {
  data_model: 'INVOICE',
  category: 'ACCOUNTING',
  enabled: true,
  frequency: 'DAILY',
  interval: 1,
  scope_access: { READ: true, CREATE: false, DELETE: false, UPDATE: false },
};

const requestedFields = z.strictObject({ ...z.object(fields).partial().shape, data_model: dataModelBody });

/**
 * One entry of an invite link's sync config, of which only the model must be said: the rest follows the defaults. The
 * link's own body is camelCase, so that spelling is taken as well.
 */
export const requestedConfigBody = shownAs(
  z.preprocess(
    inSnakeCase,
    requestedFields.transform(({ data_model, scope_access, sync_from, ...same }) => ({
      ...same,
      dataModel: data_model,
      scopeAccess: scope_access,
      syncFrom: sync_from,
    })),
  ),
  requestedFields,
);

function inSnakeCase(given: unknown): unknown {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return given;
  const names: Record<string, string> = modelConfigNames;
  // What is given in both spellings keeps the one that is not known, and is refused for it.
  const nameOf = (key: string) => (names[key] && !Object.hasOwn(given, names[key]) ? names[key] : key);
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [nameOf(key), value]));
}

/** A list of entries, each for another model. */
export const entriesOf = <T extends z.ZodType<{ dataModel: DataModel }>>(entry: T) =>
  z.array(entry).superRefine((entries, ctx) => {
    entries.forEach(({ dataModel }, at) => {
      // An entry with a problem of its own comes as it was sent, and has been told of.
      if (dataModel === undefined || entries.findIndex((one) => one.dataModel === dataModel) === at) return;
      ctx.addIssue({ code: 'custom', path: [at, 'data_model'], message: `${dataModel} is named twice` });
    });
  });

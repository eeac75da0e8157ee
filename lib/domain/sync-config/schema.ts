import { z } from 'zod';
import {
  childModels,
  type DataModel,
  dataModels,
  frequencies,
  type ParentModel,
  scopes,
} from '../../../db/schema/enums.ts';

/** Words that people and programs write for a model, singular and plural, in upper case with underscores. */
const modelNames = new Map<string, DataModel>(
  dataModels.flatMap((model) => [[model, model] as const, [plural(model), model] as const]),
);

function plural(model: DataModel): string {
  if (model === 'COMPANY_INFO') return model;
  if (/(SS|X|CH)$/.test(model)) return `${model}ES`;
  return model.endsWith('CY') || model.endsWith('RY') ? `${model.slice(0, -1)}IES` : `${model}S`;
}

const asWord = (value: string) => value.trim().toUpperCase().replaceAll('-', '_');

const oneOf = (values: readonly string[]) => `must be one of ${values.join(', ')}`;

/** A model in any case, singular or plural, with hyphens or underscores. */
export const dataModelInput = z.string('must be a data model').transform((value, ctx): DataModel => {
  const model = modelNames.get(asWord(value));
  if (model) return model;
  ctx.addIssue({ code: 'custom', message: oneOf(dataModels) });
  return z.NEVER;
});

/** Whether a model lives inside others and follows them. */
export const isChildModel = (model: DataModel): boolean => (childModels as readonly DataModel[]).includes(model);

/** A model that can be set and synced on its own, written as in `dataModelInput`. */
export const parentModelInput = dataModelInput.transform((model, ctx): ParentModel => {
  if (isParentModel(model)) return model;
  ctx.addIssue({ code: 'custom', message: `${model} follows the model it belongs to and can't be set alone` });
  return z.NEVER;
});

/** Whether a model is one of its own, which can be set and synced. */
export const isParentModel = (model: DataModel): model is ParentModel => !isChildModel(model);

/** A frequency in any case. */
export const frequencyInput = z
  .string(oneOf(frequencies))
  .transform(asWord)
  .pipe(z.enum(frequencies, oneOf(frequencies)));

/** How many of its frequency's units lie between two syncs. */
export const intervalInput = z
  .number('must be a whole number')
  .int('must be a whole number')
  .min(1, 'must be at least 1')
  .max(1000, 'must be at most 1000');

/**
 * What may be done with a model, in any case and order; kept in the wire's order. What is synced is read, so READ is
 * always among them.
 */
export const scopesInput = z
  .array(
    z
      .string(oneOf(scopes))
      .transform(asWord)
      .pipe(z.enum(scopes, oneOf(scopes))),
    'must be a list of scopes',
  )
  .transform((given) => scopes.filter((scope) => scope === 'READ' || given.includes(scope)));

/** A moment as ISO 8601 text or a Date. */
export const momentInput = z
  .union([z.iso.datetime({ offset: true }), z.iso.date(), z.date()], 'must be an ISO 8601 date')
  .transform((value) => new Date(value));

/** The change of one model: keys that are left out stay as they are; `syncFrom: null` follows the company's. */
export const modelConfigInput = z.strictObject({
  dataModel: dataModelInput,
  category: z.string().transform(asWord).optional(),
  enabled: z.boolean('must be true or false').optional(),
  frequency: frequencyInput.optional(),
  interval: intervalInput.optional(),
  scopeAccess: scopesInput.optional(),
  syncFrom: momentInput.nullable().optional(),
});
export type ModelConfigInput = z.input<typeof modelConfigInput>;
export type ModelConfigChange = z.output<typeof modelConfigInput>;

const companyId = z.number().int().positive();

export const updateModelConfigsInput = z.strictObject({
  companyId,
  configs: z.array(modelConfigInput, 'must be a list').min(1, 'must have at least one entry').max(100),
});
export type UpdateModelConfigsInput = z.input<typeof updateModelConfigsInput>;

export const resetModelConfigInput = z.strictObject({ companyId, dataModel: dataModelInput });
export type ResetModelConfigInput = z.input<typeof resetModelConfigInput>;

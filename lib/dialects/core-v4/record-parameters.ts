import { z } from 'zod';
import { expandNames, type FieldInfo, scalarFields, selectNames, sortNames } from '../../domain/records/fields.ts';
import { declarationOf, type RecordModel } from '../../domain/records/registry.ts';
import { named } from '../../http/shapes.ts';

const list = (words: readonly string[]) => z.array(z.enum(words));

/** How a field of one value is filtered: `amount[gte]=5`. A comma list is one text, as the wire takes it. */
const filterOf = (value: z.ZodType) =>
  z
    .object({
      eq: value,
      neq: value,
      gt: value,
      gte: value,
      lt: value,
      lte: value,
      in: z.string().describe('A comma list.'),
      contains: z.string().describe('Part of the value as it is shown, in any case.'),
      null: z.boolean(),
    })
    .partial();

const filters: Record<FieldInfo['kind'], z.ZodType> = {
  integer: named('IntegerFilter', filterOf(z.int())),
  decimal: named('DecimalFilter', filterOf(z.number())),
  moment: named('MomentFilter', filterOf(z.union([z.iso.datetime({ offset: true }), z.iso.date()]))),
  boolean: named('BooleanFilter', filterOf(z.boolean())),
  text: named('TextFilter', filterOf(z.string())),
};

const filterFor = ({ kind, values }: FieldInfo) => (values ? filterOf(z.enum(values)) : filters[kind]).optional();

const expandText = 'Relations to show whole.';
const selectText = 'What is hidden unless asked for.';

/** The parameters of a list of a model's records, as its document spells them out. */
export function recordListParameters(model: RecordModel): z.ZodType {
  const declaration = declarationOf(model);
  const fields = scalarFields(declaration).map((field) => [field.name, filterFor(field)] as const);
  const sorts = sortNames(declaration).map((name) => [name, z.enum(['ASC', 'DESC'])] as const);
  return z.object({
    limit: z.int().min(1).max(1000).default(100),
    next: z.string().optional().describe('The cursor `next` of an earlier answer: what follows it.'),
    prev: z.string().optional().describe('The cursor `prev` of an earlier answer: what comes before it.'),
    ...recordParameters(model).shape,
    include_deleted_records: z.boolean().default(false),
    return_count: z.boolean().default(false).describe('Also says `total_count`, of all that match.'),
    sort: z.object(Object.fromEntries(sorts)).partial().optional().describe('One field; `rootfi_id` ASC by default.'),
    ...Object.fromEntries(fields),
  });
}

/** The parameters of one record. */
export function recordParameters(model: RecordModel) {
  const names = expandNames(declarationOf(model));
  return z.object({
    ...(names.length > 0 && { expand: list(names).optional().describe(expandText) }),
    select: list(selectNames).optional().describe(selectText),
  });
}

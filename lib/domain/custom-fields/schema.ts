import { z } from 'zod';
import { type CustomFieldType, customFieldTypes } from '../../../db/schema/enums.ts';
import { referenceName } from '../reference-data/schema.ts';

const option = z.object({
  /** Of an option that is kept; left out, it is new. */
  id: z.string().max(64).optional(),
  name: referenceName,
});

const options = z
  .array(option)
  .max(200, 'must have at most 200 options')
  .refine((list) => new Set(list.map((one) => one.name)).size === list.length, 'must differ from one another');

export const createCustomFieldInput = z
  .object({
    name: referenceName,
    type: z.enum(customFieldTypes, 'is not a type of field'),
    options: options.default([]),
  })
  .refine((input) => hasOptions(input.type) === input.options.length > 0, {
    path: ['options'],
    message: 'are needed for a select field, and for no other one',
  });
export type CreateCustomFieldInput = z.input<typeof createCustomFieldInput>;

const customFieldId = z.coerce.number<number | string>('must be an id').int('must be an id').positive('must be an id');

export const updateCustomFieldInput = z.object({
  customFieldId,
  name: referenceName.optional(),
  options: options.optional(),
});
export type UpdateCustomFieldInput = z.input<typeof updateCustomFieldInput>;

export const archiveCustomFieldInput = z.object({ customFieldId, archived: z.boolean() });
export type ArchiveCustomFieldInput = z.input<typeof archiveCustomFieldInput>;

export const deleteCustomFieldInput = z.object({ customFieldId });
export type DeleteCustomFieldInput = z.input<typeof deleteCustomFieldInput>;

/** Whether values of a type are chosen from a list. */
export const hasOptions = (type: CustomFieldType): boolean => type === 'SELECT' || type === 'MULTI_SELECT';

export interface CustomFieldView {
  id: number;
  name: string;
  type: CustomFieldType;
  options: { id: string; name: string }[];
  archivedAt: Date | null;
}

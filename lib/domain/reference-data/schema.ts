import { z } from 'zod';

/** Lists of an organisation that companies refer to. */
export const referenceKinds = ['subsidiary', 'tax-rate', 'document-type'] as const;
export type ReferenceKind = (typeof referenceKinds)[number];

export const referenceName = z
  .string('must be text')
  .trim()
  .min(1, 'must not be empty')
  .max(120, 'must have at most 120 characters');

/** A decimal number as text, so that no digit is lost. */
const percentage = z
  .string('must be a number, such as 19 or 7.7')
  .trim()
  .regex(/^(100(\.0{1,4})?|\d{1,2}(\.\d{1,4})?)$/, 'must be a number from 0 to 100 with at most four decimals');

const values = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('subsidiary'), name: referenceName }),
  z.object({ kind: z.literal('tax-rate'), name: referenceName, percentage }),
  z.object({ kind: z.literal('document-type'), name: referenceName }),
]);

export const createReferenceInput = values;
export type CreateReferenceInput = z.input<typeof createReferenceInput>;

const id = z.coerce.number<number | string>('must be an id').int('must be an id').positive('must be an id');

export const updateReferenceInput = values.and(z.object({ id }));
export type UpdateReferenceInput = z.input<typeof updateReferenceInput>;

export const deleteReferenceInput = z.object({ kind: z.enum(referenceKinds), id });
export type DeleteReferenceInput = z.input<typeof deleteReferenceInput>;

export interface ReferenceView {
  id: number;
  kind: ReferenceKind;
  name: string;
  /** Of tax rates, a decimal; null of the others. */
  percentage: string | null;
}

export const createProjectInput = z.object({ companyId: id, name: referenceName });
export type CreateProjectInput = z.input<typeof createProjectInput>;

export const renameProjectInput = z.object({ projectId: id, name: referenceName });
export type RenameProjectInput = z.input<typeof renameProjectInput>;

export const deleteProjectInput = z.object({ projectId: id });
export type DeleteProjectInput = z.input<typeof deleteProjectInput>;

export interface ProjectView {
  id: number;
  name: string;
  companyId: number;
  companyName: string;
}

import { z } from 'zod';
import { savedViewLists } from '../../../db/schema/enums.ts';
import { viewQuery } from './view-query.ts';

const name = z.string().trim().min(1, 'must not be empty').max(80, 'must have at most 80 characters');
const query = z
  .string()
  .max(2000, 'is too long to be kept; remove some filters')
  .transform((text) => viewQuery(new URLSearchParams(text)));
const viewId = z.uuid('must be a uuid');

export const createSavedViewInput = z.strictObject({
  list: z.enum(savedViewLists),
  name,
  query,
  isShared: z.boolean().default(false),
});
export type CreateSavedViewInput = z.input<typeof createSavedViewInput>;

/** What is left out stays as it is. */
export const updateSavedViewInput = z.strictObject({
  viewId,
  name: name.optional(),
  query: query.optional(),
  isShared: z.boolean().optional(),
});
export type UpdateSavedViewInput = z.input<typeof updateSavedViewInput>;

export const deleteSavedViewInput = z.strictObject({ viewId });
export type DeleteSavedViewInput = z.input<typeof deleteSavedViewInput>;

/** A view as its list shows it. */
export interface SavedView {
  id: string;
  name: string;
  query: string;
  isShared: boolean;
  /** Who made it; null for the viewer's own. */
  madeBy: string | null;
  /** Whether the viewer may rename, change and delete it. */
  mayChange: boolean;
}

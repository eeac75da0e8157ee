import { z } from 'zod';
import type { BulkActionKind, BulkActionStatus, BulkRowStatus } from '../../../db/schema/enums.ts';
import { bulkActionKinds } from '../../../db/schema/enums.ts';
import { normalTags } from '../companies/tags.ts';

/** How many companies one action may be asked for. */
export const mostCompanies = 100_000;

const askable = bulkActionKinds.filter((kind) => kind !== 'CANCEL_SYNC');

/** Companies that were ticked, or all that an address of the companies table matches. */
const selection = z.union([
  z.strictObject({
    ids: z
      .array(z.number().int().positive())
      .min(1, 'must name a company')
      .max(10_000, 'must be at most 10,000; choose all that match instead'),
  }),
  z.strictObject({ query: z.string().max(4000) }),
]);
export type BulkSelection = z.infer<typeof selection>;

export const bulkActionInput = z
  .strictObject({
    kind: z.enum(askable),
    selection,
    tags: z
      .array(z.string().max(100, 'must have at most 100 characters'))
      .max(20, 'must be at most 20')
      .transform(normalTags)
      .optional(),
  })
  .superRefine(({ kind, tags }, ctx) => {
    const needsTags = kind === 'TAG' || kind === 'UNTAG';
    if (needsTags && !tags?.length) ctx.addIssue({ code: 'custom', path: ['tags'], message: 'must name a tag' });
    if (!needsTags && tags) ctx.addIssue({ code: 'custom', path: ['tags'], message: 'are for tagging only' });
  });
export type BulkActionInput = z.input<typeof bulkActionInput>;

export const bulkActionIdInput = z.strictObject({ bulkActionId: z.uuid('must be a uuid') });
export type BulkActionIdInput = z.infer<typeof bulkActionIdInput>;

/** What would come of a company, before anything is done: WILL, or why nothing would. */
export type BulkVerdict =
  | 'WILL'
  | 'ARCHIVED'
  | 'NOT_ARCHIVED'
  | 'BUSY'
  | 'NOT_CONNECTED'
  | 'NOT_CONFIRMED'
  | 'PAUSED'
  | 'NOT_PAUSED'
  | 'NO_MODELS'
  | 'TAGS_AS_WANTED';

/** What an action would do, counted and not done. */
export interface BulkPreview {
  total: number;
  /** More are chosen than one action takes. */
  isTooMany: boolean;
  counts: Partial<Record<BulkVerdict, number>>;
}

/** A bulk action and how far it is. Moments are ISO 8601. */
export interface BulkActionView {
  id: string;
  kind: BulkActionKind;
  tags: string[];
  status: BulkActionStatus;
  total: number;
  done: number;
  skipped: number;
  failed: number;
  requestedBy: string;
  /** The action that this one takes back. */
  undoOf: string | null;
  /** The action that took this one back. */
  undoneBy: string | null;
  canUndo: boolean;
  createdAt: string;
  endedAt: string | null;
}

/** What came of one company. */
export interface BulkRowView {
  companyId: number;
  companyName: string;
  status: BulkRowStatus;
  message: string | null;
}

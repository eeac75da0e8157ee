import { z } from 'zod';
import { Refusal } from '../../http.ts';
import type { Model } from '../../state/book.ts';
import { decodeCursor, type WalkPosition } from './cursor.ts';

const querySchema = z.strictObject({
  modified_since: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text).toISOString())
    .optional(),
  cursor: z.string().min(1).optional(),
  page_size: z
    .string()
    .regex(/^\d{1,3}$/, 'must be a whole number')
    .transform(Number)
    .refine((size) => size >= 1 && size <= 500, 'must be from 1 to 500')
    .default(100),
  include_deleted: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .default(false),
});

export interface ListQuery {
  since: string | null;
  after: WalkPosition | null;
  pageSize: number;
  withDeleted: boolean;
}

/** The query of a list. Throws Refusal 400 naming the parameter. */
export function parseListQuery(model: Model, params: URLSearchParams): ListQuery {
  for (const key of new Set(params.keys())) {
    if (params.getAll(key).length > 1) throw new Refusal(400, 'invalid_query', `${key} is given twice`);
  }
  const parsed = querySchema.safeParse(Object.fromEntries(params));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const about = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : String(issue?.path[0] ?? '');
    const why = issue?.code === 'unrecognized_keys' ? 'is not a parameter here' : (issue?.message ?? 'is not valid');
    throw new Refusal(400, 'invalid_query', `${about} ${why}`);
  }
  const query = parsed.data;
  const after = query.cursor === undefined ? null : decodeCursor(model, query.cursor);
  if (query.cursor !== undefined && !after) throw new Refusal(400, 'bad_cursor', 'This cursor is not from here');
  return {
    since: query.modified_since ?? null,
    after,
    pageSize: query.page_size,
    withDeleted: query.include_deleted,
  };
}

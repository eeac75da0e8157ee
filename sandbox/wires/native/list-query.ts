import { z } from 'zod';
import { Refusal } from '../../http.ts';
import type { Model } from '../../state/book.ts';
import { decodeCursor, type WalkPosition } from './cursor.ts';
import { recordId } from './ids.ts';

const maxIds = 100;
/** The models whose records can be named by another system. */
const withExternalId: readonly Model[] = ['contacts', 'payments'];

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

const lookupSchema = z.union([
  z.strictObject({ ids: z.string().transform((text) => text.split(',')) }),
  z.strictObject({ external_id: z.string().min(1).max(100) }),
]);

/** A page of a walk through a whole list. */
export interface ListQuery {
  since: string | null;
  after: WalkPosition | null;
  pageSize: number;
  withDeleted: boolean;
}

/** Some records by name: numbers, or what another system called them. */
export type LookupQuery = { ids: number[] } | { externalId: string };

/** The query of a list. Throws Refusal 400 naming the parameter. */
export function parseListQuery(model: Model, params: URLSearchParams): ListQuery | LookupQuery {
  for (const key of new Set(params.keys())) {
    if (params.getAll(key).length > 1) throw new Refusal(400, 'invalid_query', `${key} is given twice`);
  }
  if (params.has('ids') || (params.has('external_id') && withExternalId.includes(model))) {
    return parseLookup(model, params);
  }
  const query = parse(querySchema, params);
  const after = query.cursor === undefined ? null : decodeCursor(model, query.cursor);
  if (query.cursor !== undefined && !after) throw new Refusal(400, 'bad_cursor', 'This cursor is not from here');
  return {
    since: query.modified_since ?? null,
    after,
    pageSize: query.page_size,
    withDeleted: query.include_deleted,
  };
}

function parseLookup(model: Model, params: URLSearchParams): LookupQuery {
  const lookup = lookupSchema.safeParse(Object.fromEntries(params)).data;
  if (!lookup) throw new Refusal(400, 'invalid_query', 'ids and external_id stand alone');
  if ('external_id' in lookup) return { externalId: lookup.external_id };
  if (lookup.ids.length > maxIds) throw new Refusal(400, 'invalid_query', `ids must be at most ${maxIds}`);
  return { ids: lookup.ids.map((id) => recordId(model, id)).filter((id) => id !== null) };
}

function parse<S extends z.ZodType>(schema: S, params: URLSearchParams): z.infer<S> {
  const parsed = schema.safeParse(Object.fromEntries(params));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const about = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : String(issue?.path[0] ?? '');
  const why = issue?.code === 'unrecognized_keys' ? 'is not a parameter here' : (issue?.message ?? 'is not valid');
  throw new Refusal(400, 'invalid_query', `${about} ${why}`);
}

import { z } from 'zod';

/**
 * What the sandbox answers, as documented in sandbox/README.md; its records are in `rows/`. Fields that it may add later
 * are let through.
 */

export const tokenAnswer = z.object({
  access_token: z.string().min(1),
  book_id: z.string().min(1),
  book_name: z.string().min(1),
  base_currency: z.string().length(3),
});
export type TokenAnswer = z.infer<typeof tokenAnswer>;

/** A page. Its records stay unparsed: one that can't be read must not cost the others. */
export const listAnswer = z.object({
  data: z.array(z.unknown()),
  next_cursor: z.string().min(1).nullable(),
});

export const errorAnswer = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    /** Of a body, dotted where it is an inner one. */
    field: z.string().optional(),
    /** The id of the record that stands in the way. */
    record: z.string().min(1).optional(),
  }),
});

/** A record that was made or changed; whoever wants all of it reads it again. */
export const writtenAnswer = z.object({ id: z.string().min(1) });

/** What `/_admin/books` tells, as far as its faults are concerned. */
export const booksAnswer = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      faults: z.array(z.looseObject({ kind: z.string(), until: z.string().optional() })),
    }),
  ),
});

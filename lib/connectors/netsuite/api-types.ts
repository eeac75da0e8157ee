import { z } from 'zod';

/** What the account answers. Fields that it may add later are let through. */

/** A page of a query. Its rows stay unparsed: one that can't be read must not cost the others. */
export const queryAnswer = z.object({
  items: z.array(z.record(z.string(), z.unknown())),
  hasMore: z.boolean(),
});

export const errorAnswer = z.object({
  title: z.string().optional(),
  'o:errorDetails': z
    .array(
      z.object({
        detail: z.string().optional(),
        'o:errorCode': z.string().optional(),
        /** A field of the body: `apply.items[0].doc`. */
        'o:errorPath': z.string().optional(),
      }),
    )
    .min(1),
});

/** A row of a query: column names in lower case, texts alone, nothing where there is null. */
export type Row = z.infer<typeof queryAnswer>['items'][number];

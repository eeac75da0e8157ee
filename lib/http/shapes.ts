import { z } from 'zod';

/** Names of schemas that stand once in an API document and are referred to. Not zod's own registry, which all share. */
export const shapeNames = z.registry<{ id: string }>();

const shown = new WeakMap<z.core.$ZodType, z.ZodType>();

/** Names a schema in API documents: `Company`. Each name is given once a document. */
export function named<T extends z.ZodType>(id: string, schema: T): T {
  shapeNames.add(schema, { id });
  return schema;
}

/**
 * Says what an API document shows of a schema whose input JSON Schema can't express or says badly: a number that comes as
 * text, a word in any case. The schema itself stays what parses.
 */
export function shownAs<T extends z.ZodType>(schema: T, as: z.ZodType): T {
  shown.set(schema, as);
  return schema;
}

/** What a document shows in place of a schema; itself unless said otherwise. */
export const shapeShown = (schema: z.core.$ZodType): z.core.$ZodType => shown.get(schema) ?? schema;

import type { z } from 'zod';
import { RecordRejected } from '../errors.ts';

/** A record of the wire by its schema. Throws RecordRejected naming the first field that is wrong. */
export function parseRecord<S extends z.ZodType>(schema: S, raw: unknown): z.infer<S> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join('.') || undefined;
  throw new RecordRejected(`${field ?? 'record'}: ${issue?.message ?? 'can not be read'}`, field);
}

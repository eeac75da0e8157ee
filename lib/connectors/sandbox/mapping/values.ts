import type { z } from 'zod';
import { RecordRejected } from '../../errors.ts';

/** The platform has one id for a record. */
export const ids = ({ id }: { id: string }) => ({ platformId: id, platformUniqueId: id });
export const moment = (text: string) => new Date(text).toISOString();
export const dayStart = (day: string) => `${day}T00:00:00.000Z`;
export const dayStartOrNull = (day: string | null) => day && dayStart(day);

/** A record of the wire by its schema. Throws RecordRejected naming the first field that is wrong. */
export function read<S extends z.ZodType>(schema: S, raw: unknown): z.infer<S> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join('.') || undefined;
  throw new RecordRejected(`${field ?? 'record'}: ${issue?.message ?? 'can not be read'}`, field);
}

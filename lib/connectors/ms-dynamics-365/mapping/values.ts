import type { z } from 'zod';
import { RecordRejected } from '../../errors.ts';

/** The platform has one id for a record. */
export const ids = ({ id }: { id: string }) => ({ platformId: id, platformUniqueId: id });

/** A record of the wire by its schema. Throws RecordRejected naming the first field that is wrong. */
export function read<S extends z.ZodType>(schema: S, raw: unknown): z.infer<S> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join('.') || undefined;
  throw new RecordRejected(`${field ?? 'record'}: ${issue?.message ?? 'can not be read'}`, field);
}

/** Members of an enumeration are written as XML names: `In_x0020_Review`. */
export const word = (name: string): string =>
  name.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))).trim();

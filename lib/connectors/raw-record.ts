import type { z } from 'zod';
import { RecordRejected } from './errors.ts';

/** A raw record by its schema. Throws RecordRejected naming the first field that is wrong. */
export function readRecord<S extends z.ZodType>(schema: S, raw: unknown): z.infer<S> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join('.') || undefined;
  throw new RecordRejected(`${field ?? 'record'}: ${issue?.message ?? 'can not be read'}`, field);
}

/** A stamp with any offset and fraction, in UTC to the millisecond, as everything is kept. */
export const utc = (stamp: string): string => new Date(stamp).toISOString();

/**
 * The latest of some stamps and the one before, at most when the pass began: what changed behind the pass is newer than
 * its beginning and must not be skipped by the next.
 */
export function latestStamp(
  stamps: readonly (string | null | undefined)[],
  { seenUntil, begunAt }: { seenUntil: string | null; begunAt: string },
): string | null {
  let last = seenUntil;
  for (const stamp of stamps) {
    if (!stamp) continue;
    const seen = utc(stamp) < begunAt ? utc(stamp) : begunAt;
    if (last === null || seen > last) last = seen;
  }
  return last;
}

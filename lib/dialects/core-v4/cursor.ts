import type { z } from 'zod';
import { invalid } from '../../errors.ts';

/** A place in a list as an opaque cursor: url-safe base64 of JSON. */
export const encodeCursor = (place: Record<string, unknown>): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url');

/** The place a cursor stands for. Throws `invalid` for one that this list did not give out. */
export function decodeCursor<T>(place: z.ZodType<T>, cursor: string): T {
  const parsed = place.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()));
  if (parsed.success) return parsed.data;
  throw invalid({ path: 'cursor', message: 'is not a cursor of this list' });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

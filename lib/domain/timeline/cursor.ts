import { z } from 'zod';
import { invalid } from '../../errors.ts';

/**
 * Where a page of the timeline ended. At one moment the kinds follow one another by rank: what was changed comes before
 * the sync that it started.
 */
export interface TimelineCursor {
  at: string;
  rank: number;
  /** A number or a uuid, by the kind. */
  id: string;
}

const cursor = z.tuple([
  z.iso.datetime(),
  z.coerce.number().int().min(0).max(3),
  z.union([z.uuid(), z.string().regex(/^\d{1,18}$/)]),
]);

export const timelineCursor = ({ at, rank, id }: TimelineCursor): string => `${at}_${rank}_${id}`;

/** Throws invalid for a text that `timelineCursor` did not make. */
export function readTimelineCursor(text: string | null): TimelineCursor | null {
  if (text === null) return null;
  const parsed = cursor.safeParse(text.split('_'));
  if (!parsed.success) throw invalid({ path: 'after', message: 'is no place of this timeline' });
  const [at, rank, id] = parsed.data;
  return { at, rank, id };
}

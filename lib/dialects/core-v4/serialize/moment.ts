import { z } from 'zod';

/** ISO 8601, UTC, milliseconds. */
export const momentShape = z.iso.datetime();

/** A moment as the wire shows it; null stays null. */
export const moment = <D extends Date | null>(date: D) =>
  (date?.toISOString() ?? null) as D extends Date ? string : string | null;

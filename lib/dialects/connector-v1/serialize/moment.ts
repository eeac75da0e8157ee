import { z } from 'zod';

/** UTC to the second: `2019-12-05T00:00:00Z`. */
export const momentShape = z.iso.datetime();

/** A moment as this wire shows it, without its fraction. */
export const moment = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;

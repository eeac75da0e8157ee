import { z } from 'zod';

export const decimal = z.string().regex(/^-?\d+(\.\d+)?$/, 'is not a decimal number');

/** What every record has. */
export const stamps = { id: z.string().min(1), modified: z.iso.datetime() };

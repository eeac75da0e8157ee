import { z } from 'zod';

/** The kinds of values in Tryton's rows, after decoding (wire-values.ts). */
export const id = z.int();
export const decimal = z.string().regex(/^-?\d+(\.\d+)?$/, 'is not a decimal number');
/** A currency without a rate has a bare 0. */
export const rate = z.union([decimal, z.literal(0).transform(() => '0')]);
export const day = z.iso.date();
export const moment = z.iso.datetime({ precision: 6 });
export const text = z
  .string()
  .nullable()
  .transform((value) => value || null);
/** `write_date` stays null until the first edit. */
export const stamps = { id, create_date: moment.nullable(), write_date: moment.nullable() };

import { z } from 'zod';
import { RecordRejected } from '../../errors.ts';

/** What a query says: texts, and nothing where there is null. */
export const text = z
  .string()
  .optional()
  .transform((value) => value ?? null);
export const id = z.string().regex(/^\d+$/, 'is not an internal id');
export const reference = id.optional().transform((value) => value ?? null);

/** A number as text. One below one comes without a zero in front, and a very large or small one with an exponent. */
export const decimal = z
  .string()
  .regex(/^-?(\d+\.?\d*|\.\d+)(E[+-]?\d{1,3})?$/i, 'is not a decimal number')
  .transform(plainDecimal);
export const optionalDecimal = decimal.optional().transform((value) => value ?? null);

export const flag = z.enum(['T', 'F']).transform((value) => value === 'T');
export const day = z.iso.date().transform((value) => `${value}T00:00:00.000Z`);
export const optionalDay = day.optional().transform((value) => value ?? null);
/** Set by who reads the record: its stamp as an instant. */
export const updatedAt = z.iso
  .datetime()
  .optional()
  .transform((value) => value ?? null);

/** 1.5E+3 is 1500, .5 is 0.5. */
function plainDecimal(given: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d*)\.?(\d*)(?:E([+-]?\d+))?$/i.exec(given) ?? [];
  const shift = Number(exponent);
  const digits = whole + fraction;
  const point = whole.length + shift;
  const padded = digits.padStart(digits.length + Math.max(0, 1 - point), '0').padEnd(Math.max(point, 0), '0');
  const at = Math.max(point, 1);
  const rest = padded.slice(at);
  return `${sign}${padded.slice(0, at).replace(/^0+(?=\d)/, '')}${rest && `.${rest}`}`;
}

/** The other sign; zero has none. */
export function negated(value: string): string {
  if (/^-?[0.]*$/.test(value)) return value.replace('-', '');
  return value.startsWith('-') ? value.slice(1) : `-${value}`;
}

/** Without its sign: in the ledger money that leaves the company has another one than money that comes. */
export const absolute = (value: string): string => value.replace('-', '');

/** A raw record by its schema. Throws RecordRejected naming the first field that is wrong. */
export function read<S extends z.ZodType>(schema: S, raw: unknown): z.infer<S> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join('.') || undefined;
  throw new RecordRejected(`${field ?? 'record'}: ${issue?.message ?? 'can not be read'}`, field);
}

import { Decimal } from 'decimal.js';
import type { z } from 'zod';
import { RecordRejected } from '../../errors.ts';
import { decimalText } from '../wire-values.ts';

export interface Stamped {
  create_date: string | null;
  write_date: string | null;
}

export const stampOf = (row: Stamped) => latestStamp([row]);

/** The latest edit of a record and what it is made of, in milliseconds. */
export function latestStamp(rows: readonly Stamped[]): string | null {
  const stamps = rows.flatMap(({ create_date, write_date }) => write_date ?? create_date ?? []).sort();
  const last = stamps.at(-1);
  return last ? momentText(last) : null;
}

/** A moment in milliseconds, which is as fine as ours are. */
export const momentText = (stamp: string) => `${stamp.slice(0, 23)}Z`;

export const isActive = ({ active }: { active: boolean }) => active;
export const idText = (id: number | null | undefined) => (id === null || id === undefined ? null : String(id));
export const dayStart = (day: string) => `${day}T00:00:00.000Z`;

/** Wide enough for every amount a database holds; quotients are cut to twelve digits. */
const Exact = Decimal.clone({ precision: 60 });
export const difference = (a: string, b: string) => decimalText(new Exact(a).minus(b).toFixed());
export const negated = (amount: string) => difference('0', amount);
export const isNegative = (amount: string) => new Exact(amount).isNegative() && !new Exact(amount).isZero();
export const sum = (values: readonly string[]) =>
  values.reduce((total, value) => total.plus(value), new Exact(0)).toFixed();

/** A rate, a ÷ b without a sign; null where one of them is zero, since there is none then. */
export function quotient(a: string, b: string): string | null {
  if (new Exact(a).isZero() || new Exact(b).isZero()) return null;
  return decimalText(new Exact(a).div(b).abs().toSignificantDigits(12).toFixed());
}

/** A share of one as a percentage: 0.2 is 20. */
export const percentage = (share: Decimal) => decimalText(new Exact(share).times(100).toFixed());

export function read<S extends z.ZodType>(schema: S, raw: unknown): z.infer<S> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  // Tryton's own names of what is behind a field end in a dot.
  const field = issue?.path.join('.').replaceAll('..', '.').replace(/\.$/, '') || undefined;
  throw new RecordRejected(`${field ?? 'record'}: ${issue?.message ?? 'can not be read'}`, field);
}

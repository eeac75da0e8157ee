import { z } from 'zod';
import { Refusal } from '../../../http.ts';
import type { Book, Model, Records } from '../../../state/book.ts';
import { camelCase, referenceFields } from '../../../state/integrity.ts';
import type { Fields } from '../../../state/ledger.ts';
import { recordId } from '../ids.ts';

/** What a POST or PATCH of one model may say, and how it becomes the record's fields. */
export interface Form<M extends Model> {
  /** The body of a POST in this wire's words. A PATCH takes any part of it. No field has a default here. */
  schema: z.ZodObject;
  /** Checks what was given and, for a POST, adds every field that was left out. Throws Refusal. */
  complete(given: Partial<Fields<M>>, at: FormPlace<M>): Partial<Fields<M>>;
}

export interface FormPlace<M extends Model> {
  book: Book;
  /** Null where the record is made. */
  existing: Records[M] | null;
  /** Milliseconds. */
  now: number;
}

export const text = z.string().min(1).max(500);
export const day = z.iso.date();
/** Unique among the records of its model, and what they can be found by. */
export const externalId = text.max(100).nullable();
/** A decimal string without sign, at most four digits after the point. */
export const decimal = z.string().regex(/^\d{1,18}(\.\d{1,4})?$/, 'must be a decimal string');
/** A decimal string with up to nine digits after the point. */
export const rate = z.string().regex(/^\d{1,9}(\.\d{1,9})?$/, 'must be a decimal string');

/** Percent, up to three digits after the point. */
export const percent = z.string().regex(/^\d{1,3}(\.\d{1,3})?$/, 'must be a decimal string');

/** A parsed body in the state's words: names in camel case, ids as numbers. Throws Refusal for an id that is none. */
export function inOwnWords(own: Model, given: unknown, at = ''): unknown {
  if (Array.isArray(given)) return given.map((one, index) => inOwnWords(own, one, `${at}${index}.`));
  if (typeof given !== 'object' || given === null) return given;
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const field = at + name;
      const target = name === 'parent_id' ? own : referenceFields[name];
      const mine = target && value !== null ? references(target, value, field) : inOwnWords(own, value, `${field}.`);
      return [camelCase(name), mine];
    }),
  );
}

const references = (model: Model, ids: unknown, field: string): number | number[] =>
  Array.isArray(ids) ? ids.map((id) => reference(model, id, field)) : reference(model, ids, field);

function reference(model: Model, id: unknown, field: string): number {
  const number = recordId(model, String(id));
  if (number === null) throw new Refusal(400, 'invalid_field', `${field} is no id of ${model}`, { field });
  return number;
}

/** Amounts with more digits than the currency has are the caller's fault. */
export function amounts<T>(field: string, compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal(400, 'invalid_field', `${field}: ${error.message}`, { field });
    throw error;
  }
}

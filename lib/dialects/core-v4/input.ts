import { z } from 'zod';
import { type Integration, integrationCategories, integrations, type Scope, scopes } from '../../../db/schema/enums.ts';
import { shownAs } from '../../http/shapes.ts';

/** A positive whole number in a path. One beyond what the database counts to is no company's, and not an error. */
export const idParam = shownAs(
  z
    .string()
    .regex(/^[1-9]\d*$/, 'must be a positive whole number')
    .transform((text) => Math.min(Number(text), Number.MAX_SAFE_INTEGER)),
  z.int().min(1),
);

/** A uuid in a path or query, of any version. */
export const uuidParam = z.guid('must be a uuid');

export const companyParams = z.object({ company_id: idParam });

/** How many entries a page has. */
export const limitParam = (most: number, usual: number) => {
  const message = `must be a whole number from 1 to ${most}`;
  const limit = z
    .string()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .refine((count) => count >= 1 && count <= most, message)
    .default(usual);
  return shownAs(limit, z.int().min(1).max(most).default(usual));
};

/** `true` or `false` in a query. */
export const booleanParam = shownAs(
  z
    .string()
    .transform((text) => text.toLowerCase())
    .pipe(z.enum(['true', 'false'], 'must be true or false'))
    .transform((word) => word === 'true'),
  z.boolean(),
);

/** A word of a closed set, in any case. */
export function wordOf<const T extends readonly [string, ...string[]]>(words: T) {
  const message = `must be one of ${words.join(', ')}`;
  const word = z
    .string(message)
    .transform((text) => text.trim().toUpperCase())
    .pipe(z.enum(words, message));
  return shownAs(word, z.enum(words));
}

/** A platform, in any case; the spelling with two Os is its users' own. */
export const integrationInput = shownAs(
  z
    .string(`must be one of ${integrations.join(', ')}`)
    .transform((text): string => {
      const word = text.trim().toUpperCase();
      return word === 'OODOO_ACCOUNTING' ? ('ODOO_ACCOUNTING' satisfies Integration) : word;
    })
    .pipe(z.enum(integrations, `must be one of ${integrations.join(', ')}`)),
  z.enum(integrations),
);

export const categoryInput = wordOf(integrationCategories);

/** An ISO 8601 date, or date and time with its offset. */
export const momentInput = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()], 'must be an ISO 8601 date or date and time with an offset')
  .transform((text) => new Date(text))
  .refine((date) => date.getUTCFullYear() >= 1900 && date.getUTCFullYear() <= 9999, 'must lie between 1900 and 9999');

/**
 * What may be done with a model: `{ "READ": true, "CREATE": false, … }` as the API's clients send it, where a scope that
 * is left out is off; a plain list of scopes is taken as well. READ is always on and need not be said.
 */
export const scopeAccessInput = shownAs(
  z
    .union(
      [z.array(wordOf(scopes)), z.partialRecord(wordOf(scopes), z.boolean())],
      `must be an object of ${scopes.join(', ')} with true or false`,
    )
    .superRefine((given, ctx) => {
      if (Array.isArray(given) || given.READ !== false) return;
      const message = 'READ is always on; a model that is not to be read is switched off with enabled';
      ctx.addIssue({ code: 'custom', path: ['READ'], message });
    })
    .transform((given): Scope[] =>
      scopes.filter((scope) => (Array.isArray(given) ? given.includes(scope) : given[scope] === true)),
    ),
  z.object({ READ: z.literal(true), CREATE: z.boolean(), DELETE: z.boolean(), UPDATE: z.boolean() }).partial(),
);

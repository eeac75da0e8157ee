import { z } from 'zod';
import { Refusal } from '../../../http.ts';
import { baseCurrency } from '../../../state/lookups.ts';
import { decimal, type Form, percent, rate, text } from './form.ts';

export const currencyForm: Form<'currencies'> = {
  schema: z.strictObject({
    code: z.string().regex(/^[A-Z]{3}$/, 'must be three capital letters'),
    name: text.optional(),
    symbol: text.optional(),
    decimals: z.int().min(0).max(4).optional(),
    rate: rate.optional(),
  }),
  complete: (given, { book, existing }) => {
    if (existing) return given;
    if (book.tables.currencies.find((one) => one.code === given.code)) {
      throw new Refusal(409, 'already_there', `${given.code} is in these books already`, { field: 'code' });
    }
    return { name: given.code, symbol: given.code, decimals: 2, rate: '1', base: false, ...given };
  },
};

export const accountForm: Form<'accounts'> = {
  schema: z.strictObject({
    code: text,
    name: text,
    description: text.nullable().optional(),
    class: z.enum(['asset', 'bank', 'liability', 'equity', 'income', 'expense']).optional(),
    group: text.optional(),
    active: z.boolean().optional(),
    balance: decimal.optional(),
    currency_id: text.optional(),
    parent_id: text.nullable().optional(),
  }),
  complete: (given, { book, existing }) =>
    existing
      ? given
      : {
          description: null,
          class: 'expense',
          group: 'other',
          active: true,
          balance: '0',
          currencyId: baseCurrency(book).id,
          parentId: null,
          ...given,
        },
};

export const bankAccountForm: Form<'bank_accounts'> = {
  schema: z.strictObject({
    name: text,
    account_id: text,
    bank: text.nullable().optional(),
    number: text.nullable().optional(),
    kind: z.enum(['current', 'savings', 'card', 'cash']).optional(),
    balance: decimal.optional(),
    currency_id: text.optional(),
  }),
  complete: (given, { book, existing }) =>
    existing
      ? given
      : {
          bank: null,
          number: null,
          kind: 'current',
          balance: '0',
          currencyId: book.tables.accounts.live(given.accountId ?? 0)?.currencyId ?? baseCurrency(book).id,
          ...given,
        },
};

export const taxRateForm: Form<'tax_rates'> = {
  schema: z.strictObject({
    code: text,
    name: text,
    rate: percent,
    kind: z.enum(['sales', 'purchases', 'both']).optional(),
    effective: percent.optional(),
    parts: z
      .array(z.strictObject({ name: text, rate: percent, compound: z.boolean().default(false) }))
      .max(10)
      .optional(),
  }),
  complete: (given, { existing }) => (existing ? given : { kind: 'both', effective: given.rate, parts: [], ...given }),
};

export const dimensionForm: Form<'dimensions'> = {
  schema: z.strictObject({
    code: text,
    name: text,
    active: z.boolean().optional(),
    parent_id: text.nullable().optional(),
  }),
  complete: (given, { existing }) => (existing ? given : { active: true, parentId: null, ...given }),
};

const terms = z.strictObject({
  description: text,
  unit_price: decimal,
  account_id: text,
  tax_rate_id: text.nullable().default(null),
});

export const itemForm: Form<'items'> = {
  schema: z.strictObject({
    code: text,
    name: text,
    description: text.nullable().optional(),
    kind: z.enum(['stock', 'non_stock', 'service']).optional(),
    active: z.boolean().optional(),
    on_hand: decimal.nullable().optional(),
    sale: terms.nullable().optional(),
    purchase: terms.nullable().optional(),
  }),
  complete: (given, { existing }) =>
    existing
      ? given
      : { description: null, kind: 'non_stock', active: true, onHand: null, sale: null, purchase: null, ...given },
};

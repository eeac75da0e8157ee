import { z } from 'zod';
import { Refusal } from '../../../http.ts';
import { baseCurrency } from '../../../state/lookups.ts';
import { decimal, type Form, rate, text } from './form.ts';

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

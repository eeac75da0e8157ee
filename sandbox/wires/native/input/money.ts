import { z } from 'zod';
import { Refusal } from '../../../http.ts';
import { dayOf } from '../../../state/generate/dates.ts';
import { accountOfCode, bankAccountIn, baseCurrency, currencyOf } from '../../../state/lookups.ts';
import { day, decimal, type Form, text } from './form.ts';
import { lines, noSums, pricedLines } from './lines.ts';

export const expenseForm: Form<'expenses'> = {
  schema: z.strictObject({
    lines,
    status: z.enum(['draft', 'booked', 'cancelled']).optional(),
    account_id: text.optional(),
    contact_id: text.nullable().optional(),
    currency_id: text.optional(),
    spent_on: day.optional(),
    note: text.nullable().optional(),
  }),
  complete: (given, { book, existing, now }) => {
    const currency = currencyOf(book, given.currencyId ?? existing?.currencyId ?? baseCurrency(book).id);
    const priced = pricedLines(book, given.lines, currency, '6210');
    const fields = { ...given, ...(priced && { lines: priced }) };
    if (existing) return fields;
    return {
      status: 'booked',
      accountId: bankAccountIn(book, currency.id),
      contactId: null,
      currencyId: currency.id,
      rate: currency.rate,
      spentOn: dayOf(now),
      note: null,
      ...noSums,
      ...fields,
    };
  },
};

export const bankTransactionForm: Form<'bank_transactions'> = {
  schema: z.strictObject({
    bank_account_id: text,
    direction: z.enum(['in', 'out']),
    amount: decimal,
    kind: z.enum(['deposit', 'withdrawal', 'transfer']).optional(),
    status: z.enum(['pending', 'posted', 'reconciled']).optional(),
    account_id: text.optional(),
    from_account_id: text.nullable().optional(),
    to_account_id: text.nullable().optional(),
    contact_id: text.nullable().optional(),
    booked_on: day.optional(),
    text: text.optional(),
  }),
  complete: (given, { book, existing, now }) => {
    if (existing) return given;
    const bank = book.tables.bank_accounts.live(given.bankAccountId ?? 0);
    const field = 'bank_account_id';
    if (!bank) throw new Refusal(422, 'unknown_reference', `${field} names none of the bank accounts`, { field });
    const isIn = given.direction === 'in';
    return {
      kind: isIn ? 'deposit' : 'withdrawal',
      status: 'posted',
      accountId: accountOfCode(book, isIn ? '1100' : '2100'),
      fromAccountId: isIn ? null : bank.accountId,
      toAccountId: isIn ? bank.accountId : null,
      contactId: null,
      currencyId: bank.currencyId,
      rate: currencyOf(book, bank.currencyId).rate,
      bookedOn: dayOf(now),
      text: 'Entered by hand',
      ...given,
    };
  },
};

export const journalForm: Form<'journals'> = {
  schema: z.strictObject({
    description: text,
    lines: z
      .array(
        z.strictObject({
          side: z.enum(['debit', 'credit']),
          account_id: text,
          net: decimal,
          tax: decimal.default('0'),
          contact_id: text.nullable().default(null),
          description: text.nullable().default(null),
        }),
      )
      .min(2)
      .max(200),
    number: text.optional(),
    posted_on: day.optional(),
    currency_id: text.optional(),
  }),
  complete: (given, { book, existing, now }) => {
    if (existing) return given;
    const currency = currencyOf(book, given.currencyId ?? baseCurrency(book).id);
    return {
      number: `JE-A${String(book.tables.journals.nextId()).padStart(5, '0')}`,
      postedOn: dayOf(now),
      currencyId: currency.id,
      rate: currency.rate,
      amount: '0',
      ...given,
    };
  },
};

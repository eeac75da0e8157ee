import { z } from 'zod';
import type { Invoice } from '../../../state/book.ts';
import { dayMs, dayOf } from '../../../state/generate/dates.ts';
import { priceLine } from '../../../state/ledger.ts';
import { accountOfCode, baseCurrency, currencyOf } from '../../../state/lookups.ts';
import { amounts, day, decimal, type Form, text } from './form.ts';

const line = z.strictObject({
  description: text,
  quantity: decimal.default('1'),
  unit_price: decimal,
  discount: decimal.default('0'),
  tax_rate: decimal.default('0'),
  account_id: text.optional(),
});

export const invoiceForm: Form<'invoices'> = {
  schema: z.strictObject({
    contact_id: text,
    number: text.optional(),
    /** The others follow from payments and dates. */
    status: z.enum(['draft', 'issued', 'cancelled']).optional(),
    currency_id: text.optional(),
    issued_on: day.optional(),
    due_on: day.optional(),
    note: text.nullable().optional(),
    lines: z.array(line).min(1).max(200),
  }),
  complete: (given, { book, existing, now }) => {
    const contact = book.tables.contacts.live(given.contactId ?? existing?.contactId ?? 0);
    const currency = currencyOf(
      book,
      given.currencyId ?? existing?.currencyId ?? contact?.currencyId ?? baseCurrency(book).id,
    );
    const salesAccount = accountOfCode(book, '4010');
    const lines = given.lines?.map((one: Invoice['lines'][number], index) =>
      amounts(`lines.${index}`, () =>
        priceLine({ ...one, accountId: one.accountId ?? salesAccount }, currency.decimals),
      ),
    );
    const fields = { ...given, currencyId: currency.id, ...(lines && { lines }) };
    if (existing) return fields;
    return {
      number: `INV-${dayOf(now).slice(0, 4)}-A${String(book.tables.invoices.nextId()).padStart(5, '0')}`,
      status: 'issued',
      rate: currency.rate,
      issuedOn: dayOf(now),
      dueOn: dayOf(now + 30 * dayMs),
      note: null,
      subtotal: '0',
      discount: '0',
      tax: '0',
      total: '0',
      balance: '0',
      ...fields,
    };
  },
};

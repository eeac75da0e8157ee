import type { Books } from '../books.ts';
import { encodeDay, encodeMoment } from '../wire-values.ts';
import { behind, type ModelQuery, stamps } from './query.ts';

/**
 * What is to pay also follows from payment instructions (where that module is), from reconciliations, which are on the
 * move lines, and, for a foreign invoice, from the rates: none of them moves the invoice's own stamp.
 */
export const invoiceQuery = (books: Books, instructions: 'yes' | 'no' | 'absent'): ModelQuery => ({
  table: 'account.invoice',
  fields: [
    ...['number', 'state', 'party', 'currency', 'invoice_date', 'description', 'comment', 'reference', ...stamps('')],
    ...['untaxed_amount', 'tax_amount', 'total_amount', 'amount_to_pay', 'company.currency'],
    ...behind('lines', ['type', 'description', 'quantity', 'unit_price', 'amount', 'account', 'product', 'taxes']),
    ...stamps('lines.'),
    ...behind('lines_to_pay', ['maturity_date', 'debit', 'credit', 'amount_second_currency', 'second_currency']),
  ],
  scope: [
    ['type', '=', 'out'],
    ['company', '=', books.company.id],
  ],
  // One without a date is a draft, of which the day of its making is known.
  fromDay: (day) => [
    'OR',
    ['invoice_date', '>=', encodeDay(day)],
    [
      ['invoice_date', '=', null],
      ['create_date', '>=', encodeMoment(`${day}T00:00:00.000000Z`)],
    ],
  ],
  tracking: {
    sources: [
      ...[
        'account.invoice',
        'account.invoice.line',
        'account.invoice.tax',
        'account.move.line',
        'currency.currency.rate',
      ],
      ...(instructions === 'yes' ? ['account.payment'] : []),
    ],
    stamped: [
      ...['', 'lines.', 'taxes.', 'move.lines.', 'payment_lines.'],
      ...(instructions === 'yes' ? ['move.lines.payments.'] : []),
    ],
    counted: [
      { table: 'account.invoice.line', reread: 'unposted' },
      { table: 'account.invoice.tax', reread: 'unposted' },
      ...(instructions === 'yes' ? [{ table: 'account.payment', reread: 'open' as const }] : []),
    ],
    shared: [{ table: 'currency.currency.rate', reread: 'open-foreign' }],
    // Instructions that this user may not read count all the same, and can't be followed.
    always: instructions === 'no' ? ['open'] : [],
  },
});

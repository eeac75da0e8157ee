import type { Books } from '../books.ts';
import { encodeDay } from '../wire-values.ts';
import { behind, type ModelQuery, stamps } from './query.ts';

export const paymentQuery = (books: Books): ModelQuery => ({
  table: 'account.move.line',
  fields: [
    ...['date', 'debit', 'credit', 'account', 'party', 'currency', 'amount_second_currency', 'second_currency'],
    ...stamps(''),
    ...behind('invoice_payment', ['party']),
    ...behind('move', ['number', 'description', 'write_date', 'journal.name', 'lines.account']),
  ],
  scope: [
    ['invoice_payments.type', '=', 'out'],
    ['invoice_payments.company', '=', books.company.id],
  ],
  fromDay: (day) => [['move.date', '>=', encodeDay(day)]],
  tracking: {
    sources: ['account.move.line', 'account.move', 'account.invoice'],
    // Linking an older line to an invoice writes the invoice.
    stamped: ['', 'move.', 'invoice_payments.'],
    counted: [],
    shared: [],
    always: [],
  },
});

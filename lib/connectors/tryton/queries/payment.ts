import type { Books } from '../books.ts';
import { encodeDay } from '../wire-values.ts';
import { behind, type ModelQuery, stamps } from './query.ts';

/** Move lines that pay what customers (`out`) or we (`in`) owe: credit notes among it, told by their total. */
export const paymentQuery = (books: Books, type: 'out' | 'in'): ModelQuery => ({
  table: 'account.move.line',
  fields: [
    ...['date', 'debit', 'credit', 'account', 'party', 'currency', 'amount_second_currency', 'second_currency'],
    ...stamps(''),
    ...behind('invoice_payment', ['party', 'total_amount']),
    ...behind('move', ['number', 'description', 'write_date', 'journal.name', 'lines.account']),
  ],
  scope: [
    ['invoice_payments.type', '=', type],
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

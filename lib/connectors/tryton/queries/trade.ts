import { lineInvoicesAnswer, originsRow, type Row } from '../api-types.ts';
import type { Books } from '../books.ts';
import { encodeDay, encodeMoment } from '../wire-values.ts';
import { behind, inOrder, type ModelQuery, stamps } from './query.ts';

/** To customers (`out`) or from suppliers (`in`). A credit note is an invoice with a negative total. */
export interface TradeKind {
  type: 'out' | 'in';
  isCreditNote: boolean;
}

const isNegative = (amount: unknown) => typeof amount === 'string' && amount.startsWith('-');

/**
 * What is to pay also follows from payment instructions (where that module is), from reconciliations, which are on the
 * move lines, and, for a foreign invoice, from the rates: none of them moves the invoice's own stamp.
 */
export const tradeQuery = (books: Books, kind: TradeKind, instructions: 'yes' | 'no' | 'absent'): ModelQuery => ({
  table: 'account.invoice',
  fields: [
    ...['number', 'state', 'party', 'currency', 'invoice_date', 'description', 'comment', 'reference', ...stamps('')],
    ...['untaxed_amount', 'tax_amount', 'total_amount', 'amount_to_pay', 'company.currency'],
    ...behind('lines', ['type', 'description', 'quantity', 'unit_price', 'amount', 'account', 'product', 'taxes']),
    ...(kind.isCreditNote ? ['lines.origin'] : []),
    ...stamps('lines.'),
    ...behind('lines_to_pay', ['maturity_date', 'debit', 'credit', 'amount_second_currency', 'second_currency']),
  ],
  scope: [
    ['type', '=', kind.type],
    ['company', '=', books.company.id],
  ],
  part: { fields: ['total_amount'], keeps: (row) => isNegative(row.total_amount) === kind.isCreditNote },
  complete: (rows, signal) => {
    const ordered = rows.map((row) => inOrder(row, 'lines_to_pay.'));
    return kind.isCreditNote ? withCredited(books, ordered, signal) : ordered;
  },
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

/** Puts beside each credit note the invoices that it credits: its lines name theirs. */
async function withCredited({ client, context }: Books, rows: readonly Row[], signal?: AbortSignal): Promise<Row[]> {
  const credited = rows.map(creditedLines);
  const ids = [...new Set(credited.flat())];
  const lines = await client.call({
    method: 'account.invoice.line.search_read',
    args: [[['id', 'in', ids]], 0, null, null, ['invoice']],
    context,
    answer: lineInvoicesAnswer,
    signal,
  });
  const invoiceOf = new Map(lines.map((line) => [line.id, line.invoice]));
  return rows.map((row, place) => {
    const invoices = (credited[place] ?? []).flatMap((id) => invoiceOf.get(id) ?? []);
    return { ...row, credited_invoices: [...new Set(invoices)].sort((a, b) => a - b) };
  });
}

function creditedLines(row: Row): number[] {
  const lines = originsRow.safeParse(row).data?.['lines.'] ?? [];
  return lines.flatMap(({ origin }) => {
    const [, id] = /^account\.invoice\.line,(\d+)$/.exec(origin ?? '') ?? [];
    return id ? [Number(id)] : [];
  });
}

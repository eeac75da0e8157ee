import type { RecordModel } from '../../domain/records/registry.ts';
import { mayRead } from './access.ts';
import { fieldsAnswer } from './api-types.ts';
import type { Books } from './books.ts';
import { encodeDay, encodeMoment } from './wire-values.ts';

/** A search filter in Tryton's prefix notation. */
export type Domain = readonly unknown[];

/** What is asked of Tryton for one unified model. */
export interface ModelQuery {
  /** Tryton's model whose rows are the records. */
  table: string;
  fields: readonly string[];
  /** Holds for every row. */
  scope: readonly Domain[];
  /** Leaves out rows dated before a day. */
  fromDay?: (day: string) => Domain;
  /** Absent: every pass reads everything. */
  tracking?: Tracking;
}

/** How changes are found without reading everything. */
export interface Tracking {
  /** Tables that stamp what is read: their newest stamp is where the next pass begins. */
  sources: readonly string[];
  /** The ways from a row to what belongs to it and is stamped on its own; '' is the row itself. */
  stamped: readonly string[];
  /** Rows of these tables may be deleted without a stamp anywhere; then `reread` is read again. */
  counted: readonly { table: string; reread: Reread }[];
  /** Read again when a row of this table changed, whichever record it touches. */
  shared: readonly { table: string; reread: Reread }[];
  /** Read again with every pass. */
  always: readonly Reread[];
}

/** Sets of records that are read again as a whole; `everything` makes the pass a whole one. */
export type Reread = 'everything' | 'unposted' | 'open' | 'open-foreign';

export const rereadDomain = (books: Books, reread: Exclude<Reread, 'everything'>): Domain => {
  switch (reread) {
    // The only invoices whose lines and taxes can still go.
    case 'unposted':
      return [['state', 'in', ['draft', 'validated']]];
    // The only ones of which something is to pay.
    case 'open':
      return [['state', '=', 'posted']];
    case 'open-foreign':
      return [
        ['state', '=', 'posted'],
        ['currency', '!=', books.company.currency.id],
      ];
  }
};

/** Rows that were created or written since a moment, themselves or in what belongs to them. */
export const changedSince = (paths: readonly string[], since: Since): Domain => [
  'OR',
  ...paths.flatMap((path) => [
    [`${path}write_date`, since.operator, encodeMoment(since.moment)],
    [`${path}create_date`, since.operator, encodeMoment(since.moment)],
  ]),
];

export interface Since {
  operator: '>' | '>=';
  /** As it comes out of `decode`. */
  moment: string;
}

/** The query of a model in these books; asks the server which of the optional things it has. */
export async function queryOf(books: Books, model: RecordModel): Promise<ModelQuery> {
  switch (model) {
    case 'CURRENCY':
      return { table: 'currency.currency', fields: ['name', 'code', 'symbol', 'rate', ...stamps('')], scope: [] };
    case 'ACCOUNT':
      return { table: 'account.account', fields: accountFields, scope: [['company', '=', books.company.id]] };
    case 'CONTACT':
      return contactQuery(await hasDelivery(books));
    case 'INVOICE':
      return invoiceQuery(books, await mayRead(books.client, books.context, 'account.payment'));
    case 'INVOICE_PAYMENT':
      return paymentQuery(books);
    default:
      throw new Error(`Tryton has no ${model}`);
  }
}

const stamps = (path: string) => [`${path}create_date`, `${path}write_date`];
const behind = (field: string, names: readonly string[]) => names.map((name) => `${field}.${name}`);

const accountFields = [
  ...['name', 'code', 'note', 'active', 'balance', 'currency', 'parent', ...stamps('')],
  ...behind('type', ['name', 'statement', 'assets', 'receivable', 'stock', 'payable', 'debt', 'revenue', 'expense']),
];

const contactQuery = (withDelivery: boolean): ModelQuery => ({
  table: 'party.party',
  fields: [
    ...['name', 'code', 'active', 'replaced_by', 'tax_identifier', ...stamps('')],
    ...behind('identifiers', ['code', ...stamps('')]),
    ...behind('contact_mechanisms', ['active', 'type', 'value', ...stamps('')]),
    ...behind('addresses', ['active', 'name', 'street', 'city', 'postal_code', 'invoice', ...stamps('')]),
    ...behind('addresses', ['country.code', 'subdivision.name', ...(withDelivery ? ['delivery'] : [])]),
  ],
  scope: [],
  tracking: {
    sources: ['party.party', 'party.address', 'party.contact_mechanism', 'party.identifier'],
    // A child's edit does not move its party's stamp.
    stamped: ['', 'addresses.', 'contact_mechanisms.', 'identifiers.'],
    counted: ['party.address', 'party.contact_mechanism', 'party.identifier'].map((table) => ({
      table,
      reread: 'everything' as const,
    })),
    shared: [],
    always: [],
  },
});

/**
 * What is to pay also follows from payment instructions (where that module is), from reconciliations, which are on the
 * move lines, and, for a foreign invoice, from the rates: none of them moves the invoice's own stamp.
 */
const invoiceQuery = (books: Books, instructions: 'yes' | 'no' | 'absent'): ModelQuery => ({
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

const paymentQuery = (books: Books): ModelQuery => ({
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

async function hasDelivery({ client, context }: Books): Promise<boolean> {
  const fields = await client.call({
    method: 'party.address.fields_get',
    args: [['delivery']],
    context,
    answer: fieldsAnswer,
  });
  return 'delivery' in fields;
}

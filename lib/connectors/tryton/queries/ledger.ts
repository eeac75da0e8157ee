import type { Books } from '../books.ts';
import { encodeDay } from '../wire-values.ts';
import { behind, inOrder, type ModelQuery, stamps } from './query.ts';

/** A rate says something only beside that of the company's currency. */
export const currencyQuery = ({ company: { currency } }: Books): ModelQuery => ({
  table: 'currency.currency',
  fields: ['name', 'code', 'symbol', 'rate', ...stamps('')],
  scope: [],
  complete: (rows) => rows.map((row) => ({ ...row, company_currency: { id: currency.id, rate: currency.rate } })),
});

export const accountQuery = (books: Books): ModelQuery => ({
  table: 'account.account',
  fields: [
    ...['name', 'code', 'note', 'active', 'balance', 'currency', 'parent', ...stamps('')],
    ...behind('type', ['name', 'statement', 'assets', 'receivable', 'stock', 'payable', 'debt', 'revenue', 'expense']),
  ],
  scope: [['company', '=', books.company.id]],
});

const taxFields = ['name', 'type', 'rate'];

/** Taxes as they stand on a line; those that one of them consists of come inside it. */
export const taxRateQuery = (books: Books): ModelQuery => ({
  table: 'account.tax',
  fields: [
    ...['group.kind', ...taxFields, ...stamps('')],
    ...behind('childs', [...taxFields, ...stamps('')]),
    ...behind('childs.childs', [...taxFields, ...stamps('')]),
  ],
  scope: [
    ['company', '=', books.company.id],
    ['parent', '=', null],
  ],
  tracking: {
    sources: ['account.tax', 'account.tax.group'],
    stamped: ['', 'childs.', 'childs.childs.'],
    counted: [{ table: 'account.tax', reread: 'everything' }],
    shared: [{ table: 'account.tax.group', reread: 'everything' }],
    always: [],
  },
});

/**
 * Posted moves alone: a draft is no booking yet, and an entry has no state that could say so. Once posted, what is read
 * of a move can't change.
 */
export const journalEntryQuery = (books: Books): ModelQuery => ({
  table: 'account.move',
  fields: [
    ...['number', 'post_number', 'date', 'description', 'company.currency', ...stamps('')],
    ...behind('lines', ['account', 'party', 'debit', 'credit', 'description']),
  ],
  scope: [
    ['company', '=', books.company.id],
    ['state', '=', 'posted'],
  ],
  complete: (rows) => rows.map((row) => inOrder(row, 'lines.')),
  fromDay: (day) => [['date', '>=', encodeDay(day)]],
  tracking: { sources: ['account.move'], stamped: [''], counted: [], shared: [], always: [] },
});

import type { Books } from '../books.ts';
import { behind, type ModelQuery, stamps } from './query.ts';

export const currencyQuery = (): ModelQuery => ({
  table: 'currency.currency',
  fields: ['name', 'code', 'symbol', 'rate', ...stamps('')],
  scope: [],
});

export const accountQuery = (books: Books): ModelQuery => ({
  table: 'account.account',
  fields: accountFields,
  scope: [['company', '=', books.company.id]],
});

const accountFields = [
  ...['name', 'code', 'note', 'active', 'balance', 'currency', 'parent', ...stamps('')],
  ...behind('type', ['name', 'statement', 'assets', 'receivable', 'stock', 'payable', 'debt', 'revenue', 'expense']),
];

import { expenseStatuses, expenses } from '../../../../db/schema/records/expense.ts';
import { baseWire, declareModel } from '../declaration.ts';
import { lineItem } from './children.ts';
import { currencyRate, partyRelations } from './trade-document.ts';

export const expense = declareModel({
  model: 'EXPENSE',
  path: 'expenses',
  table: expenses,
  wire: [
    ...baseWire,
    'account_id',
    'contact_id',
    'currency_id',
    currencyRate,
    'posted_date',
    'total_amount',
    'tax_amount',
    'status',
    'memo',
    'updated_at',
  ],
  knownBy: ['memo'],
  showsDeletedAt: 'always',
  children: { line_items: lineItem },
  relations: { account: { kind: 'one', model: 'ACCOUNT', by: 'account_id' }, ...partyRelations },
  sorts: ['posted_date', 'total_amount', 'tax_amount', 'updated_at'],
  enums: { status: expenseStatuses },
  dateColumn: 'posted_date',
});

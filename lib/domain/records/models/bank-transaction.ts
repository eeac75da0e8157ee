import {
  bankTransactionDirections,
  bankTransactionStatuses,
  bankTransactions,
  bankTransactionTypes,
} from '../../../../db/schema/records/bank-transaction.ts';
import { baseWire, declareModel } from '../declaration.ts';
import { currencyRate, partyRelations } from './trade-document.ts';

export const bankTransaction = declareModel({
  model: 'BANK_TRANSACTION',
  path: 'bank_transactions',
  table: bankTransactions,
  wire: [
    ...baseWire,
    'contact_id',
    'account_id',
    'from_account_id',
    'to_account_id',
    'currency_id',
    'amount',
    'type',
    'debit_or_credit',
    'status',
    currencyRate,
    'transaction_date',
    'updated_at',
  ],
  knownBy: [],
  showsDeletedAt: 'always',
  children: {},
  relations: {
    account: { kind: 'one', model: 'ACCOUNT', by: 'account_id' },
    from_account: { kind: 'one', model: 'ACCOUNT', by: 'from_account_id' },
    to_account: { kind: 'one', model: 'ACCOUNT', by: 'to_account_id' },
    ...partyRelations,
  },
  sorts: ['transaction_date', 'amount', 'updated_at'],
  enums: {
    type: bankTransactionTypes,
    debit_or_credit: bankTransactionDirections,
    status: bankTransactionStatuses,
  },
  dateColumn: 'transaction_date',
});

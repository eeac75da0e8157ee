import { bankAccountCategories, bankAccounts } from '../../../../db/schema/records/bank-account.ts';
import { baseWire, declareModel } from '../declaration.ts';

export const bankAccount = declareModel({
  model: 'BANK_ACCOUNT',
  path: 'bank_accounts',
  table: bankAccounts,
  wire: [
    ...baseWire,
    'institution_name',
    'account_name',
    'account_number',
    'balance',
    'currency_id',
    'category',
    'updated_at',
  ],
  knownBy: ['account_name', 'account_number', 'institution_name'],
  showsDeletedAt: 'always',
  children: {},
  relations: {},
  sorts: ['balance', 'updated_at'],
  enums: { category: bankAccountCategories },
});

import { accountCategories, accountStatuses, accounts } from '../../../../db/schema/records/account.ts';
import { baseWire, declareModel } from '../declaration.ts';

export const account = declareModel({
  model: 'ACCOUNT',
  path: 'accounts',
  table: accounts,
  wire: [
    ...baseWire,
    'name',
    'description',
    'nominal_code',
    'category',
    'sub_category',
    'status',
    'current_balance',
    'currency_id',
    'parent_account_id',
    'updated_at',
  ],
  knownBy: ['name', 'nominal_code'],
  showsDeletedAt: 'always',
  children: {},
  relations: { currency: { kind: 'one', model: 'CURRENCY', by: 'currency_id' } },
  sorts: ['current_balance', 'updated_at'],
  enums: { category: accountCategories, status: accountStatuses },
});

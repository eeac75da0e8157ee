import { currencies } from '../../../../db/schema/records/currency.ts';
import { declareModel } from '../declaration.ts';

export const currency = declareModel({
  model: 'CURRENCY',
  path: 'currencies',
  table: currencies,
  wire: [
    'rootfi_id',
    'rootfi_created_at',
    'rootfi_updated_at',
    'rootfi_deleted_at',
    'rootfi_company_id',
    'platform_id',
    'platform_unique_id',
    'name',
    'code',
    'symbol',
    'is_base_currency',
    'exchange_rate',
    'updated_at',
  ],
  showsDeletedAt: 'always',
  children: {},
  relations: {},
  sorts: ['updated_at'],
  enums: {},
});

import { currencies } from '../../../../db/schema/records/currency.ts';
import { baseWire, declareModel } from '../declaration.ts';

export const currency = declareModel({
  model: 'CURRENCY',
  path: 'currencies',
  table: currencies,
  wire: [...baseWire, 'name', 'code', 'symbol', 'is_base_currency', 'exchange_rate', 'updated_at'],
  knownBy: ['code', 'name'],
  showsDeletedAt: 'always',
  children: {},
  relations: {},
  sorts: ['updated_at'],
  enums: {},
});

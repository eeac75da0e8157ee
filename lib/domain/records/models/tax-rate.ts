import { taxComponents, taxRates } from '../../../../db/schema/records/tax-rate.ts';
import { baseWire, declareModel } from '../declaration.ts';

export const taxRate = declareModel({
  model: 'TAX_RATE',
  path: 'tax_rates',
  table: taxRates,
  wire: [...baseWire, 'name', 'code', 'tax_type', 'effective_tax_rate', 'total_tax_rate', 'components', 'updated_at'],
  knownBy: ['name', 'code'],
  showsDeletedAt: 'always',
  children: {},
  relations: {},
  sorts: ['effective_tax_rate', 'total_tax_rate', 'updated_at'],
  enums: {},
  shapes: { components: taxComponents },
});

import { companyInfo as table } from '../../../../db/schema/records/company-info.ts';
import { baseWire, declareModel } from '../declaration.ts';
import { address, externalLink, phoneNumber } from './children.ts';

/** One record a company, as a rule: a platform's group of companies may bring several. */
export const companyInfo = declareModel({
  model: 'COMPANY_INFO',
  path: 'company_info',
  table,
  wire: [
    ...baseWire,
    'name',
    'legal_name',
    'tax_number',
    'registration_number',
    'base_currency',
    'fiscal_start_at',
    'org_created_at',
    'updated_at',
  ],
  knownBy: ['name', 'legal_name'],
  showsDeletedAt: 'always',
  children: { external_links: externalLink, phone_numbers: phoneNumber, addresses: address },
  relations: {},
  sorts: ['fiscal_start_at', 'org_created_at', 'updated_at'],
  enums: {},
});

import type { z } from 'zod';
import type { Canonical } from '../../../domain/records/registry.ts';
import type { companyRow } from '../rows/company.ts';
import { partyChildren, partyNumbers, partyStamps } from './contact.ts';
import { dayStart, latestStamp, momentText } from './values.ts';

/** A company is a party with a currency. Tryton keeps one name of it, and knows since when it is there. */
export function mapCompanyInfo(row: z.infer<typeof companyRow>): Canonical<'COMPANY_INFO'> {
  const party = row['party.'];
  return {
    platformId: String(row.id),
    platformUniqueId: party.code,
    fields: {
      name: party.name,
      legal_name: null,
      ...partyNumbers(party),
      base_currency: row['currency.'].code,
      fiscal_start_at: row.fiscal_year && dayStart(row.fiscal_year.start_date),
      org_created_at: row.create_date && momentText(row.create_date),
      updated_at: latestStamp([row, ...partyStamps(party)]),
    },
    children: partyChildren(party),
  };
}

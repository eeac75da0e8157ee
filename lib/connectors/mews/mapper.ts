import type { Canonical, RecordModel } from '../../domain/records/registry.ts';
import { readRecord, utc } from '../raw-record.ts';
import { companyItem } from './api-types.ts';

const mappers: { [M in RecordModel]?: (raw: unknown) => Canonical<M> } = { CONTACT: mapCompany };

/** Makes the canonical record of one item. Pure. Throws RecordRejected naming the first field that is wrong. */
export function mapRecord<M extends RecordModel>(model: M, raw: unknown): Canonical<M> {
  const mapper = mappers[model];
  if (!mapper) throw new Error(`Mews has no ${model}`);
  return mapper(raw);
}

function mapCompany(raw: unknown): Canonical<'CONTACT'> {
  const company = readRecord(companyItem, raw);
  const updated_at = utc(company.UpdatedUtc);
  const link = (value: string | null | undefined, type: 'EMAIL' | 'WEBSITE') =>
    value ? [{ platform_id: null, link: value, type, updated_at }] : [];
  return {
    platformId: company.Id,
    platformUniqueId: company.Id,
    fields: {
      name: company.Name,
      contact_name: company.ContactPerson || null,
      contact_type: 'customer',
      currency_id: null,
      tax_number: company.TaxIdentifier || null,
      registration_number: company.Identifier || null,
      status: company.IsActive ? 'active' : 'archived',
      updated_at,
    },
    children: {
      phone_numbers: company.Telephone
        ? [{ platform_id: null, number: company.Telephone, type: 'TELEPHONE', updated_at }]
        : [],
      external_links: [...link(company.InvoicingEmail, 'EMAIL'), ...link(company.WebsiteUrl, 'WEBSITE')],
      addresses: [],
    },
  };
}

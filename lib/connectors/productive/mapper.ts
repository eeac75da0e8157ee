import type { Canonical, RecordModel } from '../../domain/records/registry.ts';
import { readRecord, utc } from '../raw-record.ts';
import { type CompanyResource, type ContactData, companyResource } from './api-types.ts';

const mappers: { [M in RecordModel]?: (raw: unknown) => Canonical<M> } = { CONTACT: mapCompany };

/** Makes the canonical record of one resource. Pure. Throws RecordRejected naming the first field that is wrong. */
export function mapRecord<M extends RecordModel>(model: M, raw: unknown): Canonical<M> {
  const mapper = mappers[model];
  if (!mapper) throw new Error(`Productive has no ${model}`);
  return mapper(raw);
}

function mapCompany(raw: unknown): Canonical<'CONTACT'> {
  const company = readRecord(companyResource, raw);
  const { id, attributes } = company;
  const updated_at = utc(attributes.last_activity_at ?? attributes.created_at);
  return {
    platformId: id,
    platformUniqueId: id,
    fields: {
      name: attributes.name,
      contact_name: null,
      contact_type: 'customer',
      currency_id: attributes.default_currency ?? null,
      tax_number: attributes.vat || null,
      registration_number: null,
      status: statusOf(company),
      updated_at,
    },
    children: childrenOf(attributes.contact ?? {}, updated_at),
  };
}

export const statusOf = ({ attributes }: CompanyResource) => (attributes.archived_at ? 'archived' : 'active');

function childrenOf(contact: ContactData, updated_at: string): Canonical<'CONTACT'>['children'] {
  const { phones = [], emails = [], websites = [], addresses = [] } = contact;
  const links = [
    ...emails.map(({ email, ...entry }) => ({ ...entry, link: email, type: 'EMAIL' as const })),
    ...websites.map(({ website, ...entry }) => ({ ...entry, link: website, type: 'WEBSITE' as const })),
  ];
  return {
    phone_numbers: phones.flatMap(({ contact_datum_id, phone }) =>
      phone ? [{ platform_id: idOf(contact_datum_id), number: phone, type: null, updated_at }] : [],
    ),
    external_links: links.flatMap(({ contact_datum_id, link, type }) =>
      link ? [{ platform_id: idOf(contact_datum_id), link, type, updated_at }] : [],
    ),
    addresses: addresses.map((address) => ({
      platform_id: idOf(address.contact_datum_id),
      type: 'BILLING' as const,
      street: address.billing_address || null,
      locality: null,
      city: address.city || null,
      state: address.state || null,
      country: address.country || null,
      pincode: address.zipcode || null,
      updated_at,
    })),
  };
}

const idOf = (id: number | string | undefined): string | null => (id === undefined ? null : String(id));

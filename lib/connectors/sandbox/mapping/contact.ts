import type { z } from 'zod';
import type { Canonical } from '../../../domain/records/registry.ts';
import { companyRow, contactRow } from '../rows/contact.ts';
import { dayStart, ids, moment, read } from './values.ts';

export function mapContact(raw: unknown): Canonical<'CONTACT'> {
  const row = read(contactRow, raw);
  return {
    ...ids(row),
    fields: {
      name: row.name,
      contact_name: row.person,
      contact_type: contactType.get(row.kind) ?? 'unknown',
      currency_id: row.currency_id,
      tax_number: row.tax_number,
      registration_number: row.registration_number,
      status: contactStatus.get(row.status) ?? 'unknown',
      updated_at: moment(row.modified),
    },
    children: mapReachable(row),
  };
}

export function mapCompany(raw: unknown): Canonical<'COMPANY_INFO'> {
  const row = read(companyRow, raw);
  return {
    ...ids(row),
    fields: {
      name: row.name,
      legal_name: row.legal_name,
      tax_number: row.tax_number,
      registration_number: row.registration_number,
      base_currency: row.base_currency,
      fiscal_start_at: dayStart(row.year_starts_on),
      org_created_at: moment(row.opened),
      updated_at: moment(row.modified),
    },
    children: mapReachable(row),
  };
}

type Reachable = Pick<z.infer<typeof contactRow>, 'modified' | 'emails' | 'websites' | 'phones' | 'addresses'>;

/** How somebody is reached, as children; they change with their record. */
function mapReachable(row: Reachable): Canonical<'CONTACT'>['children'] {
  const updated_at = moment(row.modified);
  return {
    external_links: [
      ...row.emails.map(({ id, address }) => ({ platform_id: id, link: address, type: 'EMAIL' as const, updated_at })),
      ...row.websites.map(({ id, url }) => ({ platform_id: id, link: url, type: 'WEBSITE' as const, updated_at })),
    ],
    phone_numbers: row.phones.map(({ id, kind, number }) => ({
      platform_id: id,
      number,
      type: phoneType.get(kind) ?? null,
      updated_at,
    })),
    addresses: row.addresses.map((address) => ({
      platform_id: address.id,
      type: addressType.get(address.kind) ?? null,
      street: address.street,
      locality: address.district,
      city: address.city,
      state: address.region,
      country: address.country,
      pincode: address.postcode,
      updated_at,
    })),
  };
}

const contactType = new Map<string, Canonical<'CONTACT'>['fields']['contact_type']>([
  ['customer', 'customer'],
  ['supplier', 'vendor'],
  ['both', 'both'],
]);

const contactStatus = new Map<string, Canonical<'CONTACT'>['fields']['status']>([
  ['active', 'active'],
  ['inactive', 'inactive'],
  ['blocked', 'suspended'],
  ['archived', 'archived'],
]);

const phoneType = new Map<string, 'MOBILE' | 'TELEPHONE' | 'FAX'>([
  ['office', 'TELEPHONE'],
  ['mobile', 'MOBILE'],
  ['fax', 'FAX'],
]);

const addressType = new Map<string, 'BILLING' | 'SHIPPING'>([
  ['billing', 'BILLING'],
  ['delivery', 'SHIPPING'],
]);

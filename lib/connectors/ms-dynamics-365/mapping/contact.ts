import type { Canonical } from '../../../domain/records/registry.ts';
import { partyRow } from '../rows/contact.ts';
import { ids, read, word } from './values.ts';

/** A customer or a vendor. Somebody who is both is two records of the platform, and two contacts. */
export function mapContact(raw: unknown): Canonical<'CONTACT'> {
  const row = read(partyRow, raw);
  const updated_at = row.lastModifiedDateTime;
  const link = (value: string | null, type: 'EMAIL' | 'WEBSITE') =>
    value === null ? [] : [{ platform_id: `${row.id}:${type}`, link: value, type, updated_at }];
  return {
    ...ids(row),
    fields: {
      name: row.displayName,
      contact_name: null,
      contact_type: row['@entity'] === 'vendors' ? 'vendor' : 'customer',
      currency_id: row.currencyCode ?? row['@localCurrency'],
      tax_number: row.taxRegistrationNumber,
      registration_number: null,
      status: statusOf(word(row.blocked)),
      updated_at,
    },
    children: {
      external_links: [...link(row.email, 'EMAIL'), ...link(row.website, 'WEBSITE')],
      phone_numbers:
        row.phoneNumber === null
          ? []
          : [{ platform_id: `${row.id}:PHONE`, number: row.phoneNumber, type: 'TELEPHONE', updated_at }],
      addresses: hasAddress(row)
        ? [
            {
              platform_id: `${row.id}:ADDRESS`,
              type: 'BILLING',
              street: row.addressLine1,
              locality: row.addressLine2,
              city: row.city,
              state: row.state,
              country: row.country,
              pincode: row.postalCode,
              updated_at,
            },
          ]
        : [],
    },
  };
}

/** Blocked for all, or for shipments, invoices or payments alone. */
function statusOf(blocked: string): Canonical<'CONTACT'>['fields']['status'] {
  if (blocked === '') return 'active';
  return blocked === 'All' ? 'inactive' : 'suspended';
}

const hasAddress = (row: Partial<Record<string, unknown>>) =>
  ['addressLine1', 'addressLine2', 'city', 'state', 'country', 'postalCode'].some((part) => row[part] !== null);

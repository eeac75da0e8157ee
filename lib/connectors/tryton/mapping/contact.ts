import type { z } from 'zod';
import type { Canonical } from '../../../domain/records/registry.ts';
import type { partyRow } from '../rows/contact.ts';
import { isActive, latestStamp, stampOf } from './values.ts';

type Party = z.infer<typeof partyRow>;

/** A party is customer, supplier or both only by what is booked for it. */
export function mapContact(row: Party): Canonical<'CONTACT'> {
  const identifiers = row['identifiers.'];
  return {
    platformId: String(row.id),
    platformUniqueId: row.code,
    fields: {
      name: row.name,
      contact_name: contactName(row),
      contact_type: 'unknown',
      currency_id: null,
      tax_number: identifiers.find(({ id }) => id === row.tax_identifier)?.code ?? null,
      registration_number: identifiers.find(({ id }) => id !== row.tax_identifier)?.code ?? null,
      status: row.replaced_by !== null ? 'archived' : row.active ? 'active' : 'inactive',
      updated_at: latestStamp([row, ...identifiers, ...row['contact_mechanisms.'], ...row['addresses.']]),
    },
    children: { ...contactMechanisms(row), addresses: row['addresses.'].filter(isActive).map(mapAddress) },
  };
}

/** The person to speak to, whom Tryton names with the first address or number that has a name. */
const contactName = (row: Party) =>
  row['contact_mechanisms.'].find((mechanism) => mechanism.active && isKept(mechanism) && mechanism.name)?.name ?? null;

/** Deactivated children are left out: a child has no status of its own. So are Skype and other kinds without a place. */
function contactMechanisms(row: Party): Pick<Canonical<'CONTACT'>['children'], 'external_links' | 'phone_numbers'> {
  const links: Canonical<'CONTACT'>['children']['external_links'] = [];
  const phones: Canonical<'CONTACT'>['children']['phone_numbers'] = [];
  for (const mechanism of row['contact_mechanisms.'].filter(isActive)) {
    const child = { platform_id: String(mechanism.id), updated_at: stampOf(mechanism) };
    const linkType = linkTypes.get(mechanism.type);
    const phoneType = phoneTypes.get(mechanism.type);
    if (linkType) links.push({ ...child, link: mechanism.value, type: linkType });
    if (phoneType) phones.push({ ...child, number: mechanism.value, type: phoneType });
  }
  return { external_links: links, phone_numbers: phones };
}

const linkTypes = new Map([
  ['email', 'EMAIL' as const],
  ['website', 'WEBSITE' as const],
]);

const phoneTypes = new Map([
  ['phone', 'TELEPHONE' as const],
  ['mobile', 'MOBILE' as const],
  ['fax', 'FAX' as const],
]);

const isKept = ({ type }: { type: string }) => linkTypes.has(type) || phoneTypes.has(type);

export function mapAddress(
  address: Party['addresses.'][number],
): Canonical<'CONTACT'>['children']['addresses'][number] {
  return {
    platform_id: String(address.id),
    type: address.invoice ? 'BILLING' : address.delivery ? 'SHIPPING' : null,
    // The name is a building's.
    street: [address.name, address.street].filter(Boolean).join('\n') || null,
    locality: null,
    city: address.city,
    state: address['subdivision.']?.name ?? null,
    country: address['country.']?.code ?? null,
    pincode: address.postal_code,
    updated_at: stampOf(address),
  };
}

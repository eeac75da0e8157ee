import type { z } from 'zod';
import type { Canonical } from '../../../domain/records/registry.ts';
import type { partyRow } from '../rows/contact.ts';
import { isActive, latestStamp, stampOf } from './values.ts';

type Party = z.infer<typeof partyRow>;

/** A party is customer, supplier or both only by what is booked for it. */
export function mapContact(row: Party): Canonical<'CONTACT'> {
  return {
    platformId: String(row.id),
    platformUniqueId: row.code,
    fields: {
      name: row.name,
      contact_name: contactName(row),
      contact_type: 'unknown',
      currency_id: null,
      ...partyNumbers(row),
      status: row.replaced_by !== null ? 'archived' : row.active ? 'active' : 'inactive',
      updated_at: latestStamp(partyStamps(row)),
    },
    children: partyChildren(row),
  };
}

/** The person to speak to, whom Tryton names with the first address or number that has a name. */
const contactName = (row: Party) =>
  row['contact_mechanisms.'].find((mechanism) => mechanism.active && isKept(mechanism) && mechanism.name)?.name ?? null;

type Identified = Pick<Party, 'identifiers.' | 'tax_identifier'>;

/** The tax number is what Tryton takes for it, the other one the first of the rest. */
export const partyNumbers = ({ tax_identifier, ...row }: Identified) => ({
  tax_number: row['identifiers.'].find(({ id }) => id === tax_identifier)?.code ?? null,
  registration_number: row['identifiers.'].find(({ id }) => id !== tax_identifier)?.code ?? null,
});

type StampedParty = Pick<Party, 'create_date' | 'write_date' | 'identifiers.' | 'contact_mechanisms.' | 'addresses.'>;

/** A party and what hangs on it: each is edited on its own. */
export const partyStamps = (row: StampedParty) => [
  row,
  ...row['identifiers.'],
  ...row['contact_mechanisms.'],
  ...row['addresses.'],
];

export const partyChildren = (party: Pick<Party, 'contact_mechanisms.' | 'addresses.'>) => ({
  ...contactMechanisms(party),
  addresses: party['addresses.'].filter(isActive).map(mapAddress),
});

/** Deactivated children are left out: a child has no status of its own. So are Skype and other kinds without a place. */
function contactMechanisms(
  row: Pick<Party, 'contact_mechanisms.'>,
): Pick<Canonical<'CONTACT'>['children'], 'external_links' | 'phone_numbers'> {
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

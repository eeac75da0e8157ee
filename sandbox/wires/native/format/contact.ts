import type { Company, Contact, Reachable } from '../../../state/records/contact.ts';
import { wireId } from '../ids.ts';

export const contact = (one: Contact) => ({
  // A state file of before there were any has none.
  external_id: one.externalId ?? null,
  name: one.name,
  person: one.person,
  kind: one.kind,
  status: one.status,
  currency_id: wireId('currencies', one.currencyId),
  tax_number: one.taxNumber,
  registration_number: one.registrationNumber,
  ...reachable(wireId('contacts', one.id), one),
});

export const company = (one: Company) => ({
  name: one.name,
  legal_name: one.legalName,
  tax_number: one.taxNumber,
  registration_number: one.registrationNumber,
  base_currency: one.baseCurrency,
  year_starts_on: one.yearStartsOn,
  opened: one.opened,
  ...reachable(wireId('company', one.id), one),
});

/** How somebody is reached: lists whose entries have ids of their own. */
function reachable(owner: string, one: Reachable) {
  const childId = (kind: string, index: number) => `${owner}.${kind}${index + 1}`;
  return {
    emails: one.emails.map((address, index) => ({ id: childId('em', index), address })),
    websites: one.websites.map((url, index) => ({ id: childId('ws', index), url })),
    phones: one.phones.map((phone, index) => ({ id: childId('ph', index), kind: phone.kind, number: phone.number })),
    addresses: one.addresses.map((address, index) => ({
      id: childId('ad', index),
      kind: address.kind,
      street: address.street,
      district: address.district,
      city: address.city,
      region: address.region,
      country: address.country,
      postcode: address.postcode,
    })),
  };
}

import type { AddressFields, ContactFields } from '../../domain/writes/write-fields.ts';
import { ConnectorError } from '../errors.ts';
import type { ContactLists } from './contact-state.ts';

const kinds = { customer: 'customer', vendor: 'supplier', both: 'both', unknown: null } as const;
const states = {
  active: 'active',
  inactive: 'inactive',
  suspended: 'blocked',
  archived: 'archived',
  unknown: null,
} as const;

/**
 * A contact's fields in the platform's words, without its currency. Of emails, websites and phone numbers a value takes
 * the place of the first of its kind and null leaves none of that kind. Throws ConnectorError where the platform has no
 * word for a value.
 */
export function contactBody(fields: ContactFields, current: ContactLists) {
  return {
    name: fields.name,
    person: fields.contact_name,
    kind: wordFor(kinds, 'contact_type', fields.contact_type),
    status: wordFor(states, 'status', fields.status),
    tax_number: fields.tax_number,
    registration_number: fields.registration_number,
    emails: withFirst(current.emails, fields.email),
    websites: withFirst(current.websites, fields.website),
    phones: phones(fields, current.phones),
    addresses: fields.addresses?.map(addressBody),
  };
}

function wordFor<K extends string>(words: Readonly<Record<K, string | null>>, field: string, value: K | undefined) {
  const word = value === undefined ? undefined : words[value];
  if (word !== null) return word;
  throw new ConnectorError('record-refused', `The sandbox has no word for the ${field} ${value}`, {
    field,
    mayBeDone: false,
  });
}

function withFirst(current: readonly string[], value: string | null | undefined): readonly string[] | undefined {
  if (value === undefined) return undefined;
  return value === null ? [] : [value, ...current.slice(1)];
}

function phones(fields: ContactFields, current: ContactLists['phones']): ContactLists['phones'] | undefined {
  const { telephone, mobile, fax } = fields;
  if (telephone === undefined && mobile === undefined && fax === undefined) return undefined;
  return withPhone(withPhone(withPhone(current, 'office', telephone), 'mobile', mobile), 'fax', fax);
}

function withPhone(
  current: ContactLists['phones'],
  kind: 'office' | 'mobile' | 'fax',
  number: string | null | undefined,
): ContactLists['phones'] {
  if (number === undefined) return current;
  if (number === null) return current.filter((phone) => phone.kind !== kind);
  const index = current.findIndex((phone) => phone.kind === kind);
  return index < 0 ? [...current, { kind, number }] : current.with(index, { kind, number });
}

/** An address without a kind is where bills go. What the platform needs and was not given is left out, so that it says so. */
const addressBody = (address: AddressFields) => ({
  kind: address.type === 'SHIPPING' ? 'delivery' : 'billing',
  street: address.street ?? undefined,
  district: address.locality ?? null,
  city: address.city ?? undefined,
  region: address.state ?? null,
  country: address.country ?? undefined,
  postcode: address.pincode ?? null,
});

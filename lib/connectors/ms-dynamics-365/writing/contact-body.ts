import type { AddressFields, ContactFields } from '../../../domain/writes/write-fields.ts';
import { refused, requireLength } from './refusal.ts';

/** A customer's or a vendor's fields on the wire; text that is not there is empty. */
export type ContactBody = Readonly<Record<string, string>>;

/** What a record that was just made has where nothing was said. */
export const blankBody: ContactBody = {
  addressLine1: '',
  addressLine2: '',
  city: '',
  state: '',
  country: '',
  postalCode: '',
  phoneNumber: '',
  email: '',
  website: '',
  taxRegistrationNumber: '',
};

const lengths: Readonly<Record<string, { name: string; most: number }>> = {
  displayName: { name: 'name', most: 100 },
  taxRegistrationNumber: { name: 'tax_number', most: 20 },
  email: { name: 'email', most: 80 },
  website: { name: 'website', most: 80 },
  phoneNumber: { name: 'telephone', most: 30 },
  currencyCode: { name: 'currency_id', most: 10 },
  addressLine1: { name: 'addresses.0.street', most: 100 },
  addressLine2: { name: 'addresses.0.locality', most: 50 },
  city: { name: 'addresses.0.city', most: 30 },
  state: { name: 'addresses.0.state', most: 30 },
  country: { name: 'addresses.0.country', most: 10 },
  postalCode: { name: 'addresses.0.pincode', most: 20 },
};

/** A contact's fields in the platform's words; only those that were given. Throws ConnectorError naming the one refused. */
export function contactBody(fields: ContactFields): ContactBody {
  const body = withoutUndefined({
    displayName: fields.name,
    taxRegistrationNumber: emptied(fields.tax_number),
    email: emptied(fields.email),
    website: emptied(fields.website),
    phoneNumber: emptied(fields.telephone),
    // Currencies go by their codes.
    currencyCode: emptied(fields.currency_id),
    blocked: blockedOf(fields.status),
    ...addressBody(fields.addresses),
  });
  for (const [field, value] of Object.entries(body)) {
    const limit = lengths[field];
    if (limit) requireLength(limit.name, value, limit.most);
  }
  return body;
}

const emptied = (value: string | null | undefined) => (value === null ? '' : value);

function withoutUndefined(body: Readonly<Record<string, string | undefined>>): ContactBody {
  return Object.fromEntries(Object.entries(body).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function blockedOf(status: ContactFields['status']): string | undefined {
  if (status === undefined) return undefined;
  if (status === 'active') return '_x0020_';
  if (status === 'inactive') return 'All';
  throw refused('status', `Business Central has no word for the status ${status}: active or inactive`);
}

/** The one address that there is place for. An empty list empties it. */
function addressBody(addresses: readonly AddressFields[] | undefined): Record<string, string | undefined> {
  if (addresses === undefined) return {};
  const [address, ...more] = addresses;
  if (more.length > 0) throw refused('addresses', 'Business Central has place for one address');
  if (address?.type === 'SHIPPING') throw refused('addresses.0.type', 'The address here is the billing address');
  return {
    addressLine1: address?.street ?? '',
    addressLine2: address?.locality ?? '',
    city: address?.city ?? '',
    state: address?.state ?? '',
    country: address?.country ?? '',
    postalCode: address?.pincode ?? '',
  };
}

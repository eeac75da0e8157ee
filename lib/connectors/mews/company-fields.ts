import type { AddressFields, ContactFields } from '../../domain/writes/write-fields.ts';
import { ConnectorError } from '../errors.ts';
import type { CompanyItem } from './api-types.ts';

/** The plain texts of a contact, by their names in Mews. */
const texts = {
  Name: 'name',
  ContactPerson: 'contact_name',
  TaxIdentifier: 'tax_number',
  Identifier: 'registration_number',
  InvoicingEmail: 'email',
  WebsiteUrl: 'website',
  Telephone: 'telephone',
} as const satisfies Record<string, keyof ContactFields>;
type TextName = keyof typeof texts;

const names = Object.keys(texts) as TextName[];

/** A new company as it is added; it carries the marker of its write. */
export function newCompany(fields: ContactFields, marker: string): Record<string, unknown> {
  const given = names.flatMap((name) => {
    const value = fields[texts[name]];
    return value ? [[name, value]] : [];
  });
  const address = addressOf(fields);
  return {
    ...Object.fromEntries(given),
    ...(address && { Address: address }),
    ExternalIdentifier: marker,
    Options: { Invoiceable: true, AddFeesToInvoices: false },
  };
}

/** What of a write differs from what is there, as update values; empty where nothing does. */
export function changesOf(fields: ContactFields, company: CompanyItem): Record<string, unknown> {
  const changed = names.flatMap((name) => {
    const value = fields[texts[name]];
    return value === undefined || (value || null) === (company[name] || null) ? [] : [[name, { Value: value || null }]];
  });
  const address = addressOf(fields);
  // What an address says is not told: one that is given is sent.
  return { ...Object.fromEntries(changed), ...(address && { Address: { Value: address } }) };
}

/** Whether a write means to delete a company that is there. Throws ConnectorError for what can't be undone. */
export function isToBeDeleted({ status }: ContactFields, isActive: boolean): boolean {
  if (status === undefined) return false;
  if (status !== 'active' && status !== 'archived') {
    throw new ConnectorError('record-refused', 'A company in Mews is active or archived.', { field: 'status' });
  }
  if (status === 'active' && !isActive) {
    const message = 'Mews does not bring a deleted company back; restore it there.';
    throw new ConnectorError('record-refused', message, { field: 'status' });
  }
  return status === 'archived' && isActive;
}

function addressOf({ addresses }: ContactFields): Record<string, unknown> | null {
  if (!addresses) return null;
  const [address, ...others] = addresses;
  if (!address || others.length > 0) {
    throw new ConnectorError('record-refused', 'A company in Mews has one address.', { field: 'addresses' });
  }
  return lines(address);
}

const lines = ({ street, locality, city, pincode, country }: AddressFields) => ({
  Line1: street ?? null,
  Line2: locality ?? null,
  City: city ?? null,
  PostalCode: pincode ?? null,
  CountryCode: country ?? null,
});

import type { AddressFields, ContactFields } from '../../domain/writes/write-fields.ts';
import { ConnectorError } from '../errors.ts';
import type { CompanyResource, ContactData } from './api-types.ts';
import { statusOf } from './mapper.ts';

/** What has to be done to a company so that it is as a write wants it. */
export interface CompanyChanges {
  /** Empty: all of them are as they should be. */
  attributes: Record<string, unknown>;
  move: 'archive' | 'restore' | null;
}

/** What a write changes of a company, or of one that is not there yet. Throws ConnectorError for what has no place. */
export function changesOf(fields: ContactFields, company: CompanyResource | null): CompanyChanges {
  const now = company?.attributes;
  const attributes: Record<string, unknown> = {};
  const set = (name: string, value: string | null | undefined, present: string | null | undefined) => {
    if (value !== undefined && (value || null) !== (present || null)) attributes[name] = value;
  };
  set('name', fields.name, now?.name);
  set('vat', fields.tax_number, now?.vat);
  set('default_currency', fields.currency_id, now?.default_currency);
  const contact = contactChanges(fields, now?.contact ?? {});
  if (Object.keys(contact).length > 0) attributes.contact = contact;
  return { attributes, move: moveOf(fields.status, company) };
}

function moveOf(status: ContactFields['status'], company: CompanyResource | null): CompanyChanges['move'] {
  if (status === undefined) return null;
  if (status !== 'active' && status !== 'archived') {
    throw new ConnectorError('record-refused', 'A company in Productive is active or archived.', { field: 'status' });
  }
  if (status === (company ? statusOf(company) : 'active')) return null;
  return status === 'archived' ? 'archive' : 'restore';
}

/** A list that is sent replaces the old one: the first entry is the one that a write speaks of, the others go along. */
function contactChanges(fields: ContactFields, now: ContactData): Record<string, unknown> {
  const { phones = [], emails = [], websites = [], addresses = [] } = now;
  const changes: Record<string, unknown> = {};
  const first = (list: string, key: string, entries: readonly object[], value: string | null | undefined) => {
    const [present, ...others] = entries as Record<string, unknown>[];
    if (value === undefined || (value || null) === (present?.[key] || null)) return;
    changes[list] = value ? [{ ...present, [key]: value }, ...others] : others;
  };
  first('phones', 'phone', phones, fields.telephone);
  first('emails', 'email', emails, fields.email);
  first('websites', 'website', websites, fields.website);
  if (fields.addresses) {
    const wanted = fields.addresses.map(addressOf);
    const present = addresses.map(({ billing_address, city, state, zipcode, country }) =>
      filled({ billing_address, city, state, zipcode, country }),
    );
    if (JSON.stringify(wanted) !== JSON.stringify(present)) changes.addresses = wanted;
  }
  return changes;
}

const addressOf = ({ street, locality, city, state, pincode, country }: AddressFields) =>
  filled({
    billing_address: [street, locality].filter(Boolean).join('\n'),
    city,
    state,
    zipcode: pincode,
    country,
  });

const filled = (address: Record<string, string | null | undefined>) =>
  Object.fromEntries(Object.entries(address).map(([name, value]) => [name, value || null]));

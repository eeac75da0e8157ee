import { z } from 'zod';
import type { Canonical } from '../../../domain/records/registry.ts';
import { flag, id, read, reference, text, updatedAt } from './values.ts';

const contactRow = z.object({
  id,
  recordtype: z.enum(['customer', 'vendor']),
  vendorid: reference,
  entityid: text,
  companyname: text,
  isperson: flag.optional(),
  firstname: text,
  lastname: text,
  email: text,
  url: text,
  phone: text,
  mobilephone: text,
  fax: text,
  currency: reference,
  vatregnumber: text,
  isinactive: flag,
  updated_at: updatedAt,
  addresses: z.array(
    z.object({
      internalid: id,
      defaultbilling: flag.optional(),
      defaultshipping: flag.optional(),
      addr1: text,
      addr2: text,
      city: text,
      state: text,
      zip: text,
      country: text,
    }),
  ),
});
type ContactRow = z.infer<typeof contactRow>;

export function mapContact(raw: unknown): Canonical<'CONTACT'> {
  const row = read(contactRow, raw);
  const isBoth = row.recordtype === 'customer' && row.vendorid !== null;
  return {
    platformId: row.id,
    platformUniqueId: row.id,
    fields: {
      name: row.companyname ?? (personName(row) || row.entityid),
      contact_name: row.companyname === null ? null : personName(row) || null,
      contact_type: isBoth ? 'both' : row.recordtype,
      currency_id: row.currency,
      tax_number: row.vatregnumber,
      registration_number: null,
      status: row.isinactive ? 'inactive' : 'active',
      updated_at: row.updated_at,
    },
    children: {
      external_links: [link(row, 'EMAIL', row.email), link(row, 'WEBSITE', row.url)].flat(),
      phone_numbers: [
        phone(row, 'TELEPHONE', row.phone),
        phone(row, 'MOBILE', row.mobilephone),
        phone(row, 'FAX', row.fax),
      ].flat(),
      addresses: row.addresses.map((address) => ({
        platform_id: address.internalid,
        type: address.defaultbilling ? 'BILLING' : address.defaultshipping ? 'SHIPPING' : null,
        street: address.addr1,
        locality: address.addr2,
        city: address.city,
        state: address.state,
        country: address.country,
        pincode: address.zip,
        updated_at: row.updated_at,
      })),
    },
  };
}

const personName = ({ firstname, lastname }: ContactRow) => [firstname, lastname].filter(Boolean).join(' ');

/** A record has one of each kind, without an id of its own. */
const link = (row: ContactRow, type: 'EMAIL' | 'WEBSITE', value: string | null) =>
  value === null
    ? []
    : [{ platform_id: `${row.id}:${type.toLowerCase()}`, link: value, type, updated_at: row.updated_at }];

const phone = (row: ContactRow, type: 'TELEPHONE' | 'MOBILE' | 'FAX', number: string | null) =>
  number === null ? [] : [{ platform_id: `${row.id}:${type.toLowerCase()}`, number, type, updated_at: row.updated_at }];

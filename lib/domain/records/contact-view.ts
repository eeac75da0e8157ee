import { contactStatuses, contactTypes } from '../../../db/schema/records/contact.ts';
import type { Context } from '../../context.ts';
import { notFound } from '../../errors.ts';
import { type ListPlace, pageSizeOf } from '../../page-size.ts';
import { contactInvoices } from './contact-invoices.ts';
import { contactsFrom, countContacts, type ListContactsInput } from './contact-list.ts';
import { getRecord } from './data.ts';
import type { ChildRow, FieldValue, RecordRow } from './rows.ts';

/** A contact as the console's table shows it. Moments are ISO 8601. */
export interface ContactRow {
  rootfiId: number;
  name: string | null;
  contactName: string | null;
  contactType: string | null;
  status: string | null;
  email: string | null;
  phone: string | null;
  city: string | null;
  country: string | null;
  updatedAt: string | null;
  /** Set when it is gone on the platform. */
  deletedAt: string | null;
}

export interface ContactPage {
  rows: ContactRow[];
  next: string | null;
}

export interface ContactAddress {
  type: string | null;
  /** As one writes it, line by line. */
  lines: string[];
}

/** What a contact's invoices come to in one currency; amounts are decimal texts. */
export interface InvoiceTotal {
  /** An ISO 4217 code where the currency is known, else the platform's id of it. */
  currency: string | null;
  count: number;
  total: string | null;
  due: string | null;
}

export interface ContactInvoice {
  rootfiId: number;
  documentNumber: string | null;
  status: string | null;
  currency: string | null;
  postedDate: string | null;
  dueDate: string | null;
  total: string | null;
  due: string | null;
}

/** One contact with all that hangs on it. */
export interface ContactDetail {
  rootfiId: number;
  platformId: string;
  name: string | null;
  contactName: string | null;
  contactType: string | null;
  status: string | null;
  taxNumber: string | null;
  registrationNumber: string | null;
  currency: { code: string | null; name: string | null } | null;
  updatedAt: string | null;
  deletedAt: string | null;
  addresses: ContactAddress[];
  phones: { type: string | null; number: string }[];
  links: { type: string | null; link: string }[];
  invoices: { totals: InvoiceTotal[]; latest: ContactInvoice[] };
}

/**
 * One page of a company's contacts, by name; `query` is the table's state as the address holds it. Throws not-found, and
 * invalid for a cursor that is none.
 */
export async function contactPage(
  ctx: Context,
  company: { companyId: number },
  query: URLSearchParams,
): Promise<ContactPage> {
  const place = { after: query.get('after'), limit: pageSizeOf(query) };
  const page = await contactsFrom(ctx, contactListInput(company, query, place));
  return {
    rows: page.contacts.map((contact) => ({
      rootfiId: contact.rootfiId,
      name: contact.name,
      contactName: contact.contactName,
      contactType: contact.contactType,
      status: contact.status,
      email: contact.email,
      phone: contact.phone,
      city: contact.city,
      country: contact.country,
      updatedAt: contact.updatedAt?.toISOString() ?? null,
      deletedAt: contact.deletedAt?.toISOString() ?? null,
    })),
    next: page.next,
  };
}

/** How many contacts of a company the address of the table asks for. Throws not-found. */
export const contactCount = (ctx: Context, company: { companyId: number }, query: URLSearchParams): Promise<number> =>
  countContacts(ctx, contactListInput(company, query, { after: null, limit: 1 }));

/** Which contacts the address of the table asks for; what can't be read of it is left out. */
export const contactListInput = (
  company: { companyId: number },
  query: URLSearchParams,
  { after, limit }: ListPlace,
): ListContactsInput => ({
  ...company,
  search: query.get('q')?.trim().slice(0, 200) || undefined,
  cursor: after ?? undefined,
  limit,
  types: contactTypes.filter((one) => query.get('type')?.split(',').includes(one)),
  statuses: contactStatuses.filter((one) => query.get('status')?.split(',').includes(one)),
  includeDeleted: query.get('show') === 'all',
  lastNameFirst: query.get('sort') === '-name',
});

/** One contact, also one that is gone on the platform. Throws not-found. */
export async function contactDetail(
  ctx: Context,
  input: { companyId: number; contactId: string },
): Promise<ContactDetail> {
  if (!/^[1-9]\d{0,14}$/.test(input.contactId)) throw notFound('Contact');
  const contact = await getRecord(ctx, {
    companyId: input.companyId,
    model: 'CONTACT',
    rootfiId: Number(input.contactId),
    expand: ['addresses', 'phone_numbers', 'external_links', 'currency'],
    includeDeleted: true,
  });
  const { fields, children } = contact;
  const platformId = String(fields.platform_id);
  return {
    rootfiId: Number(fields.rootfi_id),
    platformId,
    name: text(fields.name),
    contactName: text(fields.contact_name),
    contactType: text(fields.contact_type),
    status: text(fields.status),
    taxNumber: text(fields.tax_number),
    registrationNumber: text(fields.registration_number),
    currency: currencyOf(contact),
    updatedAt: moment(fields.updated_at),
    deletedAt: moment(fields.rootfi_deleted_at),
    addresses: (children.addresses ?? []).map(address),
    phones: (children.phone_numbers ?? []).map((one) => ({ type: text(one.type), number: text(one.number) ?? '' })),
    links: (children.external_links ?? []).map((one) => ({ type: text(one.type), link: text(one.link) ?? '' })),
    invoices: await contactInvoices({ companyId: input.companyId, platformId }),
  };
}

function currencyOf({ fields, relations }: RecordRow): ContactDetail['currency'] {
  const { currency } = relations;
  if (currency && !Array.isArray(currency)) {
    return { code: text(currency.fields.code), name: text(currency.fields.name) };
  }
  return fields.currency_id ? { code: text(fields.currency_id), name: null } : null;
}

/** Street, locality, postcode and town, state, country: what is there of them. */
function address(row: ChildRow): ContactAddress {
  const town = [text(row.pincode), text(row.city)].filter(Boolean).join(' ');
  const lines = [text(row.street), text(row.locality), town, text(row.state), text(row.country)];
  return {
    type: text(row.type),
    lines: lines.flatMap((line) => (line ? line.split('\n') : [])).filter((line) => line.trim() !== ''),
  };
}

const text = (value: FieldValue): string | null => (typeof value === 'string' && value !== '' ? value : null);

const moment = (value: FieldValue): string | null => (value instanceof Date ? value.toISOString() : null);

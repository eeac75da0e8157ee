import { sqlClient } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import { invalid } from '../../errors.ts';
import { requireCompany } from './company-gate.ts';
import { likeEscaped } from './filters.ts';

/** A contact as a table shows it, with the first of its e-mail addresses, numbers and addresses. */
export interface ContactListItem {
  rootfiId: number;
  platformId: string;
  name: string | null;
  contactName: string | null;
  contactType: string | null;
  status: string | null;
  email: string | null;
  phone: string | null;
  city: string | null;
  country: string | null;
  updatedAt: Date | null;
  deletedAt: Date | null;
}

export interface ListContactsInput {
  companyId: number;
  /** Part of the name or of the contact person's name, in any case. */
  search?: string;
  cursor?: string;
  /** Default 50. */
  limit?: number;
  includeDeleted?: boolean;
  /** Any of these; who is both is a customer and a vendor. */
  types?: readonly string[];
  statuses?: readonly string[];
  /** From Z to A. */
  lastNameFirst?: boolean;
}

export interface ContactList {
  contacts: ContactListItem[];
  /** All matches, not the page. */
  total: number;
  next: string | null;
}

/** A company's contacts by name. Throws not-found for the company, and `invalid` for a cursor that is none. */
export async function listContacts(ctx: Context, input: ListContactsInput): Promise<ContactList> {
  const [page, total] = await Promise.all([contactsFrom(ctx, input), countContacts(ctx, input)]);
  return { ...page, total };
}

/** The same without the count, for who reads one page after another. */
export async function contactsFrom(ctx: Context, input: ListContactsInput): Promise<Omit<ContactList, 'total'>> {
  const { limit = 50 } = input;
  const from = input.cursor === undefined ? null : decodePlace(input.cursor);
  const [, rows] = await Promise.all([requireCompany(ctx, input.companyId), contactRows(input, from, limit + 1)]);
  const last = rows[limit - 1];
  return {
    contacts: rows.slice(0, limit).map(asItem),
    next: rows.length > limit && last ? encodePlace({ name: last.sortName, rootfiId: Number(last.rootfiId) }) : null,
  };
}

interface Place {
  name: string;
  rootfiId: number;
}

type ContactRow = Omit<ContactListItem, 'rootfiId'> & { rootfiId: string; sortName: string };

function contactRows(input: ListContactsInput, from: Place | null, limit: number): Promise<ContactRow[]> {
  const sql = sqlClient();
  const [beyond, direction] = input.lastNameFirst ? [sql`<`, sql`desc`] : [sql`>`, sql`asc`];
  return sql<ContactRow[]>`
    select r.rootfi_id as "rootfiId", r.platform_id as "platformId", r.name, r.contact_name as "contactName",
      r.contact_type as "contactType", r.status, email.link as email, phone.number as phone, address.city,
      address.country, r.updated_at as "updatedAt", r.rootfi_deleted_at as "deletedAt", r.sort_name as "sortName"
    from (
      select *, ${sortName()} as sort_name from record_contacts r
      where ${matching(input)}
        ${from ? sql`and (${sortName()}, rootfi_id) ${beyond} (${from.name}, ${from.rootfiId})` : sql``}
      order by ${sortName()} ${direction}, rootfi_id ${direction} limit ${limit}
    ) r
    left join lateral (
      select link from record_external_links
      where ${childOf()} and type = 'EMAIL' order by position limit 1
    ) email on true
    left join lateral (
      select number from record_phone_numbers where ${childOf()} order by position limit 1
    ) phone on true
    left join lateral (
      select city, country from record_addresses where ${childOf()} order by position limit 1
    ) address on true
    order by r.sort_name ${direction}, r.rootfi_id ${direction}`;
}

/** As the index on names has it, so that a page is read from its place. */
const sortName = () => sqlClient()`left(lower(coalesce(name, '')), 200)`;

/** How many contacts match, wherever one is among them. Throws not-found for the company. */
export async function countContacts(ctx: Context, input: ListContactsInput): Promise<number> {
  const [, [row]] = await Promise.all([
    requireCompany(ctx, input.companyId),
    sqlClient()<{ count: number }[]>`
      select count(*)::int as count from record_contacts r where ${matching(input)}`,
  ]);
  return row?.count ?? 0;
}

function matching({ companyId, search, includeDeleted, types = [], statuses = [] }: ListContactsInput) {
  const sql = sqlClient();
  const pattern = `%${likeEscaped(search?.trim() ?? '')}%`;
  return sql`company_id = ${companyId}
    ${includeDeleted ? sql`` : sql`and rootfi_deleted_at is null`}
    ${search?.trim() ? sql`and (name ilike ${pattern} or contact_name ilike ${pattern})` : sql``}
    ${types.length > 0 ? sql`and contact_type = any(${[...types, 'both']}::text[])` : sql``}
    ${statuses.length > 0 ? sql`and status = any(${[...statuses]}::text[])` : sql``}`;
}

const childOf = () => sqlClient()`
  company_id = r.company_id and parent_model = 'CONTACT' and parent_platform_id = r.platform_id`;

const asItem = (row: ContactRow): ContactListItem => ({
  rootfiId: Number(row.rootfiId),
  platformId: row.platformId,
  name: row.name,
  contactName: row.contactName,
  contactType: row.contactType,
  status: row.status,
  email: row.email,
  phone: row.phone,
  city: row.city,
  country: row.country,
  updatedAt: row.updatedAt,
  deletedAt: row.deletedAt,
});

const encodePlace = ({ name, rootfiId }: Place) => Buffer.from(`${rootfiId} ${name}`).toString('base64url');

function decodePlace(cursor: string): Place {
  const parts = /^(\d{1,15}) (.*)$/s.exec(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (!parts) throw invalid({ path: 'cursor', message: 'is not a cursor of this list' });
  return { rootfiId: Number(parts[1]), name: (parts[2] ?? '').replaceAll('\0', '') };
}

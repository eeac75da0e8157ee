import { sqlClient } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import { andInReach } from '../companies/reach.ts';
import { likeEscaped } from '../records/filters.ts';
import type { Found } from './schema.ts';

/** Companies whose contacts are looked through: their keys begin with the company, so that each is a look of its own. */
const companiesAtMost = 300;

/**
 * Contacts whose name begins so, of the companies that were active last; those of the company whose page is open first,
 * of which a part of the name, or the id, is enough.
 */
export async function findContacts(
  ctx: Context,
  input: { name: string; openCompanyId?: number; limit: number },
): Promise<Found['contacts']> {
  const { name, openCompanyId, limit } = input;
  const sql = sqlClient();
  const begin = likeEscaped(name.toLowerCase());
  const ofOrganisation = sql`c.organisation_id = ${ctx.organisationId} and c.archived_at is null ${andInReach(ctx, 'c')}`;
  const isId = /^[1-9]\d{0,14}$/.test(name);
  const here = openCompanyId
    ? sql`
      select c.id as company_id, c.name as company_name, r.rootfi_id, r.name, 0 as place
      from companies c join record_contacts r on r.company_id = c.id
      where c.id = ${openCompanyId} and ${ofOrganisation} and r.rootfi_deleted_at is null
        and (r.name ilike ${`%${likeEscaped(name)}%`} ${isId ? sql`or r.rootfi_id = ${name}::bigint` : sql``})
      order by r.name limit ${limit}`
    : sql`select null::bigint, null::text, null::bigint, null::text, 0 where false`;
  const rows = await sql<{ company_id: string; company_name: string; rootfi_id: string; name: string | null }[]>`
    with here (company_id, company_name, rootfi_id, name, place) as (${here}),
    active as (
      select c.id, c.name from companies c
      where ${ofOrganisation} order by c.last_activity_at desc, c.id desc limit ${companiesAtMost}
    ), elsewhere as (
      select active.id as company_id, active.name as company_name, r.rootfi_id, r.name, 1 as place
      from active cross join lateral (
        select rootfi_id, name from record_contacts
        where company_id = active.id and left(lower(coalesce(name, '')), 200) >= ${name.toLowerCase()}
          and rootfi_deleted_at is null
        order by left(lower(coalesce(name, '')), 200), rootfi_id limit ${limit}
      ) r
      where active.id is distinct from ${openCompanyId ?? null}::bigint and lower(r.name) like ${`${begin}%`}
    )
    select * from here union all select * from elsewhere
    order by place, name, company_id, rootfi_id limit ${limit}`;
  return rows.map((row) => ({
    rootfiId: Number(row.rootfi_id),
    companyId: Number(row.company_id),
    companyName: row.company_name,
    name: row.name ?? 'Without a name',
  }));
}

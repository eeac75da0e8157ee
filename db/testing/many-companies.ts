import type { Sql } from '../client.ts';

/** An organisation with many companies in two chains. */
export interface ManyCompanies {
  organisationId: number;
  chainIds: string[];
}

/** Rows that one statement makes. */
const batch = 50_000;

/**
 * Makes an organisation with many companies that differ in what lists filter and sort by: a tenth is archived, a third in
 * a second chain, currencies and tags are few, codes and tax identifiers many, a hundredth has a mother. Straight in the database, then vacuumed
 * as autovacuum would.
 */
export async function makeManyCompanies(sql: Sql, count: number): Promise<ManyCompanies> {
  const [organisation] = await sql<{ id: string }[]>`
    insert into organisations (name, time_zone, created_at) values ('Many', 'Europe/Berlin', now()) returning id`;
  const organisationId = Number(organisation?.id);
  const chains = await sql<{ id: string }[]>`
    insert into chains (organisation_id, name, is_default, created_at)
    select ${organisationId}, name, name = 'Main', now() from unnest(array['Main', 'North']) name returning id`;
  const chainIds = chains.map(({ id }) => id);
  await sql`
    insert into subsidiaries (organisation_id, name, created_at)
    select ${organisationId}, 'Subsidiary ' || n, now() from generate_series(1, 20) n`;
  await sql`
    insert into tax_rates (organisation_id, name, percentage, created_at)
    select ${organisationId}, 'Rate ' || n, n, now() from generate_series(1, 10) n`;
  await withoutIndexes(sql, async () => {
    for (let from = 0; from < count; from += batch) {
      await insertBatch(sql, { organisationId, chainIds, from, to: Math.min(from + batch, count) });
    }
  });
  await sql`
    update companies c set mother_company_id = m.id from companies m
    where c.organisation_id = ${organisationId} and c.number % 100 = 4 and m.chain_id = c.chain_id
      and m.number = c.number - 3`;
  await sql`
    insert into company_counts (organisation_id, archived, slot, count)
    select organisation_id, archived_at is not null, 0, count(*) from companies
    where organisation_id = ${organisationId} group by 1, 2`;
  await sql`
    insert into projects (organisation_id, company_id, name, created_at)
    select organisation_id, id, 'Project', now() from companies
    where organisation_id = ${organisationId} and number % 100 = 0`;
  await sql`vacuum (analyze) companies`;
  await sql`analyze projects`;
  return { organisationId, chainIds };
}

/** Builds the indexes after the rows, which is many times quicker than row by row. */
async function withoutIndexes(sql: Sql, fill: () => Promise<void>): Promise<void> {
  const indexes = await sql<{ name: string; definition: string }[]>`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i where i.indrelid = 'companies'::regclass
      and not exists (select from pg_constraint where conindid = i.indexrelid)`;
  for (const { name } of indexes) await sql`drop index ${sql(name)}`;
  await fill();
  for (const { definition } of indexes) await sql.unsafe(definition);
}

/** Spread by a prime, so that what is near in one order is far in another. */
async function insertBatch(
  sql: Sql,
  { organisationId, chainIds, from, to }: ManyCompanies & { from: number; to: number },
): Promise<void> {
  // Neither foreign keys nor the counting trigger: what is made here fits, and is counted once at the end.
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`
    insert into companies (
      organisation_id, chain_id, number, company_code, name, name_key, billing_name, vat, default_currency, external_id,
      due_days, default_subsidiary_id, default_tax_rate_id, tag_list, tag_keys, created_at, updated_at,
      last_activity_at, archived_at
    )
    select ${organisationId}, (${chainIds}::uuid[])[case when n % 3 = 0 then 2 else 1 end], n,
      'C' || lpad(((n * 7919) % 1000003)::text, 7, '0'), name, lower(name), name || ' Ltd.', 'DE' || (n * 104729) % 1000003,
      (array['EUR', 'USD', 'CZK', 'GBP', 'CHF', null])[1 + n % 6], 'ext-' || n, (n * 31) % 120,
      (select min(id) from subsidiaries where organisation_id = ${organisationId}) + n % 20,
      (select min(id) from tax_rates where organisation_id = ${organisationId}) + n % 10,
      tags, tags, at, at + (n * 7919) % 1000003 * interval '3 seconds', at + (n * 104729) % 1000003 * interval '5 seconds',
      case when n % 10 = 0 then at + interval '90 days' end
    from generate_series(${from}::bigint, ${to - 1}::bigint) n
    cross join lateral (
      select (array['Harbour', 'Lane', 'Bakery', 'Finch', 'Wool', 'Granite', 'Orchard', 'Copper'])[1 + abs(hashint8(n) % 8)] || ' '
          || md5(n::text) as name,
        timestamptz '2024-01-01' + n * interval '37 seconds' as at,
        case when n % 1000 = 1 then array['rare'] when n % 4 = 0 then array['partner', 'priority'] else '{}' end as tags
    ) varied`;
  });
}

import { expect, it } from 'vitest';
import { sqlClient } from '../client.ts';
import { createTestDatabase } from '../testing/database.ts';

await createTestDatabase();

/** Tables that belong to no tenant: the tenants themselves, people and how they sign in, and what guards the doors. */
const untenanted = [
  'installation',
  'organisations',
  'password_resets',
  'rate_limit_buckets',
  'sign_in_attempts',
  'user_identities',
  'users',
];

it('every table of a tenant names its organisation or its company', async () => {
  const rows = await sqlClient()<{ name: string; tenanted: boolean }[]>`
    select t.table_name as name, exists (
      select 1 from information_schema.columns c
      where c.table_schema = 'public' and c.table_name = t.table_name
        and c.column_name in ('organisation_id', 'company_id')
    ) as tenanted
    from information_schema.tables t where t.table_schema = 'public' and t.table_type = 'BASE TABLE'`;
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.flatMap(({ name, tenanted }) => (tenanted ? [] : [name])).sort()).toEqual(untenanted);
});

it('every key of a record table begins with company_id, so that the tables can be distributed by it', async () => {
  const rows = await sqlClient()<{ name: string; first: string }[]>`
    select i.indexrelid::regclass::text as name, a.attname as first
    from pg_index i
    join pg_class t on t.oid = i.indrelid
    join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
    where t.relname like 'record\_%' and i.indisunique`;
  expect(rows.length).toBeGreaterThanOrEqual(14);
  expect(rows.filter(({ first }) => first !== 'company_id')).toEqual([]);
});

it('no record table has a foreign key that leaves its company', async () => {
  const rows = await sqlClient()`
    select conname from pg_constraint where contype = 'f' and conrelid::regclass::text like 'record\_%'`;
  expect(rows).toEqual([]);
});

it('no foreign key keeps a company from being deleted', async () => {
  const rows = await sqlClient()`
    select conname from pg_constraint
    where contype = 'f' and confrelid = 'companies'::regclass and confdeltype not in ('c', 'n')`;
  expect([...rows]).toEqual([]);
});

it('the kept counts of companies equal a recount after many at once', async () => {
  const sql = sqlClient();
  const [organisation] = await sql`insert into organisations (name, created_at) values ('Counted', now()) returning id`;
  const [chain] = await sql`
    insert into chains (organisation_id, name, is_default, created_at) values (${organisation?.id}, 'Default', true, now())
    returning id`;
  const add = (number: number) => sql`
    insert into companies (organisation_id, chain_id, number, company_code, name, name_key, created_at, updated_at, last_activity_at)
    values (${organisation?.id}, ${chain?.id}, ${number}, ${`C${number}`}, 'x', 'x', now(), now(), now())`;
  await Promise.all(Array.from({ length: 40 }, (_, index) => add(index)));
  await sql`update companies set archived_at = now() where number % 3 = 0`;
  await sql`update companies set archived_at = null where number % 6 = 0`;
  await sql`delete from companies where number % 5 = 0`;
  const kept = await sql`
    select archived, sum(count)::int as count from company_counts where organisation_id = ${organisation?.id}
    group by archived order by archived`;
  const recounted = await sql`
    select archived_at is not null as archived, count(*)::int as count from companies
    where organisation_id = ${organisation?.id} group by 1 order by 1`;
  expect([...kept]).toEqual([...recounted]);
});

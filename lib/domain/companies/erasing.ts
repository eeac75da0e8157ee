import { sqlClient } from '../../../db/client.ts';

/** Rows that one statement removes at most, so that none holds its locks for long. */
const batch = 5_000;

/** What was done is kept, also to a company that is gone. */
const kept = 'audit_log';

/**
 * Erases what a deleted company leaves in tables that grow with use, in batches. The tables are read from the catalogue:
 * everything with a `company_id`, what refers to another table before that table. Answers how many rows. Run again it
 * finds what is left.
 */
export async function eraseLeftovers(input: { companyId: number }): Promise<number> {
  const sql = sqlClient();
  const [alive] = await sql`select 1 from companies where id = ${input.companyId}`;
  if (alive) throw new Error(`Company ${input.companyId} is not deleted: nothing of it is erased`);
  let erased = 0;
  for (const table of await companyTables()) {
    let count = batch;
    while (count === batch) {
      ({ count } = await sql`
        delete from ${sql(table)} where ctid = any(array(
          select ctid from ${sql(table)} where company_id = ${input.companyId} limit ${batch}))`);
      erased += count;
    }
  }
  return erased;
}

/** The tables of companies' rows, referring ones first. */
async function companyTables(): Promise<string[]> {
  const sql = sqlClient();
  const tables = await sql<{ name: string; refers: string[] }[]>`
    select t.relname as name, array(
      select r.relname::text from pg_constraint f join pg_class r on r.oid = f.confrelid
      where f.conrelid = t.oid and f.contype = 'f' and r.oid <> t.oid
    ) as refers
    from pg_class t
    join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = t.oid and a.attname = 'company_id'
    where t.relkind in ('r', 'p') and t.relname <> ${kept}
    order by t.relname`;
  const ordered: string[] = [];
  let left = [...tables];
  while (left.length > 0) {
    const free = left.filter(({ name }) => !left.some((other) => other.name !== name && other.refers.includes(name)));
    if (free.length === 0) throw new Error(`Tables refer to one another: ${left.map(({ name }) => name).join(', ')}`);
    ordered.push(...free.map(({ name }) => name));
    left = left.filter((table) => !free.includes(table));
  }
  return ordered;
}

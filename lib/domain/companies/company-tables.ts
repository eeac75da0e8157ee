import { sqlClient } from '../../../db/client.ts';

/** What is kept of a company that is gone: what was done, and the proof of its erasure. */
const kept = ['audit_log', 'company_erasures'];

export interface CompanyTable {
  name: string;
  /** Its rows go with the company's own row. */
  goesWithCompany: boolean;
}

/**
 * The tables with rows of companies, read from the catalogue: everything with a `company_id`, what refers to another
 * table before that table.
 */
export async function companyTables(): Promise<CompanyTable[]> {
  const tables = await sqlClient()<(CompanyTable & { refers: string[] })[]>`
    with recursive gone as (
      select 'companies'::regclass::oid as oid
      union
      select f.conrelid from pg_constraint f join gone on gone.oid = f.confrelid
      where f.contype = 'f' and f.confdeltype = 'c'
    )
    select t.relname as name, t.oid in (select oid from gone) as "goesWithCompany", array(
      select r.relname::text from pg_constraint f join pg_class r on r.oid = f.confrelid
      where f.conrelid = t.oid and f.contype = 'f' and r.oid <> t.oid
    ) as refers
    from pg_class t
    join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = t.oid and a.attname = 'company_id' and not a.attisdropped
    where t.relkind in ('r', 'p') and t.relname <> all(${kept})
    order by t.relname`;
  const ordered: CompanyTable[] = [];
  let left = [...tables];
  while (left.length > 0) {
    const free = left.filter(({ name }) => !left.some((other) => other.name !== name && other.refers.includes(name)));
    if (free.length === 0) throw new Error(`Tables refer to one another: ${left.map(({ name }) => name).join(', ')}`);
    ordered.push(...free.map(({ name, goesWithCompany }) => ({ name, goesWithCompany })));
    left = left.filter((table) => !free.includes(table));
  }
  return ordered;
}

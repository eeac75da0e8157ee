import { sql as query } from 'drizzle-orm';
import { type Db, db, sqlClient, type Tx } from '../../../db/client.ts';
import { auditLog } from '../../../db/schema/audit.ts';
import { companyErasures } from '../../../db/schema/company-erasures.ts';
import type { Context } from '../../context.ts';
import { auditAuthor } from '../audit/mutations.ts';
import { companyTables } from './company-tables.ts';

/** Rows that one statement removes at most, so that none holds its locks for long. */
const batch = 5_000;

/**
 * Notes that a company is being deleted, in the transaction that deletes it and before: what goes with its own row is
 * counted as erased, the rest as still to erase. The caller holds the company's row.
 */
export async function noteErasure(tx: Tx, ctx: Context, company: { id: number; name: string }): Promise<void> {
  const tables = await companyTables();
  const counts = await countRows(
    tx,
    company.id,
    tables.map(({ name }) => name),
  );
  const withIt = tables.filter(({ name, goesWithCompany }) => goesWithCompany && (counts[name] ?? 0) > 0);
  await tx.insert(companyErasures).values({
    ...auditAuthor(ctx),
    companyId: company.id,
    name: company.name,
    rowsFound: Object.values(counts).reduce((sum, count) => sum + count, 1),
    erased: { companies: 1, ...Object.fromEntries(withIt.map(({ name }) => [name, counts[name] ?? 0])) },
    createdAt: ctx.now,
  });
}

/** How many rows each table has of a company; tables without one are left out. */
export async function countRows(
  tx: Tx | Db,
  companyId: number,
  tables: readonly string[],
): Promise<Record<string, number>> {
  const counted = tables.map(
    (name) => query`
      select ${name}::text as name, count(*)::int as count from ${query.identifier(name)} where company_id = ${companyId}`,
  );
  const rows = await tx.execute<{ name: string; count: number }>(query.join(counted, query` union all `));
  return Object.fromEntries(rows.filter(({ count }) => count > 0).map(({ name, count }) => [name, count]));
}

/**
 * Erases what a deleted company leaves in tables that grow with use, in batches; how many rows of which table is noted
 * with every batch. Then the audit log is told, by whoever deleted it. Answers how many rows. Run again it finds what is
 * left.
 */
export async function eraseLeftovers(input: { companyId: number; now: Date }): Promise<number> {
  const { companyId } = input;
  const [alive] = await sqlClient()`select 1 from companies where id = ${companyId}`;
  if (alive) throw new Error(`Company ${companyId} is not deleted: nothing of it is erased`);
  let erased = 0;
  for (const { name } of await companyTables()) {
    let count = batch;
    while (count === batch) {
      count = await eraseBatch(companyId, name);
      erased += count;
    }
  }
  await endErasure(input);
  return erased;
}

/** One statement, so that what is noted is what is gone. */
async function eraseBatch(companyId: number, table: string): Promise<number> {
  const sql = sqlClient();
  const [row] = await sql<{ count: number }[]>`
    with gone as (
      delete from ${sql(table)} where ctid = any(array(
        select ctid from ${sql(table)} where company_id = ${companyId} limit ${batch}))
      returning 1
    ), counted as (select count(*)::int as count from gone), noted as (
      update company_erasures e
      set erased = e.erased || jsonb_build_object(${table}::text, coalesce((e.erased ->> ${table})::int, 0) + c.count)
      from counted c where e.company_id = ${companyId} and c.count > 0
    )
    select count from counted`;
  return row?.count ?? 0;
}

/** Nothing is left: says so in the audit log, once. */
async function endErasure({ companyId, now }: { companyId: number; now: Date }): Promise<void> {
  await db().transaction(async (tx) => {
    const [ended] = await tx
      .update(companyErasures)
      .set({ endedAt: now })
      .where(query`${companyErasures.companyId} = ${companyId} and ${companyErasures.endedAt} is null`)
      .returning();
    if (!ended) return;
    const { organisationId, actorType, actorId, actorLabel, door, requestId, name, erased } = ended;
    const rows = Object.values(erased).reduce((sum, count) => sum + count, 0);
    await tx.insert(auditLog).values({
      ...{ organisationId, actorType, actorId, actorLabel, door, requestId, companyId },
      action: 'company.erased',
      before: { name },
      after: { rows, tables: erased },
      createdAt: now,
    });
  });
}

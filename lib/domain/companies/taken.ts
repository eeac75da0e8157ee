import { and, eq, ne, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { companies } from '../../../db/schema/companies.ts';

const columns = { companyCode: companies.companyCode, domain: companies.domain } as const;

/**
 * Whether another company of the organisation has this code or domain. The value is held until the transaction ends, so
 * that of two who ask for the same one the second sees what the first did. Whoever holds several takes the code first.
 */
export async function isTaken(
  tx: Tx,
  organisationId: number,
  wanted: { column: keyof typeof columns; value: string; except?: number },
): Promise<boolean> {
  const key = `${wanted.column}:${organisationId}:${wanted.value}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
  const [other] = await tx
    .select({ id: companies.id })
    .from(companies)
    .where(
      and(
        eq(companies.organisationId, organisationId),
        eq(columns[wanted.column], wanted.value),
        wanted.except === undefined ? undefined : ne(companies.id, wanted.except),
      ),
    );
  return other !== undefined;
}

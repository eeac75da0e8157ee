import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { companies } from '../../../db/schema/companies.ts';
import type { Context } from '../../context.ts';
import { inReach } from './reach.ts';
import { isUuid } from './uuid.ts';

/**
 * Finds a mother company by its uuid, or says what keeps it from being one. Changes within a chain are made one after
 * the other, so that two of them together can't close a circle that neither would alone.
 */
export async function findMother(
  tx: Tx,
  ctx: Context,
  wanted: { uuid: string; chainId: string /** Null for a company that is being made. */; companyId: number | null },
): Promise<{ id: number } | { problem: string }> {
  if (!isUuid(wanted.uuid)) return { problem: 'must be the id of a company' };
  await holdMothers(tx, wanted.chainId);
  const [mother] = await tx
    .select({ id: companies.id, chainId: companies.chainId })
    .from(companies)
    .where(
      and(
        eq(companies.organisationId, ctx.organisationId),
        eq(companies.uuid, wanted.uuid),
        inReach(ctx, companies.id),
      ),
    )
    .for('key share');
  if (!mother) return { problem: 'must exist' };
  if (mother.chainId !== wanted.chainId) return { problem: 'must be a company of the same chain' };
  if (wanted.companyId !== null && (await isBelow(tx, mother.id, wanted.companyId))) {
    return { problem: 'must not be the company itself or one below it' };
  }
  return { id: mother.id };
}

/** Lets nobody else change who is whose mother in a chain until the transaction ends. */
export async function holdMothers(tx: Tx, chainId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`mothers:${chainId}`}, 0))`);
}

/** Whether a company is another one, or below it. */
async function isBelow(tx: Tx, companyId: number, otherId: number): Promise<boolean> {
  const [found] = await tx.execute(sql`
    with recursive above as (
      select id, mother_company_id from companies where id = ${companyId}
      union
      select c.id, c.mother_company_id from companies c join above a on c.id = a.mother_company_id
    )
    select 1 from above where id = ${otherId}`);
  return found !== undefined;
}

import { sqlClient } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import { notFound } from '../../errors.ts';

/** Throws not-found unless the company is the organisation's and not archived. */
export async function requireCompany(ctx: Context, companyId: number): Promise<void> {
  const [found] = await sqlClient()`
    select from companies
    where id = ${companyId} and organisation_id = ${ctx.organisationId} and archived_at is null`;
  if (!found) throw notFound('Company');
}

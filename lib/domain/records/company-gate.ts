import { sqlClient } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import { notFound } from '../../errors.ts';
import { andInReach } from '../companies/reach.ts';

/** Throws not-found unless the company is the organisation's, within reach and not archived. */
export async function requireCompany(ctx: Context, companyId: number): Promise<void> {
  const [found] = await sqlClient()`
    select from companies c
    where c.id = ${companyId} and c.organisation_id = ${ctx.organisationId} and c.archived_at is null
      ${andInReach(ctx, 'c')}`;
  if (!found) throw notFound('Company');
}

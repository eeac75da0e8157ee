import type postgres from 'postgres';
import { sqlClient } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import { companyListInput } from '../companies/company-list.ts';
import { matchingCompanies } from '../companies/matching-companies.ts';
import { andInReach } from '../companies/reach.ts';
import { type BulkSelection, mostCompanies } from './schema.ts';

type Fragment = postgres.PendingQuery<postgres.Row[]>;

/** The chosen companies as a condition on `companies c`. */
export function selectedBy(ctx: Context, selection: BulkSelection): Fragment {
  if ('query' in selection) return matchingCompanies(ctx, companyListInput(new URLSearchParams(selection.query)));
  return sqlClient()`
    c.organisation_id = ${ctx.organisationId} ${andInReach(ctx, 'c')} and c.id = any(${selection.ids}::bigint[])`;
}

/** The chosen companies as they are now; one more than may be chosen where there are too many. */
export async function selectedCompanies(
  ctx: Context,
  selection: BulkSelection,
): Promise<{ id: number; name: string }[]> {
  const rows = await sqlClient()<{ id: string; name: string }[]>`
    select c.id, c.name from companies c where ${selectedBy(ctx, selection)} order by c.id limit ${mostCompanies + 1}`;
  return rows.map(({ id, name }) => ({ id: Number(id), name }));
}

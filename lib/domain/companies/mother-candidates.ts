import { sqlClient } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import { getCompany } from './data.ts';
import { nameKey } from './name-key.ts';
import { andInReach } from './reach.ts';

/** A company that may be put above another one. */
export interface MotherCandidate {
  uuid: string;
  name: string;
  companyCode: string;
}

const shown = 20;

/**
 * Companies of the same chain whose name has these words, by name: those that can be the company's mother, so neither
 * itself, nor one below it, nor an archived one. Throws not-found.
 */
export async function motherCandidates(
  ctx: Context,
  input: { companyId: number; search: string },
): Promise<MotherCandidate[]> {
  const { id } = await getCompany(ctx, { companyId: input.companyId, includeArchived: true });
  const pattern = `%${nameKey(input.search.trim()).replace(/[\\%_]/g, '\\$&')}%`;
  return sqlClient()<MotherCandidate[]>`
    with recursive below as (
      select id from companies where id = ${id}
      union
      select c.id from companies c join below b on c.mother_company_id = b.id
    )
    select c.uuid, c.name, c.company_code as "companyCode" from companies c
    where c.organisation_id = ${ctx.organisationId} ${andInReach(ctx, 'c')} and c.archived_at is null
      and c.chain_id = (select chain_id from companies where id = ${id})
      and c.name_key like ${pattern} and c.id not in (select id from below)
    order by c.name_key, c.id limit ${shown}`;
}

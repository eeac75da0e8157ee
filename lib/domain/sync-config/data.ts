import { sqlClient } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import { andInReach } from '../companies/reach.ts';
import type { ModelConfigEntry } from './model-config.ts';
import { companyConfigs, type StoredConfigsRow, storedConfigsHead } from './stored-configs.ts';

/**
 * The sync configs of some companies, in one query. Companies that never connected are absent, and so are those whose
 * platform this installation has no connector for.
 */
export async function listModelConfigs(
  ctx: Context,
  input: { companyIds: readonly number[] },
): Promise<Map<number, ModelConfigEntry[]>> {
  if (input.companyIds.length === 0) return new Map();
  const sql = sqlClient();
  const rows = await sql<StoredConfigsRow[]>`
    ${sql.unsafe(storedConfigsHead)}
    where c.organisation_id = ${ctx.organisationId} and c.company_id = any(${[...input.companyIds]}::bigint[])
      ${andInReach(ctx, 'co')}`;
  const found = rows.map(companyConfigs).filter((one) => one !== null);
  return new Map(found.map((one) => [one.companyId, one.entries]));
}

import { sqlClient } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import { recordTable } from './columns.ts';
import { requireCompany } from './company-gate.ts';
import { declarationOf, type RecordModel, recordModels } from './registry.ts';
import { quoted } from './statement.ts';

export interface RecordCount {
  model: RecordModel;
  /** Not deleted on the platform. */
  live: number;
  deleted: number;
}

const models = Object.keys(recordModels) as RecordModel[];

const statement = () =>
  models
    .map(
      (model) => `
        select '${model}' as model, (count(*) filter (where rootfi_deleted_at is null))::int as live,
          count(rootfi_deleted_at)::int as deleted
        from ${quoted(recordTable(declarationOf(model).table).name)} where company_id = $1::bigint`,
    )
    .join(' union all ');

/** How many records of every model a company has, in the order in which a sync takes them. */
export async function recordCounts(ctx: Context, input: { companyId: number }): Promise<RecordCount[]> {
  const [, rows] = await Promise.all([
    requireCompany(ctx, input.companyId),
    sqlClient().unsafe<RecordCount[]>(statement(), [input.companyId], { prepare: true }),
  ]);
  return models.map((model) => {
    const { live = 0, deleted = 0 } = rows.find((row) => row.model === model) ?? {};
    return { model, live, deleted };
  });
}

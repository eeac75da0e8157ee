import type postgres from 'postgres';
import type { RecordIds } from './announce-changes.ts';
import { recordTable } from './columns.ts';
import type { ModelDeclaration } from './declaration.ts';
import type { DeletionSurvey } from './deletion.ts';
import { unidentified } from './page.ts';

type Tx = postgres.TransactionSql;

interface Pass {
  companyId: number;
  jobId: string;
  model: string;
  now: Date;
  syncFrom: Date | null;
}

/** The statements at the end of a full pass: look, mark, and let go of rejected records that are gone as well. */
export function deletionStatements(declaration: ModelDeclaration, pass: Pass) {
  const { name } = recordTable(declaration.table);
  const { companyId, jobId, model, now } = pass;
  const syncFrom = declaration.dateColumn ? pass.syncFrom : null;
  const seen = (tx: Tx, id: postgres.Fragment) => tx`
    exists (select from sync_seen s where s.company_id = ${companyId} and s.job_id = ${jobId} and s.platform_id = ${id})`;
  // A record without a date may be older than what the pass reads.
  const expected = (tx: Tx) => tx`
    t.company_id = ${companyId} and t.rootfi_deleted_at is null
    ${declaration.dateColumn && syncFrom ? tx`and t.${tx(declaration.dateColumn)} >= ${syncFrom}` : tx``}`;
  return {
    async survey(tx: Tx): Promise<DeletionSurvey> {
      const [row] = await tx<{ live: number; gone: number; unidentified: number }[]>`
        select count(*)::int as live, (count(*) filter (where not ${seen(tx, tx`t.platform_id`)}))::int as gone,
          (
            select count(*)::int from sync_seen
            where company_id = ${companyId} and job_id = ${jobId} and starts_with(platform_id, ${unidentified})
          ) as unidentified
        from ${tx(name)} t where ${expected(tx)}`;
      return row ?? { live: 0, gone: 0, unidentified: 0 };
    },
    async mark(tx: Tx, { withIds }: { withIds: boolean }): Promise<{ deleted: number; ids: RecordIds[] }> {
      const marked = await tx<RecordIds[]>`
        update ${tx(name)} as t set rootfi_deleted_at = ${now}, rootfi_updated_at = ${now}
        where ${expected(tx)} and not ${seen(tx, tx`t.platform_id`)}
        ${withIds ? tx`returning t.rootfi_id as "rootfiId", t.platform_id as "platformId"` : tx``}`;
      return { deleted: marked.count, ids: [...marked] };
    },
    async forgetRejected(tx: Tx): Promise<void> {
      await tx`
        delete from rejected_records r
        where r.company_id = ${companyId} and r.data_model = ${model} and not ${seen(tx, tx`r.platform_id`)}`;
    },
  };
}

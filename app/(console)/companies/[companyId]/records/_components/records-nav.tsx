import { recordListHref } from '@/components/records/record-paths.ts';
import { dataModelNames } from '@/components/syncs/data-model-names.ts';
import { SideNav } from '@/components/ui/side-nav.tsx';
import type { ParentModel } from '@/db/schema/enums.ts';
import { formatNumber } from '@/lib/format/number.ts';
import { loadCompany, loadRecordCounts } from '../../_components/load-company.ts';
import { recordGroups } from './record-groups.ts';

/** The models, each with how many records are stored of it. */
export async function RecordsNav({ companyId }: { companyId: string }) {
  const [{ company }, counts] = await Promise.all([loadCompany(companyId), loadRecordCounts(companyId)]);
  const countOf = (model: ParentModel) => counts.find((one) => one.model === model)?.live ?? 0;
  return (
    <SideNav
      label="Models"
      className="self-start"
      groups={recordGroups.map(({ label, models }) => ({
        label,
        items: models.map((model) => ({
          href: recordListHref(company.id, model),
          label: dataModelNames[model],
          badge: formatNumber(countOf(model)),
        })),
      }))}
    />
  );
}

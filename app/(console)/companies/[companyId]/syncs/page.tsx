import type { Metadata } from 'next';
import { readTableParams, tableQuery } from '@/components/data-table/table-params.ts';
import { CompanyRunsTable } from '@/components/syncs/company-runs-table.tsx';
import { runList } from '@/components/syncs/run-list.ts';
import { countLater } from '@/lib/count-later.ts';
import { companyRunCount, companyRuns } from '@/lib/domain/syncs/company-runs.ts';
import { syncCountLimit } from '@/lib/domain/syncs/sync-list.ts';
import { followViewLink, SavedViews } from '../../../_components/saved-views.tsx';
import { loadCompany, orFirstPage } from '../_components/load-company.ts';

interface Props {
  params: Promise<{ companyId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Syncs of ${(await loadCompany((await params).companyId)).company.name}` };
}

/** Every run of the company, newest first. */
export default async function CompanySyncsPage({ params, searchParams }: Props) {
  const { companyId } = await params;
  const { ctx, company, isConnected } = await loadCompany(companyId);
  const path = `/companies/${company.id}/syncs`;
  await followViewLink(path, 'company-syncs', searchParams);
  const query = tableQuery(await readTableParams(runList, searchParams));
  const page = await orFirstPage(path, () => companyRuns(ctx, { companyId: company.id }, query));
  return (
    <CompanyRunsTable
      companyId={company.id}
      initial={{
        query: query.toString(),
        page,
        total: countLater(query, page, () => companyRunCount(ctx, { companyId: company.id }, query)),
      }}
      views={<SavedViews list="company-syncs" />}
      countLimit={syncCountLimit}
      isConnected={isConnected}
    />
  );
}

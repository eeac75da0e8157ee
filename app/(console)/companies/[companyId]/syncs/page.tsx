import type { Metadata } from 'next';
import { readTableParams, tableQuery } from '@/components/data-table/table-params.ts';
import { CompanyRunsTable } from '@/components/syncs/company-runs-table.tsx';
import { runList } from '@/components/syncs/run-list.ts';
import { companyRuns, runPageSize } from '@/lib/domain/syncs/company-runs.ts';
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
  const [{ companyId }, state] = await Promise.all([params, readTableParams(runList, searchParams)]);
  const { ctx, company, isConnected } = await loadCompany(companyId);
  const page = await orFirstPage(`/companies/${company.id}/syncs`, () =>
    companyRuns(ctx, { companyId: company.id, after: state.after, kind: state.filters.kind[0] }),
  );
  return (
    <CompanyRunsTable
      companyId={company.id}
      initial={{ query: tableQuery(state).toString(), page }}
      pageSize={runPageSize}
      isConnected={isConnected}
    />
  );
}

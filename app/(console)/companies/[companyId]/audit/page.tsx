import type { Metadata } from 'next';
import { auditList } from '@/components/audit/audit-list.ts';
import { AuditTable } from '@/components/audit/audit-table.tsx';
import { readTableParams, tableQuery } from '@/components/data-table/table-params.ts';
import { countLater } from '@/lib/count-later.ts';
import { auditCountLimit, auditListCount, auditListPage } from '@/lib/domain/audit/audit-list.ts';
import { followViewLink, SavedViews } from '../../../_components/saved-views.tsx';
import { loadCompany } from '../_components/load-company.ts';

interface Props {
  params: Promise<{ companyId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Audit of ${(await loadCompany((await params).companyId)).company.name}` };
}

/** Who did what to the company, when and through which door, and what it was before. */
export default async function CompanyAuditPage({ params, searchParams }: Props) {
  const { companyId } = await params;
  const { ctx, company } = await loadCompany(companyId);
  await followViewLink(`/companies/${company.id}/audit`, 'company-audit', searchParams);
  const query = tableQuery(await readTableParams(auditList, searchParams));
  query.set('company', String(company.id));
  const page = await auditListPage(ctx, query);
  return (
    <AuditTable
      ofCompany={company.id}
      views={<SavedViews list="company-audit" />}
      initial={{ query: query.toString(), page, total: countLater(query, page, () => auditListCount(ctx, query)) }}
      countLimit={auditCountLimit}
    />
  );
}

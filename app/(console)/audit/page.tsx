import type { Metadata } from 'next';
import { auditList } from '@/components/audit/audit-list.ts';
import { AuditTable } from '@/components/audit/audit-table.tsx';
import { readTableParams, tableQuery } from '@/components/data-table/table-params.ts';
import { PageBody, PageHead } from '@/components/ui/page-head.tsx';
import { requireSession } from '@/lib/auth/session-gate.ts';
import { countLater } from '@/lib/count-later.ts';
import { auditCountLimit, auditedCompanyOf, auditListCount, auditListPage } from '@/lib/domain/audit/audit-list.ts';
import { companyNames } from '@/lib/domain/companies/data.ts';
import { followViewLink, SavedViews } from '../_components/saved-views.tsx';

export const metadata: Metadata = { title: 'Audit' };

export default async function AuditPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  await followViewLink('/audit', 'audit', searchParams);
  const [{ ctx }, params] = await Promise.all([requireSession(), readTableParams(auditList, searchParams)]);
  const query = tableQuery(params);
  const companyId = auditedCompanyOf(query);
  const [page, companies] = await Promise.all([
    auditListPage(ctx, query),
    companyNames(ctx, { companyIds: companyId === undefined ? [] : [companyId] }),
  ]);
  return (
    <PageBody>
      <PageHead title="Audit" description="Who did what, when and through which door, and what it was before." />
      <AuditTable
        views={<SavedViews list="audit" />}
        initial={{ query: query.toString(), page, total: countLater(query, page, () => auditListCount(ctx, query)) }}
        countLimit={auditCountLimit}
        companies={companies.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
    </PageBody>
  );
}

import type { Metadata } from 'next';
import Link from 'next/link';
import { RunningBulkActions } from '@/components/bulk-actions/running-bulk-actions.tsx';
import { CompaniesTable } from '@/components/companies/companies-table.tsx';
import { companyList } from '@/components/companies/company-list.ts';
import { readTableParams, tableQuery } from '@/components/data-table/table-params.ts';
import { CreateInviteLinkButton } from '@/components/invite-links/create-invite-link-button.tsx';
import { Button } from '@/components/ui/button.tsx';
import { PageBody, PageHead } from '@/components/ui/page-head.tsx';
import { may } from '@/lib/auth/permissions.ts';
import { requireSession } from '@/lib/auth/session-gate.ts';
import { countLater } from '@/lib/count-later.ts';
import { runningBulkActions } from '@/lib/domain/bulk-actions/data.ts';
import { companyListCount, companyListPage } from '@/lib/domain/companies/company-list.ts';
import { companyFilterOptions } from '@/lib/domain/companies/filter-options.ts';
import { linkablePlatforms } from '@/lib/domain/connections/available.ts';
import { followViewLink, SavedViews } from '../_components/saved-views.tsx';

export const metadata: Metadata = { title: 'Companies' };

export default async function CompaniesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  await followViewLink('/companies', 'companies', searchParams);
  const [{ ctx }, params] = await Promise.all([requireSession(), readTableParams(companyList, searchParams)]);
  const query = tableQuery(params);
  const [page, own, running] = await Promise.all([
    companyListPage(ctx, query),
    companyFilterOptions(ctx),
    runningBulkActions(ctx),
  ]);
  const platforms = linkablePlatforms();
  const mayCreate = may(ctx.actor, 'invite-links.write');
  const createLink = mayCreate ? <CreateInviteLinkButton platforms={platforms} /> : null;
  return (
    <PageBody>
      <PageHead
        title="Companies"
        description="Your customers' companies, how their connections are, and when they were last synced."
        actions={
          <>
            <Button variant="ghost" asChild>
              <Link href="/companies/bulk-actions">Bulk actions</Link>
            </Button>
            {createLink}
          </>
        }
      />
      <RunningBulkActions initial={running} />
      <CompaniesTable
        views={<SavedViews list="companies" />}
        initial={{
          query: query.toString(),
          page,
          total: countLater(query, page, () => companyListCount(ctx, query)),
        }}
        platforms={platforms.map(({ integration, name }) => ({ value: integration, label: name }))}
        own={own}
        mayWrite={may(ctx.actor, 'companies.write')}
        createLink={createLink}
      />
    </PageBody>
  );
}

import type { Metadata } from 'next';
import { readTableParams, tableQuery } from '@/components/data-table/table-params.ts';
import { organisationSyncList } from '@/components/syncs/organisation-sync-list.ts';
import { OrganisationSyncsTable } from '@/components/syncs/organisation-syncs-table.tsx';
import { PageBody, PageHead } from '@/components/ui/page-head.tsx';
import { requireSession } from '@/lib/auth/session-gate.ts';
import { countLater } from '@/lib/count-later.ts';
import { syncCountLimit, syncListCount, syncListPage } from '@/lib/domain/syncs/sync-list.ts';
import { followViewLink, SavedViews } from '../_components/saved-views.tsx';

export const metadata: Metadata = { title: 'Syncs' };

export default async function SyncsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  await followViewLink('/syncs', 'syncs', searchParams);
  const [{ ctx }, params] = await Promise.all([requireSession(), readTableParams(organisationSyncList, searchParams)]);
  const query = tableQuery(params);
  const page = await syncListPage(ctx, query);
  return (
    <PageBody>
      <PageHead title="Syncs" description="Every run of every company, newest first." />
      <OrganisationSyncsTable
        views={<SavedViews list="syncs" />}
        initial={{ query: query.toString(), page, total: countLater(query, page, () => syncListCount(ctx, query)) }}
        countLimit={syncCountLimit}
      />
    </PageBody>
  );
}

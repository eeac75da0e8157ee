import type { Metadata } from 'next';
import { bulkRowList } from '@/components/bulk-actions/bulk-row-list.ts';
import { BulkRowsTable } from '@/components/bulk-actions/bulk-rows-table.tsx';
import { bulkTitle } from '@/components/bulk-actions/bulk-words.ts';
import { readTableParams, tableQuery } from '@/components/data-table/table-params.ts';
import { PageCrumbs } from '@/components/shell/page-crumbs.tsx';
import { PageBody, PageHead } from '@/components/ui/page-head.tsx';
import { requireSession } from '@/lib/auth/session-gate.ts';
import { bulkRowPage, getBulkAction } from '@/lib/domain/bulk-actions/data.ts';
import { defaultLocale } from '@/lib/format/locale.ts';
import { orNotFound } from '../../../_components/or-not-found.ts';

interface Props {
  params: Promise<{ bulkActionId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: 'Bulk action' };

/** How far one bulk action is, and what came of each company. */
export default async function BulkActionPage({ params, searchParams }: Props) {
  const [{ ctx }, { bulkActionId }, state] = await Promise.all([
    requireSession(),
    params,
    readTableParams(bulkRowList, searchParams),
  ]);
  const query = tableQuery(state);
  const [action, page] = await orNotFound(() =>
    Promise.all([getBulkAction(ctx, { bulkActionId }), bulkRowPage(ctx, bulkActionId, query)]),
  );
  return (
    <PageBody>
      <PageCrumbs items={[{ label: 'Bulk actions', href: '/companies/bulk-actions' }, { label: 'One action' }]} />
      <PageHead title={bulkTitle(action, defaultLocale)} description={`Asked for by ${action.requestedBy}`} />
      <BulkRowsTable key={action.id} initial={{ query: query.toString(), page }} initialAction={action} />
    </PageBody>
  );
}

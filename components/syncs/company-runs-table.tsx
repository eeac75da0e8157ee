'use client';

import { useQuery } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import { useMemo } from 'react';
import { DataTable } from '@/components/data-table/data-table.tsx';
import { useInitialPage } from '@/components/data-table/use-initial-page.ts';
import { useTableParams } from '@/components/data-table/use-table-params.ts';
import { Empty } from '@/components/ui/empty.tsx';
import { companyRunsQuery } from '@/lib/domain/syncs/query-options.ts';
import type { RunPage } from '@/lib/domain/syncs/run-view.ts';
import { faultOf } from '@/lib/get-json.ts';
import { runColumns } from './run-columns.tsx';
import { runList } from './run-list.ts';

/** A company's runs, newest first; they move while one is going on. */
export function CompanyRunsTable({
  companyId,
  initial,
  pageSize,
  isConnected,
}: {
  companyId: number;
  /** The page that the server rendered, and the cursor it answers. */
  initial: { query: string | null; page: RunPage };
  pageSize: number;
  isConnected: boolean;
}) {
  const control = useTableParams(runList);
  const { after } = control.params;
  const query = useQuery({
    ...companyRunsQuery(companyId, after),
    ...useInitialPage(initial, after),
  });
  const rows = useMemo(
    () => query.data?.rows.map((run) => ({ ...run, href: `/companies/${companyId}/syncs/${run.id}` })),
    [query.data, companyId],
  );
  return (
    // There is nothing to search or filter by, and so no row for it.
    <div className="[&_[data-slot=toolbar]]:hidden">
      <DataTable
        noun={['sync', 'syncs']}
        columns={runColumns}
        rows={rows}
        rowId={(run) => run.id}
        total={query.data?.total ?? null}
        next={query.data?.next ?? null}
        pageSize={pageSize}
        control={control}
        refreshing={query.isPlaceholderData}
        fault={query.data ? null : faultOf(query.error)}
        onRetry={query.refetch}
        empty={
          <Empty
            icon={RefreshCw}
            title="No syncs yet"
            description={
              isConnected
                ? 'Sync now reads everything that is switched on.'
                : 'The first one runs by itself when your customer connects.'
            }
          />
        }
      />
    </div>
  );
}

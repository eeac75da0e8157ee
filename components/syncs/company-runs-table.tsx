'use client';

import { useQuery } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import { useMemo } from 'react';
import { DataTable } from '@/components/data-table/data-table.tsx';
import { tableQuery } from '@/components/data-table/table-params.ts';
import { useInitialPage } from '@/components/data-table/use-initial-page.ts';
import { useTableParams } from '@/components/data-table/use-table-params.ts';
import { Empty } from '@/components/ui/empty.tsx';
import { companyRunsQuery } from '@/lib/domain/syncs/query-options.ts';
import type { RunPage } from '@/lib/domain/syncs/run-view.ts';
import { faultOf } from '@/lib/get-json.ts';
import { runColumns } from './run-columns.tsx';
import { runList } from './run-list.ts';

const kinds = [
  { value: 'reads', label: 'Reads' },
  { value: 'writes', label: 'Writes' },
];

/** A company's runs, newest first, what was read and what was written; they move while one is going on. */
export function CompanyRunsTable({
  companyId,
  initial,
  pageSize,
  isConnected,
}: {
  companyId: number;
  /** The page that the server rendered, and the address state it answers. */
  initial: { query: string; page: RunPage };
  pageSize: number;
  isConnected: boolean;
}) {
  const control = useTableParams(runList);
  const state = tableQuery(control.params);
  const query = useQuery({
    ...companyRunsQuery(companyId, state),
    ...useInitialPage(initial, state.toString()),
  });
  const rows = useMemo(
    () => query.data?.rows.map((run) => ({ ...run, href: `/companies/${companyId}/syncs/${run.id}` })),
    [query.data, companyId],
  );
  return (
    <DataTable
      noun={['sync', 'syncs']}
      columns={runColumns}
      rows={rows}
      rowId={(run) => run.id}
      total={query.data?.total ?? null}
      next={query.data?.next ?? null}
      pageSize={pageSize}
      control={control}
      filters={[{ name: 'kind', label: 'Kind', single: true, options: kinds }]}
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
  );
}

'use client';

import { useQuery } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { DataTable } from '@/components/data-table/data-table.tsx';
import { ExportButton } from '@/components/data-table/export-button.tsx';
import { tableQuery } from '@/components/data-table/table-params.ts';
import { useInitialPage } from '@/components/data-table/use-initial-page.ts';
import { useTableParams } from '@/components/data-table/use-table-params.ts';
import { Empty } from '@/components/ui/empty.tsx';
import { companyRunsQuery } from '@/lib/domain/syncs/query-options.ts';
import type { RunPage } from '@/lib/domain/syncs/run-view.ts';
import { faultOf } from '@/lib/get-json.ts';
import { runColumns } from './run-columns.tsx';
import { runList } from './run-list.ts';
import { syncOutcomes } from './sync-status.ts';

const kinds = [
  { value: 'reads', label: 'Reads' },
  { value: 'writes', label: 'Writes' },
];

/** A company's runs, newest first, what was read and what was written; they move while one is going on. */
export function CompanyRunsTable({
  companyId,
  initial,
  views,
  countLimit,
  isConnected,
}: {
  companyId: number;
  /** The page that the server rendered, and the address state it answers. */
  initial: { query: string; page: RunPage };
  /** The menu of saved views. */
  views?: ReactNode;
  /** How far runs are counted. */
  countLimit: number;
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
      countLimit={countLimit}
      control={control}
      filters={[
        { name: 'status', label: 'Outcome', options: syncOutcomes },
        { name: 'kind', label: 'Kind', single: true, options: kinds },
      ]}
      views={views}
      toolbarEnd={<ExportButton path="/api/internal/syncs/export" query={ofCompany(state, companyId)} noun="syncs" />}
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

/** The same list as a part of the organisation's, which is what is exported. */
function ofCompany(state: URLSearchParams, companyId: number): URLSearchParams {
  const query = new URLSearchParams(state);
  query.set('company', String(companyId));
  return query;
}

'use client';

import { RefreshCw } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { DataTable } from '@/components/data-table/data-table.tsx';
import { ExportButton } from '@/components/data-table/export-button.tsx';
import { tableQuery } from '@/components/data-table/table-params.ts';
import { type InitialList, useListPage } from '@/components/data-table/use-list-page.ts';
import { useTableParams } from '@/components/data-table/use-table-params.ts';
import { Empty } from '@/components/ui/empty.tsx';
import { companyRunCountQuery, companyRunsQuery } from '@/lib/domain/syncs/query-options.ts';
import type { RunPage } from '@/lib/domain/syncs/run-view.ts';
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
  initial: InitialList<RunPage>;
  /** The menu of saved views. */
  views?: ReactNode;
  /** How far runs are counted. */
  countLimit: number;
  isConnected: boolean;
}) {
  const control = useTableParams(runList);
  const state = tableQuery(control.params);
  const page = useListPage(initial, state, companyRunsQuery(companyId, state), companyRunCountQuery(companyId, state));
  const rows = useMemo(
    () => page.rows?.map((run) => ({ ...run, href: `/companies/${companyId}/syncs/${run.id}` })),
    [page.rows, companyId],
  );
  return (
    <DataTable
      {...page}
      noun={['sync', 'syncs']}
      columns={runColumns}
      rows={rows}
      rowId={(run) => run.id}
      countLimit={countLimit}
      control={control}
      filters={[
        { name: 'status', label: 'Outcome', options: syncOutcomes },
        { name: 'kind', label: 'Kind', single: true, options: kinds },
      ]}
      views={views}
      toolbarEnd={<ExportButton path="/api/internal/syncs/export" query={ofCompany(state, companyId)} noun="syncs" />}
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

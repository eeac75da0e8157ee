'use client';

import { RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { CompanyCell } from '@/components/companies/company-cell.tsx';
import { TextCell } from '@/components/data-table/cells.tsx';
import { DataTable } from '@/components/data-table/data-table.tsx';
import { ExportButton } from '@/components/data-table/export-button.tsx';
import { createAppColumnHelper } from '@/components/data-table/table-kit.ts';
import { tableQuery } from '@/components/data-table/table-params.ts';
import { type InitialList, useListPage } from '@/components/data-table/use-list-page.ts';
import { useTableParams } from '@/components/data-table/use-table-params.ts';
import { Empty } from '@/components/ui/empty.tsx';
import { RelativeTime } from '@/components/ui/relative-time.tsx';
import { StatusText } from '@/components/ui/status-pill.tsx';
import { organisationSyncCountQuery, organisationSyncsQuery } from '@/lib/domain/syncs/list-query-options.ts';
import type { SyncListItem, SyncListPage } from '@/lib/domain/syncs/sync-list.ts';
import { organisationSyncList } from './organisation-sync-list.ts';
import { SyncCounts } from './sync-counts.tsx';
import { SyncDuration } from './sync-duration.tsx';
import { runKind, syncOutcomes, syncStatusWords } from './sync-status.ts';

const helper = createAppColumnHelper<SyncListItem>();

const columns = helper.columns([
  helper.accessor('companyName', {
    header: 'Company',
    meta: { className: 'max-md:max-w-31 md:min-w-48' },
    cell: ({ row }) => (
      <CompanyCell
        href={`/companies/${row.original.companyId}/syncs/${row.original.id}`}
        name={row.original.companyName}
      />
    ),
  }),
  helper.accessor('status', {
    header: 'Outcome',
    meta: { className: 'md:w-40' },
    cell: ({ row }) => {
      const { status, resumeAt } = row.original;
      const { label, tone } = syncStatusWords[status];
      if (resumeAt && (status === 'QUEUED' || status === 'RUNNING')) {
        return (
          <StatusText tone="warning" detail={<RelativeTime value={resumeAt} className="max-md:hidden" />}>
            Resumes
          </StatusText>
        );
      }
      return <StatusText tone={tone}>{label}</StatusText>;
    },
  }),
  helper.accessor('syncType', {
    header: 'Kind',
    meta: { className: 'w-32', from: 'md' },
    cell: ({ row }) => (
      <TextCell>
        {runKind({
          jobType: row.original.jobType,
          isManual: row.original.syncType === 'MANUAL',
          isFull: row.original.fullSync,
        })}
      </TextCell>
    ),
  }),
  helper.display({
    id: 'records',
    header: 'Records',
    meta: { className: 'min-w-64', from: 'lg' },
    cell: ({ row }) => <SyncCounts {...row.original.records} />,
  }),
  helper.display({
    id: 'duration',
    header: 'Took',
    meta: { align: 'right', className: 'w-24 whitespace-nowrap', from: 'md' },
    cell: ({ row }) => <SyncDuration startTime={row.original.startTime} endTime={row.original.endTime} />,
  }),
  helper.accessor('createdAt', {
    header: 'Started',
    meta: { className: 'whitespace-nowrap md:w-32' },
    cell: ({ row }) => <RelativeTime value={row.original.startTime ?? row.original.createdAt} />,
  }),
]);

/** Every run of the organisation; moves on its own. */
export function OrganisationSyncsTable({
  initial,
  views,
  countLimit,
}: {
  initial: InitialList<SyncListPage>;
  /** How far runs are counted. */
  countLimit: number;
  /** The menu of saved views. */
  views?: ReactNode;
}) {
  const control = useTableParams(organisationSyncList);
  const search = tableQuery(control.params);
  const page = useListPage(initial, search, organisationSyncsQuery(search), organisationSyncCountQuery(search));
  return (
    <DataTable
      {...page}
      noun={['sync', 'syncs']}
      columns={columns}
      rowId={(row) => row.id}
      countLimit={countLimit}
      control={control}
      searchLabel="Company, sync or request id"
      filters={[
        {
          name: 'status',
          label: 'Outcome',
          options: syncOutcomes,
        },
        {
          name: 'type',
          label: 'Kind',
          single: true,
          options: [
            { value: 'AUTO_SYNC', label: 'Scheduled' },
            { value: 'MANUAL', label: 'By hand' },
          ],
        },
      ]}
      views={views}
      toolbarEnd={<ExportButton path="/api/internal/syncs/export" query={search} noun="syncs" />}
      empty={<Empty icon={RefreshCw} title="No syncs yet" description="The first one runs when a customer connects." />}
    />
  );
}

'use client';

import { Building2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { DataTable } from '@/components/data-table/data-table.tsx';
import { ExportButton } from '@/components/data-table/export-button.tsx';
import { tableQuery } from '@/components/data-table/table-params.ts';
import { type InitialList, useListPage } from '@/components/data-table/use-list-page.ts';
import { useRowSelection } from '@/components/data-table/use-row-selection.ts';
import { useTableParams } from '@/components/data-table/use-table-params.ts';
import { Empty } from '@/components/ui/empty.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import type { CompanyListPage } from '@/lib/domain/companies/company-list.ts';
import type { CompanyFilterOptions } from '@/lib/domain/companies/filter-options.ts';
import { companiesQuery, companyCountQuery } from '@/lib/domain/companies/query-options.ts';
import { companyColumns } from './columns.tsx';
import { companyList } from './company-list.ts';
import { MayWriteProvider } from './may-write.tsx';

// Most visits choose nothing.
const CompanyBulkActions = dynamic(
  () => import('../bulk-actions/company-bulk-actions.tsx').then((module) => module.CompanyBulkActions),
  { ssr: false, loading: () => <Skeleton className="h-7 w-72" /> },
);

export interface CompaniesTableProps {
  initial: InitialList<CompanyListPage>;
  /** The menu of saved views. */
  views?: ReactNode;
  platforms: { value: string; label: string }[];
  /** What the organisation's own companies can be filtered by; a list that is empty is not offered. */
  own: CompanyFilterOptions;
  mayWrite: boolean;
  /** Stands in the empty list: makes the first link. */
  createLink: ReactNode;
}

const healthOptions = [
  { value: 'HEALTHY', label: 'Healthy' },
  { value: 'EXPIRED', label: 'Needs reconnecting' },
  { value: 'PENDING', label: 'Needs confirming' },
  { value: 'RATE_LIMIT_EXCEEDED', label: 'Waiting for a limit' },
  { value: 'DISCONNECTED', label: 'Disconnected' },
  { value: 'NONE', label: 'Not connected yet' },
];

type Filters = Record<(typeof companyList)['filters'][number], string[]>;

/** The filters that the organisation has something for. Those that few need show only once a link has set them. */
const ownFilters = (own: CompanyFilterOptions, set: Filters) =>
  [
    { name: 'tag' as const, label: 'Tag', options: own.tags, from: 1 },
    { name: 'currency' as const, label: 'Currency', options: own.currencies, from: 1 },
    { name: 'subsidiary' as const, label: 'Subsidiary', options: own.subsidiaries, from: 1 },
    { name: 'chain' as const, label: 'Chain', options: own.chains, from: 2 },
    { name: 'tax-rate' as const, label: 'Tax rate', options: own.taxRates, from: Number.POSITIVE_INFINITY },
    {
      name: 'document-type' as const,
      label: 'Document type',
      options: own.documentTypes,
      from: Number.POSITIVE_INFINITY,
    },
  ].filter(({ name, options, from }) => set[name].length > 0 || options.length >= from);

/** The organisation's companies; moves on its own while syncs run. */
export function CompaniesTable({ initial, views, platforms, own, mayWrite, createLink }: CompaniesTableProps) {
  const control = useTableParams(companyList);
  const search = tableQuery(control.params);
  const selection = useRowSelection(control);
  const { chosen } = selection;
  const page = useListPage(initial, search, companiesQuery(search), companyCountQuery(search));
  return (
    <MayWriteProvider value={mayWrite}>
      <DataTable
        {...page}
        noun={['company', 'companies']}
        columns={companyColumns}
        rowId={(row) => String(row.id)}
        control={control}
        searchLabel="Search companies"
        filters={[
          { name: 'health', label: 'Health', options: healthOptions },
          { name: 'platform', label: 'Platform', options: platforms },
          {
            name: 'activity',
            label: 'Sync',
            single: true,
            options: [
              { value: 'SYNCING', label: 'Syncing' },
              { value: 'IDLE', label: 'Idle' },
            ],
          },
          ...ownFilters(own, control.params.filters),
          {
            name: 'status',
            label: 'Show',
            single: true,
            options: [
              { value: 'archived', label: 'Archived' },
              { value: 'all', label: 'Active and archived' },
            ],
          },
        ]}
        selection={
          mayWrite
            ? {
                rows: selection,
                label: (row) => row.name,
                actions: (
                  <CompanyBulkActions
                    selection={chosen.all ? { query: search.toString() } : { ids: chosen.ids.map(Number) }}
                    showsArchived={control.params.filters.status[0] === 'archived'}
                    onDone={selection.clear}
                  />
                ),
              }
            : undefined
        }
        views={views}
        toolbarEnd={<ExportButton path="/api/internal/companies/export" query={search} noun="companies" />}
        empty={
          <Empty
            icon={Building2}
            title="No companies yet"
            description="Make an invite link and send it to a customer; their company appears here."
            action={createLink}
          />
        }
      />
    </MayWriteProvider>
  );
}

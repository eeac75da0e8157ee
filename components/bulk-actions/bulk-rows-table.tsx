'use client';

import { useQuery } from '@tanstack/react-query';
import { ListChecks } from 'lucide-react';
import { CompanyCell } from '@/components/companies/company-cell.tsx';
import { TextCell } from '@/components/data-table/cells.tsx';
import { DataTable } from '@/components/data-table/data-table.tsx';
import { ExportButton } from '@/components/data-table/export-button.tsx';
import { createAppColumnHelper } from '@/components/data-table/table-kit.ts';
import { tableQuery } from '@/components/data-table/table-params.ts';
import { useInitialPage } from '@/components/data-table/use-initial-page.ts';
import { useTableParams } from '@/components/data-table/use-table-params.ts';
import { Card, CardContent } from '@/components/ui/card.tsx';
import { Empty } from '@/components/ui/empty.tsx';
import { StatusText } from '@/components/ui/status-pill.tsx';
import type { BulkRowPage } from '@/lib/domain/bulk-actions/data.ts';
import { bulkActionQuery, bulkRowsQuery } from '@/lib/domain/bulk-actions/query-options.ts';
import type { BulkActionView, BulkRowView } from '@/lib/domain/bulk-actions/schema.ts';
import { faultOf } from '@/lib/get-json.ts';
import { BulkControls } from './bulk-controls.tsx';
import { BulkFigures } from './bulk-figures.tsx';
import { bulkRowList } from './bulk-row-list.ts';
import { bulkRowWords } from './bulk-words.ts';

const helper = createAppColumnHelper<BulkRowView>();

const columns = helper.columns([
  helper.accessor('companyName', {
    header: 'Company',
    meta: { className: 'max-md:max-w-40 md:min-w-56' },
    cell: ({ row }) => <CompanyCell href={`/companies/${row.original.companyId}`} name={row.original.companyName} />,
  }),
  helper.accessor('status', {
    header: 'Result',
    meta: { className: 'md:w-44' },
    cell: ({ row }) => {
      const { label, tone } = bulkRowWords[row.original.status];
      return (
        <>
          <StatusText tone={tone}>{label}</StatusText>
          {/* Where there is no room for its column. */}
          <span className="block whitespace-normal text-muted-foreground text-xs @room-md:hidden">
            {row.original.message}
          </span>
        </>
      );
    },
  }),
  helper.accessor('message', {
    header: 'Reason',
    meta: { className: 'max-w-120', from: 'md' },
    cell: ({ row }) => <TextCell title={row.original.message ?? undefined}>{row.original.message}</TextCell>,
  }),
]);

const results = Object.entries(bulkRowWords).map(([value, { label }]) => ({ value, label }));

/** How far a bulk action is, and what came of each company; both move while it goes on. */
export function BulkRowsTable({
  initial,
  initialAction,
}: {
  initial: { query: string; page: BulkRowPage };
  initialAction: BulkActionView;
}) {
  const { data: action } = useQuery({ ...bulkActionQuery(initialAction.id), initialData: initialAction });
  const control = useTableParams(bulkRowList);
  const search = tableQuery(control.params);
  const query = useQuery({
    ...bulkRowsQuery(action.id, search, action.endedAt === null),
    ...useInitialPage(initial, search.toString()),
  });
  return (
    <>
      <Card>
        <CardContent className="grid gap-3 py-4">
          <BulkFigures action={action} />
          <div className="flex justify-end gap-2 empty:hidden">
            <BulkControls action={action} />
          </div>
        </CardContent>
      </Card>
      <DataTable
        noun={['company', 'companies']}
        columns={columns}
        rows={query.data?.rows}
        rowId={(row) => String(row.companyId)}
        total={query.data?.total ?? null}
        next={query.data?.next ?? null}
        control={control}
        filters={[{ name: 'result', label: 'Result', options: results }]}
        toolbarEnd={
          <ExportButton path={`/api/internal/bulk-actions/${action.id}/rows/export`} query={search} noun="companies" />
        }
        refreshing={query.isPlaceholderData}
        fault={query.data ? null : faultOf(query.error)}
        onRetry={query.refetch}
        empty={
          <Empty
            icon={ListChecks}
            title="No companies are left in it"
            description="Those that it was asked for were erased since."
          />
        }
      />
    </>
  );
}

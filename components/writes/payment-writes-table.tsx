'use client';

import { useQuery } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { DataTable } from '@/components/data-table/data-table.tsx';
import { ExportButton } from '@/components/data-table/export-button.tsx';
import { tableQuery } from '@/components/data-table/table-params.ts';
import { useInitialPage } from '@/components/data-table/use-initial-page.ts';
import { useTableParams } from '@/components/data-table/use-table-params.ts';
import { Empty } from '@/components/ui/empty.tsx';
import { paymentWritesQuery } from '@/lib/domain/writes/query-options.ts';
import type { CompanyWritePage } from '@/lib/domain/writes/write-page.ts';
import { faultOf } from '@/lib/get-json.ts';
import { paymentWriteColumns } from './payment-write-columns.tsx';
import { paymentWriteList } from './payment-write-list.ts';

const states = [
  { value: 'open', label: 'On its way' },
  { value: 'written', label: 'Written' },
  { value: 'failed', label: 'Failed' },
];

/** The payments that were written to a company's platform, by people and programs; they move while one is on its way. */
export function PaymentWritesTable({
  companyId,
  initial,
  views,
}: {
  companyId: number;
  /** The page that the server rendered, and the address state it answers. */
  initial: { query: string; page: CompanyWritePage };
  /** The menu of saved views. */
  views?: ReactNode;
}) {
  const control = useTableParams(paymentWriteList);
  const state = tableQuery(control.params);
  const query = useQuery({
    ...paymentWritesQuery(companyId, state),
    ...useInitialPage(initial, state.toString()),
  });
  const rows = useMemo(
    () => query.data?.rows.map((write) => ({ ...write, href: `/companies/${companyId}/syncs/${write.syncId}` })),
    [query.data, companyId],
  );
  return (
    <DataTable
      noun={['payment', 'payments']}
      columns={paymentWriteColumns}
      rows={rows}
      rowId={(write) => write.id}
      total={query.data?.total ?? null}
      next={query.data?.next ?? null}
      control={control}
      searchLabel="Invoice, amount or id"
      filters={[{ name: 'state', label: 'State', options: states }]}
      views={views}
      toolbarEnd={
        <ExportButton
          path={`/api/internal/companies/${companyId}/payment-writes/export`}
          query={state}
          noun="payments"
        />
      }
      refreshing={query.isPlaceholderData}
      fault={query.data ? null : faultOf(query.error)}
      onRetry={query.refetch}
      empty={
        <Empty
          icon={Send}
          title="No payment was sent yet"
          description="Payments that you or a program write to the platform appear here with what became of them."
        />
      }
    />
  );
}

'use client';

import { Send } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { DataTable } from '@/components/data-table/data-table.tsx';
import { ExportButton } from '@/components/data-table/export-button.tsx';
import { tableQuery } from '@/components/data-table/table-params.ts';
import { type InitialList, useListPage } from '@/components/data-table/use-list-page.ts';
import { useTableParams } from '@/components/data-table/use-table-params.ts';
import { Empty } from '@/components/ui/empty.tsx';
import { paymentWriteCountQuery, paymentWritesQuery } from '@/lib/domain/writes/query-options.ts';
import type { WritePage } from '@/lib/domain/writes/write-page.ts';
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
  initial: InitialList<WritePage>;
  /** The menu of saved views. */
  views?: ReactNode;
}) {
  const control = useTableParams(paymentWriteList);
  const state = tableQuery(control.params);
  const page = useListPage(
    initial,
    state,
    paymentWritesQuery(companyId, state),
    paymentWriteCountQuery(companyId, state),
  );
  const rows = useMemo(
    () => page.rows?.map((write) => ({ ...write, href: `/companies/${companyId}/syncs/${write.syncId}` })),
    [page.rows, companyId],
  );
  return (
    <DataTable
      {...page}
      noun={['payment', 'payments']}
      columns={paymentWriteColumns}
      rows={rows}
      rowId={(write) => write.id}
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

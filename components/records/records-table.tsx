'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, useMemo } from 'react';
import { DataTable } from '@/components/data-table/data-table.tsx';
import { DrawerProvider, drawerLinkId } from '@/components/data-table/drawer-link.tsx';
import { ExportButton } from '@/components/data-table/export-button.tsx';
import { tableQuery } from '@/components/data-table/table-params.ts';
import { type InitialList, useListPage } from '@/components/data-table/use-list-page.ts';
import { useOpenRow } from '@/components/data-table/use-open-row.ts';
import { useTableParams } from '@/components/data-table/use-table-params.ts';
import { recordCountQuery, recordsQuery } from '@/lib/domain/records/query-options.ts';
import type { RecordPage } from '@/lib/domain/records/record-view.ts';
import { recordColumns } from './record-columns.tsx';
import { type ListedModel, recordLists, recordNoun } from './record-lists.ts';
import { recordPaths } from './record-paths.ts';
import { stateWords } from './record-states.ts';

const RecordSheet = dynamic(() => import('./record-sheet.tsx').then((module) => module.RecordSheet), { ssr: false });

const show = {
  name: 'show' as const,
  label: 'Show',
  single: true,
  options: [{ value: 'all', label: 'Deleted ones too' }],
};

const since = {
  name: 'since' as const,
  label: 'When',
  single: true,
  options: [
    { value: '30d', label: 'Last 30 days' },
    { value: '90d', label: 'Last 90 days' },
    { value: '365d', label: 'Last 12 months' },
  ],
};

/** A company's records of one model, with a drawer for one of them that has its own address. */
export function RecordsTable({
  companyId,
  model,
  fields,
  platform,
  mayReadRaw,
  canPay = false,
  initial,
  views,
  empty,
}: {
  companyId: number;
  model: ListedModel;
  /** Every field of the model that a column can show. */
  fields: readonly string[];
  platform: string;
  mayReadRaw: boolean;
  /** Payments of invoices can be written. */
  canPay?: boolean;
  initial: InitialList<RecordPage>;
  /** The menu of saved views. */
  views?: ReactNode;
  empty: ReactNode;
}) {
  const list = recordLists[model];
  const control = useTableParams(list);
  const { open, openRow, close } = useOpenRow('record');
  const search = tableQuery(control.params);
  const page = useListPage(
    initial,
    search,
    recordsQuery(companyId, recordPaths[model], search),
    recordCountQuery(companyId, recordPaths[model], search),
  );
  const columns = useMemo(() => recordColumns(model, fields), [model, fields]);
  const noun = recordNoun(model);
  const status = {
    name: 'status' as const,
    label: 'Status',
    options: list.statuses.map((value) => ({ value, label: stateWords(model, value).label })),
  };
  const filters = [list.statuses.length > 0 ? status : null, list.isDated ? since : null, show];
  return (
    <DrawerProvider name="record" openRow={openRow}>
      <DataTable
        {...page}
        noun={noun}
        columns={columns}
        rowId={(record) => String(record.rootfiId)}
        control={control}
        searchLabel={`Search ${noun[1]}`}
        filters={filters.filter((filter) => filter !== null)}
        views={views}
        toolbarEnd={
          <ExportButton
            path={`/api/internal/companies/${companyId}/records/${recordPaths[model]}/export`}
            query={search}
            noun={noun[1]}
          />
        }
        empty={empty}
      />
      {open !== null && (
        <RecordSheet
          companyId={companyId}
          model={model}
          rootfiId={open}
          platform={platform}
          mayReadRaw={mayReadRaw}
          canPay={canPay}
          onClose={close}
          returnFocusTo={drawerLinkId('record', open)}
        />
      )}
    </DrawerProvider>
  );
}

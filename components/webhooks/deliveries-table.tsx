'use client';

import { Send } from 'lucide-react';
import type { ReactNode } from 'react';
import { DataTable } from '@/components/data-table/data-table.tsx';
import { ExportButton } from '@/components/data-table/export-button.tsx';
import { tableQuery } from '@/components/data-table/table-params.ts';
import { type InitialList, useListPage } from '@/components/data-table/use-list-page.ts';
import { useRowSelection } from '@/components/data-table/use-row-selection.ts';
import { useTableParams } from '@/components/data-table/use-table-params.ts';
import { Empty } from '@/components/ui/empty.tsx';
import { webhookTypes } from '@/db/schema/enums.ts';
import type { DeliveryListPage } from '@/lib/domain/webhooks/delivery-list.ts';
import { deliveriesQuery, deliveryCountQuery } from '@/lib/domain/webhooks/query-options.ts';
import { deliveryColumns } from './delivery-columns.tsx';
import { deliveryList } from './delivery-list.ts';
import { ReplayChosen } from './replay-chosen.tsx';
import { deliveryStateWords, deliverySubject, webhookTypeWords } from './webhook-words.ts';

const stateOptions = Object.entries(deliveryStateWords).map(([value, { label }]) => ({ value, label }));
const typeOptions = webhookTypes.map((value) => ({ value, label: webhookTypeWords[value].label }));

/** Everything that was sent to webhooks or is to be, newest first; moves on its own. */
export function DeliveriesTable({
  initial,
  views,
  webhooks,
  mayReplay,
}: {
  initial: InitialList<DeliveryListPage>;
  /** The menu of saved views. */
  views?: ReactNode;
  webhooks: readonly { id: number; name: string }[];
  mayReplay: boolean;
}) {
  const control = useTableParams(deliveryList);
  const search = tableQuery(control.params);
  const selection = useRowSelection(control);
  const { chosen } = selection;
  const page = useListPage(initial, search, deliveriesQuery(search), deliveryCountQuery(search));
  return (
    <DataTable
      {...page}
      noun={['delivery', 'deliveries']}
      columns={deliveryColumns}
      rowId={(row) => row.id}
      control={control}
      searchLabel="Company, webhook or id"
      filters={[
        { name: 'state', label: 'State', options: stateOptions },
        { name: 'type', label: 'Event', single: true, options: typeOptions },
        {
          name: 'webhook',
          label: 'Webhook',
          single: true,
          options: webhooks.map(({ id, name }) => ({ value: String(id), label: name })),
        },
      ]}
      selection={
        mayReplay
          ? {
              rows: selection,
              label: (row) => `${webhookTypeWords[row.eventType].label}, ${deliverySubject(row)}`,
              actions: (
                <ReplayChosen
                  chosen={chosen.all ? { query: search.toString() } : { ids: [...chosen.ids] }}
                  onDone={selection.clear}
                />
              ),
            }
          : undefined
      }
      views={views}
      toolbarEnd={<ExportButton path="/api/internal/webhook-deliveries/export" query={search} noun="deliveries" />}
      empty={
        <Empty
          icon={Send}
          title="Nothing was sent yet"
          description="What happens from now on is listed here once a webhook listens to it."
        />
      }
    />
  );
}

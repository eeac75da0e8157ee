'use client';

import { CodeCell, NameCell, TextCell } from '@/components/data-table/cells.tsx';
import { SearchMatch } from '@/components/data-table/search-match.tsx';
import { createAppColumnHelper } from '@/components/data-table/table-kit.ts';
import { Quantity } from '@/components/ui/amount.tsx';
import { RelativeTime } from '@/components/ui/relative-time.tsx';
import type { DeliveryItem } from '@/lib/domain/webhooks/delivery-list.ts';
import { DeliveryStatus } from './delivery-status.tsx';
import { deliverySubject, webhookTypeWords } from './webhook-words.ts';

const helper = createAppColumnHelper<DeliveryItem>();

export const deliveryColumns = helper.columns([
  helper.accessor('eventType', {
    header: 'Event',
    meta: { className: 'max-md:max-w-40 md:min-w-52' },
    cell: ({ row }) => (
      <NameCell
        href={`/webhooks/deliveries/${row.original.id}`}
        name={webhookTypeWords[row.original.eventType].label}
        detail={<SearchMatch text={deliverySubject(row.original)} />}
      />
    ),
  }),
  helper.accessor('state', {
    header: 'State',
    meta: { className: 'md:w-52' },
    cell: ({ row }) => <DeliveryStatus delivery={row.original} />,
  }),
  helper.accessor('webhookName', {
    header: 'Webhook',
    meta: { className: 'min-w-40', from: 'md' },
    cell: ({ row }) => (
      <TextCell>
        <SearchMatch text={row.original.webhookName} />
      </TextCell>
    ),
  }),
  helper.accessor('latestStatusCode', {
    header: 'Answer',
    meta: { className: 'w-24', from: 'lg' },
    cell: ({ row }) => <CodeCell>{row.original.latestStatusCode ?? '—'}</CodeCell>,
  }),
  helper.accessor('attemptCount', {
    header: 'Tries',
    meta: { align: 'right', className: 'w-20', from: 'lg' },
    cell: ({ row }) => <Quantity value={row.original.attemptCount} />,
  }),
  helper.accessor('createdAt', {
    header: 'Happened',
    meta: { className: 'whitespace-nowrap md:w-32' },
    cell: ({ row }) => <RelativeTime value={row.original.createdAt} />,
  }),
]);

'use client';

import { CodeCell, NameCell, TextCell } from '@/components/data-table/cells.tsx';
import { createAppColumnHelper } from '@/components/data-table/table-kit.ts';
import { Quantity } from '@/components/ui/amount.tsx';
import { Monogram } from '@/components/ui/monogram.tsx';
import { RelativeTime } from '@/components/ui/relative-time.tsx';
import { StatusText } from '@/components/ui/status-pill.tsx';
import type { CompanyListItem } from '@/lib/domain/companies/company-list.ts';
import { CompanyRowMenu } from './company-row-menu.tsx';
import { CompanyTags } from './company-tags.tsx';

const helper = createAppColumnHelper<CompanyListItem>();

export const companyColumns = helper.columns([
  helper.accessor('name', {
    header: 'Company',
    meta: { className: 'max-md:max-w-33 md:min-w-48 md:@max-room-lg:max-w-48' },
    cell: ({ row }) => (
      <NameCell
        href={`/companies/${row.original.id}`}
        name={row.original.name}
        detail={
          // Where there is no room for their column.
          row.original.tags.length > 0 && <span className="@room-xl:hidden">{row.original.tags.join(', ')}</span>
        }
        // On phones the boxes stand there, and the name needs the room.
        leading={<Monogram name={row.original.name} className="max-md:hidden" />}
      />
    ),
  }),
  helper.accessor('platform', {
    header: 'Platform',
    meta: { className: 'w-28', from: 'md' },
    cell: ({ row }) => <TextCell>{row.original.platform}</TextCell>,
  }),
  helper.accessor('health', {
    header: 'Health',
    meta: { className: 'md:w-52' },
    cell: ({ row }) => (
      <StatusText
        tone={row.original.health.tone}
        detail={
          row.original.health.tone !== 'success' &&
          row.original.health.since && <RelativeTime value={row.original.health.since} className="max-md:hidden" />
        }
      >
        {row.original.health.label}
      </StatusText>
    ),
  }),
  helper.accessor('isSyncing', {
    header: 'Sync',
    meta: { className: 'w-28', from: 'lg' },
    cell: ({ row }) => <SyncCell company={row.original} />,
  }),
  helper.accessor('lastSyncedAt', {
    header: 'Last synced',
    meta: { className: 'w-32 whitespace-nowrap', from: 'md' },
    cell: ({ row }) => <RelativeTime value={row.original.lastSyncedAt} fallback="Never" />,
  }),
  helper.accessor('tags', {
    header: 'Tags',
    meta: { className: 'w-36 max-w-36', from: 'xl' },
    cell: ({ row }) => <CompanyTags tags={row.original.tags} />,
  }),
  helper.accessor('modelsEnabled', {
    header: 'Models',
    meta: { align: 'right', className: 'w-20', from: 'xl' },
    cell: ({ row }) => <Quantity value={row.original.modelsEnabled} />,
  }),
  helper.accessor('createdAt', {
    header: 'Created',
    meta: { className: 'w-32 whitespace-nowrap', from: 'lg' },
    cell: ({ row }) => <RelativeTime value={row.original.createdAt} />,
  }),
  helper.accessor('id', {
    header: 'Id',
    meta: { extra: true, align: 'right', className: 'w-24' },
    cell: ({ row }) => <CodeCell>{row.original.id}</CodeCell>,
  }),
  helper.accessor('companyCode', {
    header: 'Company code',
    meta: { extra: true, className: 'w-36' },
    cell: ({ row }) => <CodeCell>{row.original.companyCode}</CodeCell>,
  }),
  helper.accessor('category', {
    header: 'Category',
    meta: { extra: true, className: 'w-32' },
    cell: ({ row }) => <TextCell>{row.original.category && categoryWords[row.original.category]}</TextCell>,
  }),
  helper.accessor('lastActivityAt', {
    header: 'Last activity',
    meta: { extra: true, className: 'w-32 whitespace-nowrap' },
    cell: ({ row }) => <RelativeTime value={row.original.lastActivityAt} />,
  }),
  helper.display({
    id: 'actions',
    header: 'Actions',
    // On phones name and health take the room; the company's own page has the actions too.
    meta: { hiddenHead: true, className: 'w-14', from: 'md' },
    cell: ({ row }) => <CompanyRowMenu company={row.original} />,
  }),
]);

const categoryWords = { ACCOUNTING: 'Accounting', PAYMENTS: 'Payments', ECOMMERCE: 'Shop' } as const;

function SyncCell({ company }: { company: CompanyListItem }) {
  if (company.resumeAt) {
    return (
      <StatusText tone="warning" detail={<RelativeTime value={company.resumeAt} />}>
        Resumes
      </StatusText>
    );
  }
  if (company.isSyncing) return <StatusText tone="info">Syncing</StatusText>;
  return <TextCell className="text-muted-foreground">Idle</TextCell>;
}

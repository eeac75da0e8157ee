'use client';

import { CompanyCell } from '@/components/companies/company-cell.tsx';
import { TextCell } from '@/components/data-table/cells.tsx';
import { createAppColumnHelper } from '@/components/data-table/table-kit.ts';
import { Quantity } from '@/components/ui/amount.tsx';
import { RelativeTime } from '@/components/ui/relative-time.tsx';
import { StatusText } from '@/components/ui/status-pill.tsx';
import type { Tone } from '@/components/ui/tone.ts';
import type { InviteLinkStatus } from '@/db/schema/enums.ts';
import type { InviteLinkListItem } from '@/lib/domain/invite-links/invite-link-list.ts';
import { InviteLinkRowMenu } from './invite-link-row-menu.tsx';
import { reachedLabel } from './step-words.ts';

export const inviteLinkStatusWords: Record<InviteLinkStatus, { label: string; tone: Tone }> = {
  PENDING: { label: 'Waiting', tone: 'info' },
  CONNECTED: { label: 'Connected', tone: 'success' },
  EXPIRED: { label: 'Expired', tone: 'neutral' },
  REVOKED: { label: 'Revoked', tone: 'neutral' },
};

const helper = createAppColumnHelper<InviteLinkListItem>();

export const inviteLinkColumns = helper.columns([
  helper.accessor('companyName', {
    header: 'Company',
    meta: { className: 'max-md:max-w-35 md:min-w-56' },
    cell: ({ row }) => <CompanyCell href={`/companies/${row.original.companyId}`} name={row.original.companyName} />,
  }),
  helper.accessor('status', {
    header: 'Status',
    meta: { className: 'md:w-36' },
    cell: ({ row }) => {
      const { label, tone } = inviteLinkStatusWords[row.original.status];
      return <StatusText tone={tone}>{label}</StatusText>;
    },
  }),
  helper.accessor('platform', {
    header: 'Platform',
    meta: { className: 'w-40', from: 'md' },
    cell: ({ row }) => <TextCell>{row.original.platform}</TextCell>,
  }),
  helper.accessor('reached', {
    header: 'Came to',
    meta: { className: 'w-36', from: 'lg' },
    cell: ({ row }) => <TextCell>{reachedLabel(row.original.reached)}</TextCell>,
  }),
  helper.accessor('openedCount', {
    header: 'Opened',
    meta: { align: 'right', className: 'w-24', from: 'md' },
    cell: ({ row }) => <Quantity value={row.original.openedCount} />,
  }),
  helper.accessor('createdAt', {
    header: 'Created',
    meta: { className: 'w-32', from: 'md' },
    cell: ({ row }) => <RelativeTime value={row.original.createdAt} />,
  }),
  helper.accessor('expiresAt', {
    header: 'Expires',
    meta: { className: 'w-32', from: 'lg' },
    cell: ({ row }) => <RelativeTime value={row.original.expiresAt} fallback="Never" />,
  }),
  helper.display({
    id: 'actions',
    header: 'Actions',
    meta: { hiddenHead: true, className: 'w-24' },
    cell: ({ row }) => <InviteLinkRowMenu link={row.original} />,
  }),
]);

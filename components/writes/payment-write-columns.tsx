'use client';

import { CodeCell, NameCell } from '@/components/data-table/cells.tsx';
import { SearchMatch } from '@/components/data-table/search-match.tsx';
import { createAppColumnHelper } from '@/components/data-table/table-kit.ts';
import { writeStateWords, writeSubject } from '@/components/syncs/write-words.ts';
import { Explained } from '@/components/ui/explained.tsx';
import { RelativeTime } from '@/components/ui/relative-time.tsx';
import { StatusText } from '@/components/ui/status-pill.tsx';
import type { WriteRow } from '@/lib/domain/writes/write-page.ts';

/** A write with the address of the run in which it is written. */
export type LinkedWrite = WriteRow & { href: string };

const helper = createAppColumnHelper<LinkedWrite>();

export const paymentWriteColumns = helper.columns([
  helper.accessor('fields', {
    header: 'Payment',
    meta: { className: 'min-w-56' },
    cell: ({ row }) => <NameCell href={row.original.href} name={writeSubject(row.original)} />,
  }),
  helper.accessor('state', {
    header: 'State',
    meta: { className: 'min-w-32' },
    cell: ({ row }) => <WriteStateCell write={row.original} />,
  }),
  helper.accessor('platformId', {
    header: 'Id on the platform',
    meta: { className: 'max-w-48', from: 'md' },
    cell: ({ row }) => (
      <CodeCell>{row.original.platformId ? <SearchMatch text={row.original.platformId} /> : '—'}</CodeCell>
    ),
  }),
  helper.accessor('createdAt', {
    header: 'Asked for',
    meta: { className: 'w-36', from: 'md' },
    cell: ({ row }) => <RelativeTime value={row.original.createdAt} />,
  }),
]);

/** The state in words; why it failed is said on hover and focus. */
function WriteStateCell({ write }: { write: LinkedWrite }) {
  const { label, tone } = writeStateWords[write.state];
  if (!write.failure) return <StatusText tone={tone}>{label}</StatusText>;
  return (
    <Explained by={write.failure.message}>
      <StatusText tone={tone}>{label}</StatusText>
    </Explained>
  );
}

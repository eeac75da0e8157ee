'use client';

import { TextCell } from '@/components/data-table/cells.tsx';
import { createAppColumnHelper } from '@/components/data-table/table-kit.ts';
import { RelativeTime } from '@/components/ui/relative-time.tsx';
import { StatusText } from '@/components/ui/status-pill.tsx';
import type { ContactRow } from '@/lib/domain/records/contact-view.ts';
import { ContactLink } from './contact-link.tsx';
import { contactState, contactTypeWords } from './contact-words.ts';

const helper = createAppColumnHelper<ContactRow>();

export const contactColumns = helper.columns([
  helper.accessor('name', {
    header: 'Name',
    meta: { className: 'min-w-52' },
    cell: ({ row }) => <ContactLink contact={row.original} />,
  }),
  helper.accessor('contactType', {
    header: 'Type',
    meta: { className: 'w-40', from: 'md' },
    cell: ({ row }) => <TextCell>{contactTypeWords(row.original.contactType)}</TextCell>,
  }),
  helper.accessor('email', {
    header: 'E-mail',
    meta: { className: 'max-w-60', from: 'md' },
    cell: ({ row }) => <TextCell>{row.original.email}</TextCell>,
  }),
  helper.accessor('phone', {
    header: 'Phone',
    meta: { className: 'w-44', from: 'lg' },
    cell: ({ row }) => <TextCell className="num">{row.original.phone}</TextCell>,
  }),
  helper.accessor('city', {
    header: 'Place',
    meta: { className: 'max-w-48', from: 'lg' },
    cell: ({ row }) => (
      <TextCell>{[row.original.city, row.original.country].filter(Boolean).join(', ') || null}</TextCell>
    ),
  }),
  helper.accessor('status', {
    header: 'Status',
    meta: { className: 'w-32' },
    cell: ({ row }) => {
      const state = contactState(row.original);
      // Nearly all are active: only what is not should catch the eye.
      if (!state || state.tone === 'success') return <TextCell>{state?.label ?? null}</TextCell>;
      return <StatusText tone={state.tone}>{state.label}</StatusText>;
    },
  }),
  helper.accessor('updatedAt', {
    header: 'Changed',
    meta: { className: 'w-32', from: 'md' },
    cell: ({ row }) => <RelativeTime value={row.original.updatedAt} />,
  }),
]);

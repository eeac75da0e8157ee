'use client';

import { Link2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { DataTable } from '@/components/data-table/data-table.tsx';
import { ExportButton } from '@/components/data-table/export-button.tsx';
import { tableQuery } from '@/components/data-table/table-params.ts';
import { type InitialList, useListPage } from '@/components/data-table/use-list-page.ts';
import { useTableParams } from '@/components/data-table/use-table-params.ts';
import { Empty } from '@/components/ui/empty.tsx';
import type { InviteLinkListPage } from '@/lib/domain/invite-links/invite-link-list.ts';
import { inviteLinkCountQuery, inviteLinksQuery } from '@/lib/domain/invite-links/query-options.ts';
import { inviteLinkColumns, inviteLinkStatusWords } from './columns.tsx';
import { inviteLinkList } from './invite-link-list.ts';
import { madeWords, reachedWords } from './step-words.ts';

const optionsOf = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));

const statusOptions = Object.entries(inviteLinkStatusWords).map(([value, { label }]) => ({ value, label }));

/** Every link of the organisation, newest first. */
export function InviteLinksTable({
  initial,
  views,
  createLink,
}: {
  initial: InitialList<InviteLinkListPage>;
  /** The menu of saved views. */
  views?: ReactNode;
  createLink: ReactNode;
}) {
  const control = useTableParams(inviteLinkList);
  const search = tableQuery(control.params);
  const page = useListPage(initial, search, inviteLinksQuery(search), inviteLinkCountQuery(search));
  return (
    <DataTable
      {...page}
      noun={['invite link', 'invite links']}
      columns={inviteLinkColumns}
      rowId={(row) => row.id}
      control={control}
      searchLabel="Search companies"
      filters={[
        { name: 'status', label: 'Status', single: true, options: statusOptions },
        { name: 'reached', label: 'Came to', options: optionsOf(reachedWords) },
        { name: 'made', label: 'Made within', single: true, options: optionsOf(madeWords) },
      ]}
      views={views}
      toolbarEnd={<ExportButton path="/api/internal/invite-links/export" query={search} noun="invite links" />}
      empty={
        <Empty
          icon={Link2}
          title="No invite links yet"
          description="A link lets a customer connect their platform without an account."
          action={createLink}
        />
      }
    />
  );
}

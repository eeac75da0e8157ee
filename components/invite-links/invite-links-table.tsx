'use client';

import { useQuery } from '@tanstack/react-query';
import { Link2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { DataTable } from '@/components/data-table/data-table.tsx';
import { ExportButton } from '@/components/data-table/export-button.tsx';
import { tableQuery } from '@/components/data-table/table-params.ts';
import { useInitialPage } from '@/components/data-table/use-initial-page.ts';
import { useTableParams } from '@/components/data-table/use-table-params.ts';
import { Empty } from '@/components/ui/empty.tsx';
import type { InviteLinkListPage } from '@/lib/domain/invite-links/invite-link-list.ts';
import { inviteLinksQuery } from '@/lib/domain/invite-links/query-options.ts';
import { faultOf } from '@/lib/get-json.ts';
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
  initial: { query: string; page: InviteLinkListPage };
  /** The menu of saved views. */
  views?: ReactNode;
  createLink: ReactNode;
}) {
  const control = useTableParams(inviteLinkList);
  const search = tableQuery(control.params);
  const query = useQuery({
    ...inviteLinksQuery(search),
    ...useInitialPage(initial, search.toString()),
  });
  return (
    <DataTable
      noun={['invite link', 'invite links']}
      columns={inviteLinkColumns}
      rows={query.data?.rows}
      rowId={(row) => row.id}
      total={query.data?.total ?? null}
      next={query.data?.next ?? null}
      control={control}
      searchLabel="Search companies"
      filters={[
        { name: 'status', label: 'Status', single: true, options: statusOptions },
        { name: 'reached', label: 'Came to', options: optionsOf(reachedWords) },
        { name: 'made', label: 'Made within', single: true, options: optionsOf(madeWords) },
      ]}
      views={views}
      toolbarEnd={<ExportButton path="/api/internal/invite-links/export" query={search} noun="invite links" />}
      refreshing={query.isPlaceholderData}
      fault={query.data ? null : faultOf(query.error)}
      onRetry={query.refetch}
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

'use client';

import { History } from 'lucide-react';
import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { DataTable } from '@/components/data-table/data-table.tsx';
import { DrawerProvider, drawerLinkId } from '@/components/data-table/drawer-link.tsx';
import { ExportButton } from '@/components/data-table/export-button.tsx';
import { tableQuery } from '@/components/data-table/table-params.ts';
import { type InitialList, useListPage } from '@/components/data-table/use-list-page.ts';
import { useOpenRow } from '@/components/data-table/use-open-row.ts';
import { useTableParams } from '@/components/data-table/use-table-params.ts';
import { Empty } from '@/components/ui/empty.tsx';
import type { AuditListPage } from '@/lib/domain/audit/audit-list.ts';
import type { AuditSubject } from '@/lib/domain/audit/audit-subjects.ts';
import { auditCountQuery, auditQuery } from '@/lib/domain/audit/query-options.ts';
import { auditColumns } from './audit-columns.tsx';
import { auditList } from './audit-list.ts';

const AuditSheet = dynamic(() => import('./audit-sheet.tsx').then((module) => module.AuditSheet), { ssr: false });

const subjectWords: Record<AuditSubject, string> = {
  companies: 'Companies',
  connections: 'Connections',
  'invite-links': 'Invite links',
  syncs: 'Syncs and writes',
  'sync-settings': 'Sync settings',
  webhooks: 'Webhooks',
  keys: 'Keys and tokens',
  members: 'Members and sign-in',
  organisation: 'Organisation settings',
  other: 'Everything else',
};

const optionsOf = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));

const doors = optionsOf({
  console: 'The console',
  'core-v4': 'Core API',
  'jsonapi-v2': 'JSON:API',
  'connector-v1': 'Connector API',
  connect: 'Connect page',
  worker: 'Ledgerline by itself',
  cli: 'Command line',
});

const spans = optionsOf({ '24h': 'Last 24 hours', '7d': 'Last 7 days', '30d': 'Last 30 days', '90d': 'Last 90 days' });

/**
 * Who did what when, newest first, with a drawer for what one entry changed; that of the whole organisation, or of one
 * company.
 */
export function AuditTable({
  initial,
  views,
  countLimit,
  companies = [],
  ofCompany,
}: {
  initial: InitialList<AuditListPage>;
  /** The menu of saved views. */
  views?: ReactNode;
  /** How far entries are counted. */
  countLimit: number;
  /** The company that the address narrows to, so that its chip has a name. */
  companies?: { value: string; label: string }[];
  /** The company that the page is of: its entries alone, whatever the address says. */
  ofCompany?: number;
}) {
  const control = useTableParams(auditList);
  const { open, openRow, close } = useOpenRow('entry');
  const search = tableQuery(control.params);
  if (ofCompany !== undefined) search.set('company', String(ofCompany));
  const page = useListPage(initial, search, auditQuery(search), auditCountQuery(search));
  return (
    <DrawerProvider name="entry" openRow={openRow}>
      <DataTable
        {...page}
        noun={['entry', 'entries']}
        columns={auditColumns}
        rowId={(entry) => String(entry.id)}
        countLimit={countLimit}
        control={control}
        searchLabel={ofCompany === undefined ? 'Company, person or id' : 'Person or request id'}
        filters={[
          { name: 'about', label: 'About', options: optionsOf(subjectWords) },
          { name: 'through', label: 'Through', options: doors },
          { name: 'since', label: 'When', single: true, options: spans },
          ...(companies.length > 0
            ? [{ name: 'company' as const, label: 'Company', single: true, options: companies }]
            : []),
        ]}
        views={views}
        toolbarEnd={<ExportButton path="/api/internal/audit/export" query={search} noun="entries" />}
        empty={
          <Empty
            icon={History}
            title="Nothing happened yet"
            description="Whatever somebody changes is written down here, with what it was before."
          />
        }
      />
      {open !== null && (
        <AuditSheet
          entryId={open}
          known={page.rows?.find((entry) => entry.id === open)}
          onClose={close}
          returnFocusTo={drawerLinkId('entry', open)}
        />
      )}
    </DrawerProvider>
  );
}

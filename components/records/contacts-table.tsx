'use client';

import { ContactRound } from 'lucide-react';
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
import type { ContactPage } from '@/lib/domain/records/contact-view.ts';
import { contactCountQuery, contactsQuery } from '@/lib/domain/records/query-options.ts';
import { contactColumns } from './contact-columns.tsx';
import { contactList } from './contact-list.ts';
import { contactStatusOptions, contactTypeOptions } from './contact-words.ts';

const ContactSheet = dynamic(() => import('./contact-sheet.tsx').then((module) => module.ContactSheet), { ssr: false });

/** A company's contacts by name, with a drawer for one of them that has its own address. */
export function ContactsTable({
  companyId,
  platform,
  initial,
  views,
}: {
  companyId: number;
  platform: string;
  initial: InitialList<ContactPage>;
  /** The menu of saved views. */
  views?: ReactNode;
}) {
  const control = useTableParams(contactList);
  const { open, openRow, close } = useOpenRow('contact');
  const search = tableQuery(control.params);
  const page = useListPage(initial, search, contactsQuery(companyId, search), contactCountQuery(companyId, search));
  return (
    <DrawerProvider name="contact" openRow={openRow}>
      <DataTable
        {...page}
        noun={['contact', 'contacts']}
        columns={contactColumns}
        rowId={(contact) => String(contact.rootfiId)}
        control={control}
        searchLabel="Search contacts"
        filters={[
          { name: 'type', label: 'Type', options: contactTypeOptions },
          { name: 'status', label: 'Status', options: contactStatusOptions },
          { name: 'show', label: 'Show', single: true, options: [{ value: 'all', label: 'Deleted ones too' }] },
        ]}
        views={views}
        toolbarEnd={
          <ExportButton path={`/api/internal/companies/${companyId}/contacts/export`} query={search} noun="contacts" />
        }
        empty={
          <Empty
            icon={ContactRound}
            title="No contacts yet"
            description={`They appear here once a sync has read them from ${platform}.`}
          />
        }
      />
      {open !== null && (
        <ContactSheet
          companyId={companyId}
          contactId={open}
          platform={platform}
          onClose={close}
          returnFocusTo={drawerLinkId('contact', open)}
        />
      )}
    </DrawerProvider>
  );
}

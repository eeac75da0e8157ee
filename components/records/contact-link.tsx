'use client';

import { DrawerLink } from '@/components/data-table/drawer-link.tsx';
import { SearchMatch } from '@/components/data-table/search-match.tsx';
import type { ContactRow } from '@/lib/domain/records/contact-view.ts';

/** A contact's name, which opens its drawer, and the contact person's below it. */
export function ContactLink({ contact }: { contact: ContactRow }) {
  const second = contact.contactName !== contact.name ? contact.contactName : null;
  return (
    <>
      <DrawerLink id={contact.rootfiId}>
        <SearchMatch text={contact.name ?? contact.contactName ?? 'Without a name'} />
      </DrawerLink>
      {second && (
        <span className="block truncate text-muted-foreground text-xs">
          <SearchMatch text={second} />
        </span>
      )}
    </>
  );
}

'use client';

import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import type { MouseEvent } from 'react';
import type { ContactRow } from '@/lib/domain/records/contact-view.ts';
import { useOpenContactDrawer } from './contact-drawer-context.tsx';

/** Id of a contact's link in the table: the drawer gives the focus back to it. */
export const contactLinkId = (rootfiId: number) => `contact-${rootfiId}`;

/** A contact's name: a plain click opens the drawer on this page, any other the address of it. */
export function ContactLink({ contact }: { contact: ContactRow }) {
  const open = useOpenContactDrawer();
  const search = new URLSearchParams(useSearchParams());
  search.set('contact', String(contact.rootfiId));
  const onClick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(contact.rootfiId);
  };
  const second = contact.contactName !== contact.name ? contact.contactName : null;
  return (
    <>
      <Link
        id={contactLinkId(contact.rootfiId)}
        href={`?${search}`}
        prefetch={false}
        scroll={false}
        onClick={onClick}
        className="block truncate font-medium outline-none after:absolute after:inset-0 after:rounded-sm focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-ring"
      >
        {contact.name ?? contact.contactName ?? 'Without a name'}
      </Link>
      {second && <span className="block truncate text-muted-foreground text-xs">{second}</span>}
    </>
  );
}

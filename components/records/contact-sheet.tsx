'use client';

import { useQuery } from '@tanstack/react-query';
import { ContactRound } from 'lucide-react';
import { TableError } from '@/components/data-table/table-states.tsx';
import { Empty } from '@/components/ui/empty.tsx';
import { Sheet, SheetBody, SheetContent, SheetDescription, SheetHeader, SheetTitle } from '@/components/ui/sheet.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { StatusPill } from '@/components/ui/status-pill.tsx';
import { contactQuery } from '@/lib/domain/records/query-options.ts';
import type { ConsoleFault } from '@/lib/get-json.ts';
import { ContactDetails } from './contact-details.tsx';
import { contactState, contactTypeWords } from './contact-words.ts';

/** One contact in a drawer. */
export function ContactSheet({
  companyId,
  contactId,
  platform,
  onClose,
  returnFocusTo,
}: {
  companyId: number;
  contactId: number;
  platform: string;
  onClose: () => void;
  /** Id of the element that has the focus again afterwards. */
  returnFocusTo: string;
}) {
  const { data: contact, error, refetch } = useQuery(contactQuery(companyId, contactId));
  const fault = error as ConsoleFault | null;
  const state = contact && contactState(contact);
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          document.getElementById(returnFocusTo)?.focus();
        }}
      >
        <SheetHeader>
          <div className="flex flex-wrap items-center gap-2">
            <SheetTitle>{contact ? (contact.name ?? contact.contactName ?? 'Without a name') : 'Contact'}</SheetTitle>
            {state && <StatusPill tone={state.tone}>{state.label}</StatusPill>}
          </div>
          <SheetDescription>
            {contact ? (contactTypeWords(contact.contactType) ?? 'Contact') : 'One contact'} on {platform}
          </SheetDescription>
        </SheetHeader>
        <SheetBody>
          {contact ? (
            <ContactDetails contact={contact} platform={platform} />
          ) : fault?.status === 404 ? (
            <Empty
              icon={ContactRound}
              title="This contact is not here"
              description="The link may be old, or belong to another company."
            />
          ) : fault ? (
            <TableError fault={fault} noun="contact" onRetry={refetch} />
          ) : (
            <ContactSkeleton />
          )}
        </SheetBody>
      </SheetContent>
    </Sheet>
  );
}

function ContactSkeleton() {
  return (
    <div role="status" aria-label="Loading" className="grid gap-6">
      {['w-1/2', 'w-2/3', 'w-1/3'].map((width) => (
        <div key={width} className="grid gap-2">
          <Skeleton className="h-3 w-20" />
          <Skeleton className={width} />
          <Skeleton className="w-2/5" />
        </div>
      ))}
    </div>
  );
}

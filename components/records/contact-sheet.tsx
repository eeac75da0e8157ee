'use client';

import { useQuery } from '@tanstack/react-query';
import { RowDrawer } from '@/components/data-table/row-drawer.tsx';
import { StatusPill } from '@/components/ui/status-pill.tsx';
import { contactQuery } from '@/lib/domain/records/query-options.ts';
import { ContactDetails } from './contact-details.tsx';
import { contactState, contactTypeWords } from './contact-words.ts';

/** One contact in a drawer. */
export function ContactSheet({
  companyId,
  contactId,
  platform,
  ...frame
}: {
  companyId: number;
  contactId: number;
  platform: string;
  onClose: () => void;
  returnFocusTo: string;
}) {
  const { data: contact, error, refetch } = useQuery(contactQuery(companyId, contactId));
  const state = contact && contactState(contact);
  return (
    <RowDrawer
      title={contact ? (contact.name ?? contact.contactName ?? 'Without a name') : 'Contact'}
      state={state && <StatusPill tone={state.tone}>{state.label}</StatusPill>}
      description={`${contact ? (contactTypeWords(contact.contactType) ?? 'Contact') : 'One contact'} on ${platform}`}
      noun="contact"
      error={error}
      onRetry={refetch}
      {...frame}
    >
      {contact ? <ContactDetails contact={contact} platform={platform} /> : null}
    </RowDrawer>
  );
}

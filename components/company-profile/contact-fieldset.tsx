'use client';

import { ArrowUp, Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge.tsx';
import { Button } from '@/components/ui/button.tsx';
import { FieldError } from '@/components/ui/field.tsx';
import type { CompanyField } from '@/lib/domain/companies/field-names.ts';
import { ApiNames } from './api-names.tsx';
import { useProfileForm } from './profile-context.ts';
import type { ContactList } from './profile-draft.ts';
import { ShownField } from './profile-field.tsx';

/** What each list of contact data is called, and the field that its first entry is in some dialects. */
export const contactWords = {
  phones: { many: 'Phones', one: 'phone', first: 'primaryContact.phone' },
  emails: { many: 'E-mails', one: 'e-mail', first: 'primaryContact.email' },
  websites: { many: 'Websites', one: 'website', first: 'primaryContact.website' },
  addresses: { many: 'Addresses', one: 'address', first: 'primaryContact.address' },
} as const satisfies Record<ContactList, { many: string; one: string; first: CompanyField }>;

/** A list of contact data: its entries, a button for one more, and what the APIs call it. */
export function ContactFieldset({
  list,
  shown,
  onAdd,
  children,
}: {
  list: ContactList;
  /** The entries as text. */
  shown: ReactNode;
  onAdd: () => void;
  children: ReactNode;
}) {
  const { mayEdit, problems } = useProfileForm();
  const { many, one, first } = contactWords[list];
  const names = <ApiNames fields={['contact', first]} within={list} />;
  if (!mayEdit) {
    return (
      <ShownField label={many} names={names} className="sm:col-span-2">
        {shown}
      </ShownField>
    );
  }
  const wrong = Object.entries(problems).filter(([path]) => path.startsWith(`contact.${list}`));
  return (
    <fieldset className="grid min-w-0 grid-cols-1 gap-2 sm:col-span-2">
      <legend className="mb-1.5 font-medium text-sm">{many}</legend>
      {children}
      {wrong.map(([path, problem]) => (
        <FieldError key={path}>{problem}</FieldError>
      ))}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button size="sm" className="w-fit" onClick={onAdd}>
          <Plus aria-hidden />
          {`Add ${/^[aeiou]/.test(one) ? 'an' : 'a'} ${one}`}
        </Button>
        {names}
      </div>
    </fieldset>
  );
}

/** Marks the first entry; puts another one a place up. */
export function EntryButtons({
  name,
  at,
  onUp,
  onRemove,
}: {
  /** `phone 2`. */
  name: string;
  at: number;
  onUp: () => void;
  onRemove: () => void;
}) {
  return (
    <span className="flex shrink-0 items-center gap-0.5">
      {at === 0 ? (
        <Badge className="mr-1">Primary</Badge>
      ) : (
        <Button variant="ghost" size="icon" aria-label={`Move ${name} up`} title="Move up" onClick={onUp}>
          <ArrowUp aria-hidden />
        </Button>
      )}
      <Button variant="ghost" size="icon" aria-label={`Remove ${name}`} title="Remove" onClick={onRemove}>
        <X aria-hidden />
      </Button>
    </span>
  );
}

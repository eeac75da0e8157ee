'use client';

import type { HTMLInputTypeAttribute } from 'react';
import { Input } from '@/components/ui/input.tsx';
import { ContactFieldset, contactWords, EntryButtons } from './contact-fieldset.tsx';
import { added, changed, movedUp, removed } from './entry-list.ts';
import { useProfileForm } from './profile-context.ts';
import type { EntryDraft, EntryList } from './profile-draft.ts';

/** Phones, e-mails or websites, each with a label; the first one is the primary. */
export function EntriesField({
  list,
  type,
  placeholder,
}: {
  list: EntryList;
  type: HTMLInputTypeAttribute;
  placeholder: string;
}) {
  const { draft, set, problems } = useProfileForm();
  const entries = draft[list];
  const { one } = contactWords[list];
  const put = (next: EntryDraft[]) => set({ [list]: next });
  return (
    <ContactFieldset
      list={list}
      shown={entries.map(({ name, value }) => [value, name].filter(Boolean).join(' · ')).join('\n')}
      onAdd={() => put(added(entries, { name: '', value: '' }))}
    >
      {entries.map((entry, at) => {
        const name = `${one} ${at + 1}`;
        const isWrong = (field: string) => `contact.${list}.${at}.${field}` in problems || undefined;
        return (
          <div
            key={entry.key}
            className="grid grid-cols-[minmax(0,1fr)_auto] gap-2 max-sm:gap-1.5 max-sm:pb-2 sm:grid-cols-[minmax(0,10rem)_minmax(0,1fr)_7rem]"
          >
            <Input
              aria-label={`Label of ${name}`}
              aria-invalid={isWrong('name')}
              className="max-sm:col-span-2"
              value={entry.name}
              onChange={(event) => put(changed(entries, at, { name: event.target.value }))}
              placeholder="Label"
              autoComplete="off"
            />
            <Input
              aria-label={name.charAt(0).toUpperCase() + name.slice(1)}
              aria-invalid={isWrong('value')}
              type={type}
              value={entry.value}
              onChange={(event) => put(changed(entries, at, { value: event.target.value }))}
              placeholder={placeholder}
              autoComplete="off"
            />
            <div className="flex justify-end">
              <EntryButtons
                name={name}
                at={at}
                onUp={() => put(movedUp(entries, at))}
                onRemove={() => put(removed(entries, at))}
              />
            </div>
          </div>
        );
      })}
    </ContactFieldset>
  );
}

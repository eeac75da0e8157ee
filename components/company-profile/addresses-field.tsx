'use client';

import { Input } from '@/components/ui/input.tsx';
import { Label } from '@/components/ui/label.tsx';
import { Textarea } from '@/components/ui/textarea.tsx';
import { ContactFieldset, EntryButtons } from './contact-fieldset.tsx';
import { added, changed, movedUp, removed } from './entry-list.ts';
import { useProfileForm } from './profile-context.ts';
import type { AddressDraft } from './profile-draft.ts';

const blank = { name: '', billingAddress: '', city: '', state: '', zipcode: '', country: '' };

const parts = [
  { field: 'zipcode', label: 'Zip code' },
  { field: 'city', label: 'City' },
  { field: 'state', label: 'State' },
  { field: 'country', label: 'Country' },
] as const;

const inLines = ({ name, billingAddress, zipcode, city, state, country }: AddressDraft) =>
  [name, billingAddress, [zipcode, city].filter(Boolean).join(' '), state, country].filter(Boolean).join('\n');

/** Postal addresses; the first one is the primary. */
export function AddressesField() {
  const { draft, set } = useProfileForm();
  const { addresses } = draft;
  return (
    <ContactFieldset
      list="addresses"
      shown={addresses.map(inLines).join('\n\n')}
      onAdd={() => set({ addresses: added(addresses, blank) })}
    >
      {addresses.map((address, at) => (
        <fieldset key={address.key} className="grid min-w-0 grid-cols-1 gap-3 rounded-md border p-3 sm:grid-cols-2">
          <legend className="sr-only">{`Address ${at + 1}`}</legend>
          <div className="flex items-end gap-2 sm:col-span-2">
            <AddressPart address={address} at={at} field="name" label="Label" />
            <EntryButtons
              name={`address ${at + 1}`}
              at={at}
              onUp={() => set({ addresses: movedUp(addresses, at) })}
              onRemove={() => set({ addresses: removed(addresses, at) })}
            />
          </div>
          <AddressPart address={address} at={at} field="billingAddress" label="Street" />
          {parts.map((part) => (
            <AddressPart key={part.field} address={address} at={at} {...part} />
          ))}
        </fieldset>
      ))}
    </ContactFieldset>
  );
}

function AddressPart({
  address,
  at,
  field,
  label,
}: {
  address: AddressDraft;
  at: number;
  field: keyof typeof blank;
  label: string;
}) {
  const { draft, set, problems } = useProfileForm();
  const id = `profile-address-${address.key}-${field}`;
  const control = {
    id,
    value: address[field],
    'aria-invalid': `contact.addresses.${at}.${field}` in problems || undefined,
    autoComplete: 'off',
    onChange: (event: { target: { value: string } }) =>
      set({ addresses: changed(draft.addresses, at, { [field]: event.target.value }) }),
  };
  if (field === 'billingAddress') {
    return (
      <div className="grid gap-1 sm:col-span-2">
        <Label htmlFor={id}>{label}</Label>
        <Textarea {...control} className="min-h-14" />
      </div>
    );
  }
  return (
    <div className="grid min-w-0 flex-1 gap-1">
      <Label htmlFor={id}>{label}</Label>
      <Input {...control} />
    </div>
  );
}

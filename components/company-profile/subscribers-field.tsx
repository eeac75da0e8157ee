'use client';

import { companyFieldNames } from '@/lib/domain/companies/field-names.ts';
import { ApiNames } from './api-names.tsx';
import { CheckboxGroup } from './checkbox-group.tsx';
import { useProfileForm } from './profile-context.ts';
import { ShownField } from './profile-field.tsx';

/** The members who are told of the company. */
export function SubscribersField() {
  const { draft, set, options, problems, mayEdit } = useProfileForm();
  const { label } = companyFieldNames.subscribers;
  const names = <ApiNames fields={['subscribers']} />;
  if (!mayEdit) {
    const told = options.members.filter(({ value }) => draft.subscribers.includes(value));
    return (
      <ShownField label={label} names={names} className="sm:col-span-2">
        {told.map((member) => member.label).join('\n')}
      </ShownField>
    );
  }
  return (
    <div className="grid min-w-0 gap-1 sm:col-span-2">
      <CheckboxGroup
        id="profile-subscribers"
        label={label}
        choices={options.members}
        chosen={draft.subscribers}
        onChoose={(subscribers) => set({ subscribers })}
        error={problems.subscribers}
      />
      {names}
    </div>
  );
}

'use client';

import type { ReactNode } from 'react';
import { Facts } from '@/components/ui/facts.tsx';
import { type CompanyField, companyFieldNames } from '@/lib/domain/companies/field-names.ts';
import { ApiNames } from './api-names.tsx';
import { useProfileForm } from './profile-context.ts';
import { ShownField } from './profile-field.tsx';

/** Fields that are shown and never changed, in the midst of those that are. */
export function FixedFields({ children }: { children: ReactNode }) {
  const { mayEdit } = useProfileForm();
  // Who may not change anything has the whole section as one list already.
  return mayEdit ? <Facts className="grid-cols-1 gap-5 sm:col-span-2 sm:grid-cols-2">{children}</Facts> : children;
}

export function FixedField({ field, children }: { field: CompanyField; children: ReactNode }) {
  return (
    <ShownField label={companyFieldNames[field].label} names={<ApiNames fields={[field]} />}>
      {children}
    </ShownField>
  );
}

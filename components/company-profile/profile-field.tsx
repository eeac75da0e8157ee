'use client';

import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn.ts';
import { Fact } from '@/components/ui/facts.tsx';
import { Field, type FieldControlProps } from '@/components/ui/field.tsx';
import { type CompanyField, companyFieldNames } from '@/lib/domain/companies/field-names.ts';
import { ApiNames } from './api-names.tsx';
import { useProfileForm } from './profile-context.ts';

export interface ProfileFieldProps {
  field: CompanyField;
  /** Over both columns. */
  wide?: boolean;
  help?: ReactNode;
}

/** A field with its label and the names it has in the APIs; for who may not change it, what it holds. */
export function ProfileField({
  field,
  wide,
  help,
  shown,
  children,
}: ProfileFieldProps & {
  /** What it holds, as text. */
  shown: ReactNode;
  children: (control: FieldControlProps) => ReactNode;
}) {
  const { mayEdit, problems } = useProfileForm();
  const { label } = companyFieldNames[field];
  const names = <ApiNames fields={[field]} />;
  const place = cn('min-w-0', wide && 'sm:col-span-2');
  if (!mayEdit) {
    return (
      <ShownField label={label} names={names} className={place}>
        {shown}
      </ShownField>
    );
  }
  return (
    <div className={cn('grid grid-cols-1 gap-1', place)}>
      <Field id={`profile-${field}`} label={label} help={help} error={problems[field]}>
        {children}
      </Field>
      {names}
    </div>
  );
}

/** A field that is looked at and not changed. */
export function ShownField({
  label,
  names,
  className,
  children,
}: {
  label: ReactNode;
  names?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  return (
    <Fact label={label} className={className}>
      <div className="whitespace-pre-line">{children || <span className="text-muted-foreground">—</span>}</div>
      {names}
    </Fact>
  );
}

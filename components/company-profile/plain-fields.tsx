'use client';

import type { HTMLInputTypeAttribute } from 'react';
import { Checkbox } from '@/components/ui/checkbox.tsx';
import { cn } from '@/components/ui/cn.ts';
import { Input } from '@/components/ui/input.tsx';
import { Label } from '@/components/ui/label.tsx';
import { Select } from '@/components/ui/select.tsx';
import { Textarea } from '@/components/ui/textarea.tsx';
import { companyFieldNames } from '@/lib/domain/companies/field-names.ts';
import { ApiNames } from './api-names.tsx';
import { useProfileForm } from './profile-context.ts';
import type { FlagFieldName, JsonFieldName, ReferenceFieldName, TextFieldName } from './profile-draft.ts';
import { ProfileField, type ProfileFieldProps, ShownField } from './profile-field.tsx';
import type { Option } from './profile-options.ts';

interface TextProps extends ProfileFieldProps {
  field: TextFieldName;
  type?: HTMLInputTypeAttribute;
  placeholder?: string;
  /** Ids and codes, in the mono face. */
  code?: boolean;
}

/** A line of text. */
export function TextField({ type, placeholder, code, ...props }: TextProps) {
  const { draft, set } = useProfileForm();
  const { field } = props;
  const value = draft[field];
  return (
    <ProfileField {...props} shown={value && <span className={code ? 'code break-all' : 'break-words'}>{value}</span>}>
      {(control) => (
        <Input
          {...control}
          type={type}
          value={value}
          onChange={(event) => set({ [field]: event.target.value })}
          className={code ? 'code' : undefined}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={code || type ? false : undefined}
        />
      )}
    </ProfileField>
  );
}

/** Several lines of text, over both columns. */
export function LongTextField({
  code,
  ...props
}: ProfileFieldProps & { field: TextFieldName | JsonFieldName; code?: boolean }) {
  const { draft, set } = useProfileForm();
  const { field } = props;
  const face = code ? 'code' : undefined;
  return (
    <ProfileField
      {...props}
      wide
      shown={draft[field] && <span className={cn('break-words', face)}>{draft[field]}</span>}
    >
      {(control) => (
        <Textarea
          {...control}
          value={draft[field]}
          onChange={(event) => set({ [field]: event.target.value })}
          className={cn('min-h-16', face)}
          spellCheck={code ? false : undefined}
        />
      )}
    </ProfileField>
  );
}

/** One of a list, or none. */
export function ChoiceField({
  choices,
  none,
  ...props
}: ProfileFieldProps & {
  field: TextFieldName | ReferenceFieldName | 'creditRating';
  choices: readonly Option[];
  /** Stands for no choice; without it there is always one. */
  none?: string;
}) {
  const { draft, set } = useProfileForm();
  const { field } = props;
  return (
    <ProfileField {...props} shown={choices.find(({ value }) => value === draft[field])?.label}>
      {(control) => (
        <Select {...control} value={draft[field]} onChange={(event) => set({ [field]: event.target.value })}>
          {none !== undefined && <option value="">{none}</option>}
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      )}
    </ProfileField>
  );
}

/** Something that holds or does not. */
export function FlagField({ field }: { field: FlagFieldName }) {
  const { draft, set, mayEdit } = useProfileForm();
  const { label } = companyFieldNames[field];
  const id = `profile-${field}`;
  if (!mayEdit) {
    return (
      <ShownField label={label} names={<ApiNames fields={[field]} />}>
        {draft[field] ? 'Yes' : 'No'}
      </ShownField>
    );
  }
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 gap-y-1">
      <Checkbox
        id={id}
        className="mt-0.5"
        checked={draft[field]}
        onCheckedChange={(checked) => set({ [field]: checked === true })}
      />
      <Label htmlFor={id}>{label}</Label>
      <div className="col-start-2">
        <ApiNames fields={[field]} />
      </div>
    </div>
  );
}

'use client';

import { Field, type FieldControlProps } from '@/components/ui/field.tsx';
import { Input } from '@/components/ui/input.tsx';
import { Select } from '@/components/ui/select.tsx';
import { formatDay } from '@/lib/format/date.ts';
import { CheckboxGroup } from './checkbox-group.tsx';
import { useProfileForm } from './profile-context.ts';
import type { CustomDraft, CustomFieldForm } from './profile-draft.ts';
import { ShownField } from './profile-field.tsx';

/** The organisation's own fields, each by its kind. */
export function CustomFields() {
  const { options } = useProfileForm();
  return options.customFields.map((field) => <CustomField key={field.id} field={field} />);
}

function CustomField({ field }: { field: CustomFieldForm }) {
  const { draft, set, problems, mayEdit } = useProfileForm();
  const value = draft.customFields[field.id] ?? '';
  const put = (next: CustomDraft) => set({ customFields: { ...draft.customFields, [field.id]: next } });
  const names = (
    <p className="text-2xs text-muted-foreground">
      JSON:API <code className="font-mono">{`custom_fields.${field.id}`}</code>
    </p>
  );
  if (!mayEdit) {
    return (
      <ShownField label={field.name} names={names}>
        {shownOf(field, value)}
      </ShownField>
    );
  }
  const id = `profile-custom-${field.id}`;
  const error = problems[`customFields.${field.id}`];
  return (
    <div className="grid min-w-0 grid-cols-1 gap-1">
      {Array.isArray(value) ? (
        <CheckboxGroup
          id={id}
          label={field.name}
          choices={field.options.map((option) => ({ value: option.id, label: option.name }))}
          chosen={value}
          onChoose={put}
          error={error}
        />
      ) : (
        <Field id={id} label={field.name} error={error}>
          {(control) => <OneValue field={field} control={control} value={value} onChange={put} />}
        </Field>
      )}
      {names}
    </div>
  );
}

function OneValue({
  field,
  control,
  value,
  onChange,
}: {
  field: CustomFieldForm;
  control: FieldControlProps;
  value: string;
  onChange: (value: string) => void;
}) {
  const props = { ...control, value, onChange: (event: { target: { value: string } }) => onChange(event.target.value) };
  if (field.type === 'SELECT') {
    return (
      <Select {...props}>
        <option value="">None</option>
        {field.options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    );
  }
  return (
    <Input
      {...props}
      type={field.type === 'DATE' ? 'date' : 'text'}
      inputMode={field.type === 'NUMBER' ? 'decimal' : undefined}
      autoComplete="off"
    />
  );
}

function shownOf({ type, options }: CustomFieldForm, value: CustomDraft): string {
  const named = (id: string) => options.find((option) => option.id === id)?.name ?? id;
  if (Array.isArray(value)) return value.map(named).join(', ');
  if (type === 'SELECT') return named(value);
  return type === 'DATE' && value ? formatDay(value) : value;
}

'use client';

import { useState } from 'react';
import { EntryDialog } from '@/components/settings/entry-dialog.tsx';
import { NameField, nameOf } from '@/components/settings/name-field.tsx';
import { Field } from '@/components/ui/field.tsx';
import { Select } from '@/components/ui/select.tsx';
import { type CustomFieldType, customFieldTypes } from '@/db/schema/enums.ts';
import { createCustomField, updateCustomField } from '@/lib/domain/custom-fields/actions.ts';
import { readCustomFieldForm } from './custom-field-form.ts';
import type { CustomFieldRow } from './custom-field-row.ts';
import { fieldTypeWords } from './field-type-words.ts';
import { OptionsField } from './options-field.tsx';

/** Adds a custom field, or changes its name and options. Its type stays, since companies have values of it. */
export function CustomFieldDialog({ field, onClose }: { field: CustomFieldRow | null; onClose: () => void }) {
  const [type, setType] = useState<CustomFieldType>(field?.type ?? 'TEXT');
  const hasOptions = type === 'SELECT' || type === 'MULTI_SELECT';
  const save = (form: FormData) => {
    const { name, options } = readCustomFieldForm(form);
    if (!field) return createCustomField({ name, type, options: hasOptions ? options : [] });
    return updateCustomField({ customFieldId: field.id, name, ...(hasOptions && { options }) });
  };
  return (
    <EntryDialog
      title={field ? `Edit ${field.name}` : 'Add a custom field'}
      description="It appears in the profile of every company, and programs read and write it."
      submitLabel={field ? 'Save' : 'Add field'}
      save={save}
      saved={(form) => `${nameOf(form)} is ${field ? 'saved' : 'added'}`}
      fieldOf={(path) => path.split('.')[0] ?? path}
      onClose={onClose}
    >
      {(problems) => (
        <>
          <NameField value={field?.name} error={problems.name} placeholder="Contract number" />
          <Field
            id="field-type"
            label="Type"
            help={field ? 'The type stays, since companies may have values of it.' : undefined}
            error={problems.type}
          >
            {(control) => (
              <Select
                {...control}
                name="type"
                value={type}
                disabled={field !== null}
                onChange={(event) => setType(event.target.value as CustomFieldType)}
              >
                {customFieldTypes.map((one) => (
                  <option key={one} value={one}>
                    {fieldTypeWords[one]}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          {hasOptions && <OptionsField stored={field?.options ?? []} error={problems.options} />}
        </>
      )}
    </EntryDialog>
  );
}

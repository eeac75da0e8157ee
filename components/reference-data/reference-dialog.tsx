'use client';

import { EntryDialog } from '@/components/settings/entry-dialog.tsx';
import { NameField, nameOf } from '@/components/settings/name-field.tsx';
import { Field } from '@/components/ui/field.tsx';
import { Input } from '@/components/ui/input.tsx';
import { createReference, updateReference } from '@/lib/domain/reference-data/actions.ts';
import type { ReferenceKind, ReferenceView } from '@/lib/domain/reference-data/schema.ts';
import { referenceWords } from './reference-words.ts';

/** Adds an entry to a list that companies refer to, or changes one. */
export function ReferenceDialog({
  kind,
  entry,
  onClose,
}: {
  kind: ReferenceKind;
  /** Null: a new one. */
  entry: ReferenceView | null;
  onClose: () => void;
}) {
  const { one, placeholder } = referenceWords[kind];
  return (
    <EntryDialog
      title={entry ? `Edit ${entry.name}` : `Add a ${one}`}
      description={
        entry ? 'Companies that refer to it go on doing so.' : 'Companies can refer to it as soon as it is added.'
      }
      submitLabel={entry ? 'Save' : `Add ${one}`}
      save={(form) => {
        const values = valuesOf(kind, form);
        return entry ? updateReference({ id: entry.id, ...values }) : createReference(values);
      }}
      saved={(form) => `${nameOf(form)} is ${entry ? 'saved' : 'added'}`}
      onClose={onClose}
    >
      {(problems) => (
        <>
          <NameField value={entry?.name} error={problems.name} placeholder={placeholder} />
          {kind === 'tax-rate' && <PercentageField value={entry?.percentage ?? ''} error={problems.percentage} />}
        </>
      )}
    </EntryDialog>
  );
}

function PercentageField({ value, error }: { value: string; error?: string }) {
  return (
    <Field id="entry-percentage" label="Percentage" help="With at most four decimals." error={error && `It ${error}`}>
      {(control) => (
        <Input
          {...control}
          name="percentage"
          inputMode="decimal"
          defaultValue={value}
          placeholder="19"
          autoComplete="off"
          className="num max-w-32"
          required
        />
      )}
    </Field>
  );
}

/** Whoever writes 7,7 means 7.7. */
const percentageOf = (form: FormData) => String(form.get('percentage') ?? '').replace(',', '.');

const valuesOf = (kind: ReferenceKind, form: FormData) =>
  kind === 'tax-rate' ? { kind, name: nameOf(form), percentage: percentageOf(form) } : { kind, name: nameOf(form) };

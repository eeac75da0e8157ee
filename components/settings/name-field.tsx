import { Field } from '@/components/ui/field.tsx';
import { Input } from '@/components/ui/input.tsx';

/** The name of an entry. */
export function NameField({
  value,
  error,
  help,
  placeholder,
}: {
  value?: string;
  error?: string;
  help?: string;
  placeholder?: string;
}) {
  return (
    <Field id="entry-name" label="Name" help={help} error={error && `The name ${error}`}>
      {(control) => (
        <Input
          {...control}
          name="name"
          defaultValue={value}
          placeholder={placeholder}
          maxLength={120}
          autoComplete="off"
          autoFocus
          required
        />
      )}
    </Field>
  );
}

/** The name as it was typed. */
export const nameOf = (form: FormData): string => String(form.get('name') ?? '').trim();

import { Field } from '@/components/ui/field.tsx';
import { Select } from '@/components/ui/select.tsx';
import { expiryChoices } from './link-draft.ts';

/** How long a link works from now on, in days. */
export function ExpiryField({
  value,
  onChange,
  error,
}: {
  value: string;
  onChange: (value: string) => void;
  error?: string;
}) {
  return (
    <Field
      id="link-expires"
      label="Link works for"
      help="Once it has connected a company it goes on working, to reconnect it."
      error={error}
    >
      {(control) => (
        <Select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
          {expiryChoices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

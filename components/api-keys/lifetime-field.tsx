import { Field } from '@/components/ui/field.tsx';
import { Select } from '@/components/ui/select.tsx';
import { lifetimes } from './lifetimes.ts';

/** How long a key or token works; `endAfter` reads it. */
export function LifetimeField({ id, error }: { id: string; error?: string }) {
  return (
    <Field id={id} label="Works" error={error}>
      {(control) => (
        <Select {...control} name="lifetime">
          {lifetimes.map(({ days, label }) => (
            <option key={days} value={days}>
              {label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

import { Field } from '@/components/ui/field.tsx';
import { Input } from '@/components/ui/input.tsx';

/** A password that is being chosen. */
export function NewPasswordField({
  label = 'Password',
  error,
  autoFocus,
}: {
  label?: string;
  error: string | undefined;
  autoFocus?: boolean;
}) {
  return (
    <Field id="password" label={label} help="At least 10 characters. A few unrelated words are best." error={error}>
      {(control) => (
        <Input
          {...control}
          name="password"
          type="password"
          autoComplete="new-password"
          autoFocus={autoFocus}
          required
        />
      )}
    </Field>
  );
}

import { Field } from '@/components/ui/field.tsx';
import { Input } from '@/components/ui/input.tsx';

/** The e-mail address of an account; `typed` is what was in it when the form came back. */
export function EmailField({
  typed,
  error,
  autoFocus,
}: {
  typed: string | undefined;
  error: string | undefined;
  autoFocus?: boolean;
}) {
  return (
    <Field id="email" label="E-mail" error={error}>
      {(control) => (
        <Input
          {...control}
          name="email"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus={autoFocus}
          required
          defaultValue={typed}
        />
      )}
    </Field>
  );
}

'use client';

import { Alert } from '@/components/ui/alert.tsx';
import { Field } from '@/components/ui/field.tsx';
import { Input } from '@/components/ui/input.tsx';
import { SubmitButton } from '@/components/ui/submit-button.tsx';
import { useTimeZone } from '@/components/ui/viewer.tsx';
import { setUp } from '@/lib/domain/organisations/actions.ts';
import { EmailField } from '../../_components/email-field.tsx';
import { NewPasswordField } from '../../_components/new-password-field.tsx';
import { useFormAction } from '../../_components/use-form-action.ts';

/** The code of the start, the organisation, and its owner's account. */
export function SetUpForm({ code }: { code: string | undefined }) {
  const { form, pending, problem, message, typed } = useFormAction(setUp);
  const timeZone = useTimeZone();
  return (
    <form {...form} className="grid gap-5">
      <input type="hidden" name="timeZone" value={timeZone} />
      <Field
        id="code"
        label="Set-up code"
        help="Printed in the terminal when Ledgerline started."
        error={problem('code')}
      >
        {(control) => (
          <Input
            {...control}
            name="code"
            className="font-mono uppercase"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            autoFocus={!code}
            required
            defaultValue={typed.code ?? code}
          />
        )}
      </Field>
      <Field
        id="organisationName"
        label="Organisation"
        help="Your customers see this name when they connect."
        error={problem('organisationName')}
      >
        {(control) => (
          <Input
            {...control}
            name="organisationName"
            autoComplete="organization"
            required
            defaultValue={typed.organisationName}
          />
        )}
      </Field>
      <Field id="name" label="Your name" error={problem('name')}>
        {(control) => <Input {...control} name="name" autoComplete="name" required defaultValue={typed.name} />}
      </Field>
      <EmailField typed={typed.email} error={problem('email')} />
      <NewPasswordField error={problem('password')} />
      {message && <Alert tone="danger">{message}</Alert>}
      <SubmitButton size="lg" className="w-full" pending={pending} pendingLabel="Setting up…">
        Create organisation
      </SubmitButton>
    </form>
  );
}

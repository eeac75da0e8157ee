'use client';

import { Alert } from '@/components/ui/alert.tsx';
import { Field } from '@/components/ui/field.tsx';
import { Input } from '@/components/ui/input.tsx';
import { SubmitButton } from '@/components/ui/submit-button.tsx';
import { joinAsNewPerson } from '@/lib/domain/member-invitations/actions.ts';
import { NewPasswordField } from '../../../_components/new-password-field.tsx';
import { useFormAction } from '../../../_components/use-form-action.ts';

/** The account of somebody who was invited: their address is known. */
export function JoinForm({ token, email }: { token: string; email: string }) {
  const { form, pending, problem, message, typed } = useFormAction(joinAsNewPerson);
  return (
    <form {...form} className="grid gap-5">
      <input type="hidden" name="token" value={token} />
      <Field id="email" label="E-mail">
        {(control) => <Input {...control} type="email" autoComplete="username" value={email} readOnly />}
      </Field>
      <Field id="name" label="Your name" error={problem('name')}>
        {(control) => (
          <Input {...control} name="name" autoComplete="name" autoFocus required defaultValue={typed.name} />
        )}
      </Field>
      <NewPasswordField error={problem('password')} />
      {message && <Alert tone="danger">{message}</Alert>}
      <SubmitButton size="lg" className="w-full" pending={pending} pendingLabel="Joining…">
        Join
      </SubmitButton>
    </form>
  );
}

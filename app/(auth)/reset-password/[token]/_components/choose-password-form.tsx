'use client';

import { Alert } from '@/components/ui/alert.tsx';
import { SubmitButton } from '@/components/ui/submit-button.tsx';
import { choosePassword } from '@/lib/domain/passwords/actions.ts';
import { NewPasswordField } from '../../../_components/new-password-field.tsx';
import { useFormAction } from '../../../_components/use-form-action.ts';

/** The new password of whoever holds the link. */
export function ChoosePasswordForm({ token, email }: { token: string; email: string }) {
  const { form, pending, problem, message } = useFormAction(choosePassword);
  return (
    <form {...form} className="grid gap-5">
      <input type="hidden" name="token" value={token} />
      {/* For password managers, which keep a password by its account. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <NewPasswordField label="New password" error={problem('password')} autoFocus />
      {message && <Alert tone="danger">{message}</Alert>}
      <SubmitButton size="lg" className="w-full" pending={pending} pendingLabel="Saving…">
        Save and sign in
      </SubmitButton>
    </form>
  );
}

'use client';

import Link from 'next/link';
import { Alert } from '@/components/ui/alert.tsx';
import { buttonVariants } from '@/components/ui/button.tsx';
import { SubmitButton } from '@/components/ui/submit-button.tsx';
import { forgotPassword } from '@/lib/domain/passwords/actions.ts';
import { EmailField } from '../../_components/email-field.tsx';
import { useFormAction } from '../../_components/use-form-action.ts';

/** Whose password it is; the answer is the same whether there is such an account or not. */
export function ForgotPasswordForm() {
  const { form, pending, problem, message, typed, done } = useFormAction(forgotPassword);
  if (done) {
    return (
      <div className="grid gap-5">
        <Alert tone="success" title="Look at your mail">
          If {done.email} has an account here, a link is on its way. It works for an hour.
        </Alert>
        <BackToSignIn />
      </div>
    );
  }
  return (
    <form {...form} className="grid gap-5">
      <EmailField typed={typed.email} error={problem('email')} autoFocus />
      {message && <Alert tone="danger">{message}</Alert>}
      <SubmitButton size="lg" className="w-full" pending={pending} pendingLabel="Sending…">
        Send the link
      </SubmitButton>
      <BackToSignIn />
    </form>
  );
}

const BackToSignIn = () => (
  <Link href="/sign-in" className={buttonVariants({ variant: 'link' })}>
    Back to sign-in
  </Link>
);

'use client';

import Link from 'next/link';
import { Alert } from '@/components/ui/alert.tsx';
import { Button, buttonVariants } from '@/components/ui/button.tsx';
import { Field } from '@/components/ui/field.tsx';
import { Input } from '@/components/ui/input.tsx';
import { SubmitButton } from '@/components/ui/submit-button.tsx';
import { signIn } from '@/lib/domain/sessions/actions.ts';
import { EmailField } from '../../_components/email-field.tsx';
import { useFormAction } from '../../_components/use-form-action.ts';

interface SignInFormProps {
  /** Path to go to afterwards. */
  next: string;
  /** The known sign-in of a demo organisation. */
  demo: { email: string; password: string } | undefined;
}

/** E-mail and password; the demo's own below, ready to be filled in. */
export function SignInForm({ next, demo }: SignInFormProps) {
  const { form, pending, problem, message, typed } = useFormAction(signIn);

  const fillInDemo = () => {
    for (const name of ['email', 'password'] as const) {
      const input = form.ref.current?.querySelector<HTMLInputElement>(`input[name="${name}"]`);
      if (input && demo) input.value = demo[name];
    }
    form.ref.current?.querySelector<HTMLElement>('button[type="submit"]')?.focus();
  };

  return (
    <form {...form} className="grid gap-5">
      <input type="hidden" name="next" value={next} />
      <EmailField typed={typed.email} error={problem('email')} autoFocus />
      <Field id="password" label="Password" error={problem('password')}>
        {(control) => <Input {...control} name="password" type="password" autoComplete="current-password" required />}
      </Field>
      {message && <Alert tone="danger">{message}</Alert>}
      <SubmitButton size="lg" className="w-full" pending={pending} pendingLabel="Signing in…">
        Sign in
      </SubmitButton>
      <Link href="/forgot-password" className={buttonVariants({ variant: 'link' })}>
        Forgot your password?
      </Link>
      {demo && (
        <Alert
          action={
            <Button size="sm" onClick={fillInDemo}>
              Fill in
            </Button>
          }
          title="Demo sign-in"
        >
          <span className="code block break-all">{demo.email}</span>
          <span className="code block break-all">{demo.password}</span>
        </Alert>
      )}
    </form>
  );
}

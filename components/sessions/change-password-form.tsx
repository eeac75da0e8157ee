'use client';

import { type FormEvent, useRef, useState, useTransition } from 'react';
import { formProblems, unanswered } from '@/components/settings/form-problems.ts';
import { Alert } from '@/components/ui/alert.tsx';
import { Field } from '@/components/ui/field.tsx';
import { Input } from '@/components/ui/input.tsx';
import { SubmitButton } from '@/components/ui/submit-button.tsx';
import { toast } from '@/components/ui/toast.ts';
import { changePassword } from '@/lib/domain/passwords/actions.ts';

/** The password of who is signed in. */
export function ChangePasswordForm({ email }: { email: string }) {
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [pending, startTransition] = useTransition();
  const form = useRef<HTMLFormElement>(null);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    startTransition(async () => {
      const result = await changePassword({
        current: String(typed.get('current') ?? ''),
        password: String(typed.get('password') ?? ''),
      }).catch(unanswered);
      setProblems(result.ok ? {} : formProblems(result));
      if (!result.ok) return;
      form.current?.reset();
      toast.success('Your password is changed; your other browsers are signed out');
    });
  };
  return (
    <form ref={form} onSubmit={submit} className="grid max-w-form grid-cols-1 gap-5" noValidate>
      {problems.form && <Alert tone="danger">{problems.form}</Alert>}
      {/* For password managers, which keep a password by its account. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <Field id="current-password" label="Current password" error={problems.current && `This ${problems.current}.`}>
        {(control) => <Input {...control} name="current" type="password" autoComplete="current-password" required />}
      </Field>
      <Field
        id="new-password"
        label="New password"
        help="At least 10 characters. A few unrelated words are best."
        error={problems.password && `It ${problems.password}.`}
      >
        {(control) => <Input {...control} name="password" type="password" autoComplete="new-password" required />}
      </Field>
      <SubmitButton pending={pending} pendingLabel="Saving…" variant="secondary" className="justify-self-start">
        Change password
      </SubmitButton>
    </form>
  );
}

'use client';

import { type FormEvent, type ReactNode, useState, useTransition } from 'react';
import { formProblems, unanswered } from '@/components/settings/form-problems.ts';
import { Alert } from '@/components/ui/alert.tsx';
import { Field } from '@/components/ui/field.tsx';
import { Input } from '@/components/ui/input.tsx';
import { SubmitButton } from '@/components/ui/submit-button.tsx';
import { toast } from '@/components/ui/toast.ts';
import { updateBranding } from '@/lib/domain/branding/actions.ts';
import { isHexColor } from '@/lib/format/color.ts';
import { AccentField } from './accent-field.tsx';
import type { BrandLogo } from './brand-mark.tsx';
import { BrandingPreview } from './branding-preview.tsx';

/** The colour and the contact address, with what the page would look like. */
export function BrandingForm({
  accent: storedAccent,
  contact,
  name,
  logo,
  children,
}: {
  accent: string | null;
  contact: string | null;
  /** Of the organisation. */
  name: string;
  logo: BrandLogo | null;
  /** Fields that save themselves, before the others. */
  children: ReactNode;
}) {
  const [accent, setAccent] = useState(storedAccent ?? '');
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [pending, startTransition] = useTransition();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    startTransition(async () => {
      const result = await updateBranding({
        accent: accent.trim(),
        contact: String(data.get('contact') ?? '').trim(),
      }).catch(unanswered);
      setProblems(result.ok ? {} : formProblems(result));
      if (result.ok) toast.success('Your customers see it from now on');
    });
  };
  const shown = isHexColor(accent.trim()) ? accent.trim() : null;
  return (
    <form
      onSubmit={submit}
      className="grid min-w-0 grid-cols-1 items-start gap-x-8 gap-y-6 xl:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]"
      noValidate
    >
      <div className="grid grid-cols-1 gap-6">
        {children}
        {problems.form && <Alert tone="danger">{problems.form}</Alert>}
        <AccentField value={accent} onChange={setAccent} error={problems.accent && `The colour ${problems.accent}`} />
        <Field
          id="branding-contact"
          label="Contact address"
          optional
          help="Customers are told to write here when a link does not work for them."
          error={problems.contact && `This ${problems.contact}`}
        >
          {(control) => (
            <Input
              {...control}
              name="contact"
              type="email"
              defaultValue={contact ?? ''}
              autoComplete="off"
              maxLength={254}
            />
          )}
        </Field>
        <SubmitButton pending={pending} pendingLabel="Saving…" className="justify-self-start">
          Save
        </SubmitButton>
      </div>
      <BrandingPreview name={name} logo={logo} accent={shown} />
    </form>
  );
}

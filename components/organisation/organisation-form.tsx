'use client';

import { type FormEvent, useState, useTransition } from 'react';
import { formProblems, unanswered } from '@/components/settings/form-problems.ts';
import { Alert } from '@/components/ui/alert.tsx';
import { Field } from '@/components/ui/field.tsx';
import { Input } from '@/components/ui/input.tsx';
import { Select } from '@/components/ui/select.tsx';
import { SubmitButton } from '@/components/ui/submit-button.tsx';
import { toast } from '@/components/ui/toast.ts';
import { updateOrganisation } from '@/lib/domain/organisations/actions.ts';

/** The organisation's name and time zone. `zones` are IANA names. */
export function OrganisationForm({ name, timeZone, zones }: { name: string; timeZone: string; zones: string[] }) {
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [pending, startTransition] = useTransition();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    startTransition(async () => {
      const result = await updateOrganisation({
        name: String(form.get('name') ?? ''),
        timeZone: String(form.get('timeZone') ?? ''),
      }).catch(unanswered);
      setProblems(result.ok ? {} : formProblems(result));
      if (result.ok) toast.success('The organisation is saved');
    });
  };
  return (
    <form onSubmit={submit} className="grid max-w-form grid-cols-1 gap-5" noValidate>
      {problems.form && <Alert tone="danger">{problems.form}</Alert>}
      <Field
        id="organisation-name"
        label="Name"
        help="Your customers see it when they connect, and members when they switch."
        error={problems.name && `The name ${problems.name}`}
      >
        {(control) => (
          <Input {...control} name="name" defaultValue={name} maxLength={120} autoComplete="organization" required />
        )}
      </Field>
      <Field
        id="organisation-zone"
        label="Time zone"
        help="A day begins by it in the JSON:API, whose times carry its offset. The console shows each member's own zone."
        error={problems.timeZone && `It ${problems.timeZone}`}
      >
        {(control) => (
          <Select {...control} name="timeZone" defaultValue={timeZone}>
            {zones.map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll('_', ' ')}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <SubmitButton pending={pending} pendingLabel="Saving…" className="justify-self-start">
        Save
      </SubmitButton>
    </form>
  );
}

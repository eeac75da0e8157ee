'use client';

import { Plus } from 'lucide-react';
import { type FormEvent, useState, useTransition } from 'react';
import { CompanyPicker, type PickedCompany } from '@/components/companies/company-picker.tsx';
import { Alert } from '@/components/ui/alert.tsx';
import { Button } from '@/components/ui/button.tsx';
import { ChoiceCard } from '@/components/ui/choice-card.tsx';
import { DialogDescription, DialogFooter, DialogHeader, DialogTitle } from '@/components/ui/dialog.tsx';
import { Field, FieldError } from '@/components/ui/field.tsx';
import { Input } from '@/components/ui/input.tsx';
import { SubmitButton } from '@/components/ui/submit-button.tsx';
import { createApiKey } from '@/lib/domain/api-keys/actions.ts';
import { KeyDialog } from './key-dialog.tsx';
import { LifetimeField } from './lifetime-field.tsx';
import { endAfter } from './lifetimes.ts';

/** Makes a key and shows it once. */
export function CreateApiKeyButton() {
  return (
    <KeyDialog
      command="Create an API key"
      trigger={
        <Button variant="primary">
          <Plus aria-hidden />
          Create key
        </Button>
      }
      form={(onMade) => <KeyForm onMade={onMade} />}
    />
  );
}

function KeyForm({ onMade }: { onMade: (key: string) => void }) {
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [pending, startTransition] = useTransition();
  const [isLimited, setLimited] = useState(false);
  const [picked, setPicked] = useState<PickedCompany[]>([]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    startTransition(async () => {
      const result = await createApiKey({
        name: String(data.get('name') ?? ''),
        readOnly: data.get('access') === 'read',
        expiresAt: endAfter(String(data.get('lifetime') ?? ''), Date.now()),
        companyIds: isLimited ? picked.map(({ id }) => id) : null,
      });
      if (result.ok) return onMade(result.data.key);
      const byField = result.issues.map((issue) => [issue.path, issue.message] as const);
      setProblems(byField.length > 0 ? Object.fromEntries(byField) : { form: result.message });
    });
  };
  return (
    <form onSubmit={submit} className="grid gap-5" noValidate>
      <DialogHeader>
        <DialogTitle>Create an API key</DialogTitle>
        <DialogDescription>It belongs to this organisation.</DialogDescription>
      </DialogHeader>
      {problems.form && <Alert tone="danger">{problems.form}</Alert>}
      <Field id="key-name" label="Name" help="What uses it, so that you know later." error={problems.name}>
        {(control) => <Input {...control} name="name" maxLength={100} autoComplete="off" required />}
      </Field>
      <fieldset className="grid gap-2">
        <legend className="mb-1.5 font-medium text-sm">Access</legend>
        <ChoiceCard
          name="access"
          value="write"
          defaultChecked
          title="Read and write"
          description="Also makes links, starts syncs and changes settings."
        />
        <ChoiceCard name="access" value="read" title="Read only" description="Every change is refused." />
      </fieldset>
      <fieldset className="grid gap-2">
        <legend className="mb-1.5 font-medium text-sm">Companies</legend>
        <ChoiceCard
          name="companies"
          value="all"
          checked={!isLimited}
          onChange={() => setLimited(false)}
          title="Every company"
          description="Also those that are made later."
        />
        <ChoiceCard
          name="companies"
          value="some"
          checked={isLimited}
          onChange={() => setLimited(true)}
          title="Only some"
          description="Others are not found with this key. Nothing that concerns all of them can be changed."
        />
        {isLimited && <CompanyPicker picked={picked} onPick={setPicked} />}
        {problems.companyIds && <FieldError>Choose a company, or let the key reach every one</FieldError>}
      </fieldset>
      <LifetimeField id="key-lifetime" />
      <DialogFooter>
        <SubmitButton pending={pending} pendingLabel="Creating…">
          Create key
        </SubmitButton>
      </DialogFooter>
    </form>
  );
}

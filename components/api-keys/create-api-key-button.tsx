'use client';

import { Plus } from 'lucide-react';
import { type FormEvent, useState, useTransition } from 'react';
import { Alert } from '@/components/ui/alert.tsx';
import { Button } from '@/components/ui/button.tsx';
import { ChoiceCard } from '@/components/ui/choice-card.tsx';
import { CopyField } from '@/components/ui/copy-field.tsx';
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from '@/components/ui/dialog.tsx';
import { Field } from '@/components/ui/field.tsx';
import { Input } from '@/components/ui/input.tsx';
import { SubmitButton } from '@/components/ui/submit-button.tsx';
import { createApiKey } from '@/lib/domain/api-keys/actions.ts';

/** Makes a key and shows it once. */
export function CreateApiKeyButton() {
  const [open, setOpen] = useState(false);
  const [key, setKey] = useState<string | null>(null);
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setKey(null);
      }}
    >
      <DialogTrigger asChild>
        <Button variant="primary">
          <Plus aria-hidden />
          Create key
        </Button>
      </DialogTrigger>
      <DialogContent>
        {key ? <KeyMade value={key} onDone={() => setOpen(false)} /> : <KeyForm onMade={setKey} />}
      </DialogContent>
    </Dialog>
  );
}

function KeyForm({ onMade }: { onMade: (key: string) => void }) {
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [pending, startTransition] = useTransition();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    startTransition(async () => {
      const result = await createApiKey({
        name: String(data.get('name') ?? ''),
        readOnly: data.get('access') === 'read',
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
        <DialogDescription>It belongs to this organisation and works until it is revoked.</DialogDescription>
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
      <DialogFooter>
        <SubmitButton pending={pending} pendingLabel="Creating…">
          Create key
        </SubmitButton>
      </DialogFooter>
    </form>
  );
}

function KeyMade({ value, onDone }: { value: string; onDone: () => void }) {
  return (
    <div className="grid gap-5">
      <DialogHeader>
        <DialogTitle>Copy the key now</DialogTitle>
        <DialogDescription>It is stored as a digest only and can't be shown again.</DialogDescription>
      </DialogHeader>
      <CopyField value={value} label="API key" />
      <DialogFooter>
        <Button variant="primary" onClick={onDone}>
          Done
        </Button>
      </DialogFooter>
    </div>
  );
}

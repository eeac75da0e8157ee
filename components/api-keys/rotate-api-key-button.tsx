'use client';

import { type FormEvent, useState, useTransition } from 'react';
import { Alert } from '@/components/ui/alert.tsx';
import { Button } from '@/components/ui/button.tsx';
import { DialogDescription, DialogFooter, DialogHeader, DialogTitle } from '@/components/ui/dialog.tsx';
import { Field } from '@/components/ui/field.tsx';
import { Select } from '@/components/ui/select.tsx';
import { SubmitButton } from '@/components/ui/submit-button.tsx';
import { rotateApiKey } from '@/lib/domain/api-keys/actions.ts';
import { defaultOverlapDays } from '@/lib/domain/api-keys/overlap.ts';
import { KeyDialog } from './key-dialog.tsx';

const overlaps = [
  { days: 0, label: 'Ends now' },
  { days: 1, label: 'Works another day' },
  { days: 7, label: 'Works another 7 days' },
  { days: 30, label: 'Works another 30 days' },
];

/** Makes a key that takes the place of another, and shows it once. Not offered as soon as there is a successor. */
export function RotateApiKeyButton({ apiKeyId, name, offered }: { apiKeyId: string; name: string; offered: boolean }) {
  return (
    <KeyDialog
      trigger={
        offered && (
          <Button size="sm" variant="ghost" aria-label={`Rotate ${name}`}>
            Rotate
          </Button>
        )
      }
      note="Give it to the program, and see in the table that the old key is not used any more."
      form={(onMade) => <OverlapForm apiKeyId={apiKeyId} name={name} onMade={onMade} />}
    />
  );
}

function OverlapForm({ apiKeyId, name, onMade }: { apiKeyId: string; name: string; onMade: (key: string) => void }) {
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const overlapDays = Number(new FormData(event.currentTarget).get('overlap'));
    startTransition(async () => {
      const result = await rotateApiKey({ apiKeyId, overlapDays });
      if (result.ok) onMade(result.data.key);
      else setProblem(result.message);
    });
  };
  return (
    <form onSubmit={submit} className="grid gap-5">
      <DialogHeader>
        <DialogTitle>Rotate {name}</DialogTitle>
        <DialogDescription>
          Makes a new key with the same name, rights and lifetime. Both work until the old one ends.
        </DialogDescription>
      </DialogHeader>
      {problem && <Alert tone="danger">{problem}</Alert>}
      <Field id="key-overlap" label="The old key">
        {(control) => (
          <Select {...control} name="overlap" defaultValue={defaultOverlapDays}>
            {overlaps.map(({ days, label }) => (
              <option key={days} value={days}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <DialogFooter>
        <SubmitButton pending={pending} pendingLabel="Rotating…">
          Rotate key
        </SubmitButton>
      </DialogFooter>
    </form>
  );
}

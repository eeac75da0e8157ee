'use client';

import { type FormEvent, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button.tsx';
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from '@/components/ui/dialog.tsx';
import { Field } from '@/components/ui/field.tsx';
import { Input } from '@/components/ui/input.tsx';
import { SubmitButton } from '@/components/ui/submit-button.tsx';
import { toast } from '@/components/ui/toast.ts';
import { renameCompany } from '@/lib/domain/companies/actions.ts';

/** Gives a company another name. */
export function CompanyRenameDialog({
  companyId,
  name,
  onClose,
}: {
  companyId: number;
  name: string;
  onClose: () => void;
}) {
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const next = String(new FormData(event.currentTarget).get('name') ?? '').trim();
    if (next === name) return onClose();
    startTransition(async () => {
      const result = await renameCompany({ companyId, name: next });
      if (!result.ok) return setProblem(result.issues[0] ? `The name ${result.issues[0].message}.` : result.message);
      toast.success(`It is called ${next} now`);
      onClose();
    });
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <form onSubmit={submit} className="grid gap-5" noValidate>
          <DialogHeader>
            <DialogTitle>Rename {name}</DialogTitle>
            <DialogDescription>
              The name your organisation sees, and your customer on the connect page. The company code stays.
            </DialogDescription>
          </DialogHeader>
          <Field id="company-name" label="Company name" error={problem}>
            {(control) => (
              <Input {...control} name="name" defaultValue={name} maxLength={255} autoComplete="off" autoFocus />
            )}
          </Field>
          <DialogFooter>
            <Button onClick={onClose}>Cancel</Button>
            <SubmitButton pending={pending} pendingLabel="Saving…">
              Save
            </SubmitButton>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}

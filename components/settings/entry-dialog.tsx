'use client';

import { type FormEvent, type ReactNode, useState, useTransition } from 'react';
import { Alert } from '@/components/ui/alert.tsx';
import { Button } from '@/components/ui/button.tsx';
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from '@/components/ui/dialog.tsx';
import { SubmitButton } from '@/components/ui/submit-button.tsx';
import { toast } from '@/components/ui/toast.ts';
import { formProblems, unanswered } from './form-problems.ts';

type Outcome = { ok: true } | { ok: false; message: string; issues: readonly { path: string; message: string }[] };

export interface EntryDialogProps {
  title: string;
  description: string;
  /** The verb of the button: "Add chain", "Save". */
  submitLabel: string;
  save: (form: FormData) => Promise<Outcome>;
  /** What the toast says once it is saved. */
  saved: (form: FormData) => string;
  /** The field that a problem's path belongs to, where that is not the path itself. */
  fieldOf?: (path: string) => string;
  onClose: () => void;
  /** The fields; each is given what is wrong with it, by its name. */
  children: (problems: Record<string, string>) => ReactNode;
}

/** The form of one entry of a list in a dialog: saves, says so and closes, or shows what is wrong and keeps what was typed. */
export function EntryDialog({
  title,
  description,
  submitLabel,
  save,
  saved,
  fieldOf,
  onClose,
  children,
}: EntryDialogProps) {
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [pending, startTransition] = useTransition();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    startTransition(async () => {
      const result = await save(form).catch(unanswered);
      if (!result.ok) return setProblems(formProblems(result, fieldOf));
      toast.success(saved(form));
      onClose();
    });
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="max-h-[calc(100dvh-2rem)] overflow-y-auto">
        <form onSubmit={submit} className="grid grid-cols-1 gap-5" noValidate>
          <DialogHeader>
            <DialogTitle>{title}</DialogTitle>
            <DialogDescription>{description}</DialogDescription>
          </DialogHeader>
          {problems.form && <Alert tone="danger">{problems.form}</Alert>}
          {children(problems)}
          <DialogFooter>
            <Button onClick={onClose}>Cancel</Button>
            <SubmitButton pending={pending} pendingLabel="Saving…">
              {submitLabel}
            </SubmitButton>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}

'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useEffect, useState, useTransition } from 'react';
import { formProblems, unanswered } from '@/components/settings/form-problems.ts';
import { Alert } from '@/components/ui/alert.tsx';
import { Quantity } from '@/components/ui/amount.tsx';
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
import { eraseCompany, previewErasure } from '@/lib/domain/companies/actions.ts';

/** Asks whether a company is to be erased, and has its name typed: there is no way back. */
export function EraseDialog({ companyId, name, onClose }: { companyId: number; name: string; onClose: () => void }) {
  const router = useRouter();
  const rows = useRows(companyId);
  const [typed, setTyped] = useState('');
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [pending, startTransition] = useTransition();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    startTransition(async () => {
      const result = await eraseCompany({ companyId, name: typed }).catch(unanswered);
      if (result.ok) return router.push(`/companies/erasures/${companyId}`);
      setProblems(formProblems(result));
    });
  };
  return (
    <Dialog open onOpenChange={(open) => !open && !pending && onClose()}>
      <DialogContent>
        <form onSubmit={submit} className="grid gap-5" noValidate>
          <DialogHeader>
            <DialogTitle>Erase {name} for good?</DialogTitle>
            <DialogDescription>
              The company is gone at once, with its link, its stored sign-in and all that was read, written and set of
              it
              {rows === null ? '. ' : <RowCount rows={rows} />}
              Nothing on its platform is touched. It can't be undone. The audit log keeps who did it, when, and how many
              rows of what.
            </DialogDescription>
          </DialogHeader>
          {problems.form && <Alert tone="danger">{problems.form}</Alert>}
          <Field
            id="erase-name"
            label={`Type “${name}” to confirm`}
            error={problems.name && `What you typed ${problems.name}.`}
          >
            {(control) => (
              <Input
                {...control}
                value={typed}
                autoComplete="off"
                autoFocus
                maxLength={255}
                onChange={(event) => setTyped(event.target.value)}
              />
            )}
          </Field>
          <DialogFooter>
            <Button onClick={onClose} disabled={pending}>
              Cancel
            </Button>
            <SubmitButton
              variant="danger"
              pending={pending}
              pendingLabel="Erasing…"
              disabled={typed.trim() !== name.trim()}
            >
              Erase for good
            </SubmitButton>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}

const RowCount = ({ rows }: { rows: number }) => (
  <>
    : <Quantity value={rows} /> rows.{' '}
  </>
);

/** How many rows there are of the company in all tables; null until they are counted. */
function useRows(companyId: number): number | null {
  const [rows, setRows] = useState<number | null>(null);
  useEffect(() => {
    previewErasure({ companyId }).then(
      (result) => result.ok && setRows(result.data.rows),
      () => {}, // The question can be answered without the number.
    );
  }, [companyId]);
  return rows;
}

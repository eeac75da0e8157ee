'use client';

import { type FormEvent, useState, useTransition } from 'react';
import { dataModelNames } from '@/components/syncs/data-model-names.ts';
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
import type { Scope } from '@/db/schema/enums.ts';
import { updateModelConfigs } from '@/lib/domain/sync-config/actions.ts';
import { modelChange } from './model-change.ts';
import { ModelFields } from './model-fields.tsx';
import type { ModelRow } from './model-row.ts';

/** How often a model is read, from when, and what may be done with it. */
export function EditModelDialog({
  companyId,
  model,
  offeredScopes,
  onClose,
}: {
  companyId: number;
  model: ModelRow;
  offeredScopes: readonly Scope[];
  onClose: () => void;
}) {
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [pending, startTransition] = useTransition();
  const name = dataModelNames[model.dataModel];

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const change = modelChange(model, new FormData(event.currentTarget));
    if (!change) return onClose();
    startTransition(async () => {
      const result = await updateModelConfigs({ companyId, configs: [change] });
      if (result.ok) {
        toast.success(`${name}: the settings are saved`);
        return onClose();
      }
      const byField = result.issues.map((issue) => [issue.path.split('.').at(-1) ?? '', issue.message] as const);
      setProblems(byField.length > 0 ? Object.fromEntries(byField) : { form: result.message });
    });
  };

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <form onSubmit={submit} className="grid gap-5" noValidate>
          <DialogHeader>
            <DialogTitle>{name}</DialogTitle>
            <DialogDescription>How often they are read. What is stored already stays as it is.</DialogDescription>
          </DialogHeader>
          {problems.form && <Alert tone="danger">{problems.form}</Alert>}
          <ModelFields
            model={model}
            offeredScopes={offeredScopes}
            syncFromHelp="Records dated before this day are not read. An earlier day reads the older ones with the next sync. Left empty, it follows the company."
            problems={problems}
          />
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

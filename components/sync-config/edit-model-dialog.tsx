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
import { Field } from '@/components/ui/field.tsx';
import { Input } from '@/components/ui/input.tsx';
import { Select } from '@/components/ui/select.tsx';
import { SubmitButton } from '@/components/ui/submit-button.tsx';
import { toast } from '@/components/ui/toast.ts';
import { type Frequency, frequencies, type Scope } from '@/db/schema/enums.ts';
import { updateModelConfigs } from '@/lib/domain/sync-config/actions.ts';
import { modelChange } from './model-change.ts';
import type { ModelRow } from './model-row.ts';
import { frequencyWords } from './schedule-words.ts';
import { ScopesField } from './scopes-field.tsx';

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
  const [frequency, setFrequency] = useState<Frequency>(model.frequency);
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
          <div className="grid grid-cols-2 items-start gap-3">
            <Field
              id="model-interval"
              label="Every"
              error={problems.interval && `Every ${problems.interval}`}
              className={frequency === 'NEVER' ? 'opacity-50' : undefined}
            >
              {(control) => (
                <Input
                  {...control}
                  name="interval"
                  type="number"
                  inputMode="numeric"
                  min={1}
                  max={1000}
                  defaultValue={model.interval}
                  disabled={frequency === 'NEVER'}
                />
              )}
            </Field>
            <Field id="model-frequency" label="Unit" error={problems.frequency}>
              {(control) => (
                <Select
                  {...control}
                  name="frequency"
                  value={frequency}
                  onChange={(event) => setFrequency(event.target.value as Frequency)}
                >
                  {frequencies.map((one) => (
                    <option key={one} value={one}>
                      {frequencyWords[one]}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          </div>
          {model.isDated && (
            <Field
              id="model-sync-from"
              label="Sync from"
              optional
              help="Records dated before this day are not read. An earlier day reads the older ones with the next sync. Left empty, it follows the company."
              error={problems.syncFrom}
            >
              {(control) => (
                <Input {...control} name="syncFrom" type="date" defaultValue={model.syncFrom?.slice(0, 10) ?? ''} />
              )}
            </Field>
          )}
          <ScopesField chosen={model.scopeAccess} offered={offeredScopes} error={problems.scopeAccess} />
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

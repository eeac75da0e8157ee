'use client';

import { Pencil } from 'lucide-react';
import { type FormEvent, useState, useTransition } from 'react';
import { toast } from 'sonner';
import { Alert } from '@/components/ui/alert.tsx';
import { Button } from '@/components/ui/button.tsx';
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
import { Select } from '@/components/ui/select.tsx';
import { SubmitButton } from '@/components/ui/submit-button.tsx';
import { type Frequency, frequencies } from '@/db/schema/enums.ts';
import { updateModelConfigs } from '@/lib/domain/sync-config/actions.ts';
import type { ModelRow } from './models-table.tsx';
import { frequencyWords } from './schedule-words.ts';

/** How often a model is synced and from when. */
export function EditModelDialog({ companyId, model, name }: { companyId: number; model: ModelRow; name: string }) {
  const [open, setOpen] = useState(false);
  const [frequency, setFrequency] = useState<Frequency>(model.frequency);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [pending, startTransition] = useTransition();
  const id = `model-${model.dataModel.toLowerCase()}`;

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const syncFrom = String(data.get('syncFrom') ?? '');
    startTransition(async () => {
      const result = await updateModelConfigs({
        companyId,
        configs: [
          {
            dataModel: model.dataModel,
            frequency,
            ...(frequency === 'NEVER' ? {} : { interval: Number(data.get('interval')) }),
            syncFrom: syncFrom ? `${syncFrom}T00:00:00.000Z` : null,
          },
        ],
      });
      if (result.ok) {
        toast.success(`${name}: the schedule is saved`);
        setOpen(false);
        return;
      }
      const byField = result.issues.map((issue) => [issue.path.split('.').at(-1) ?? '', issue.message] as const);
      setProblems({ ...Object.fromEntries(byField), form: result.message });
    });
  };

  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setProblems({});
        setFrequency(model.frequency);
      }}
    >
      <DialogTrigger asChild>
        <Button variant="ghost" size="icon-sm" aria-label={`Edit ${name.toLowerCase()}`}>
          <Pencil aria-hidden />
        </Button>
      </DialogTrigger>
      <DialogContent>
        <form onSubmit={submit} className="grid gap-5" noValidate>
          <DialogHeader>
            <DialogTitle>{name}</DialogTitle>
            <DialogDescription>
              How often they are read, and from when. Stored records are never touched.
            </DialogDescription>
          </DialogHeader>
          {problems.form && <Alert tone="danger">{problems.form}</Alert>}
          <div className="grid grid-cols-2 gap-3">
            <Field id={`${id}-interval`} label="Every" error={problems.interval}>
              {(control) => (
                <Input
                  {...control}
                  name="interval"
                  type="number"
                  min={1}
                  max={1000}
                  defaultValue={model.interval}
                  disabled={frequency === 'NEVER'}
                />
              )}
            </Field>
            <Field id={`${id}-frequency`} label="Unit" error={problems.frequency}>
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
          <Field
            id={`${id}-sync-from`}
            label="Sync from"
            optional
            help="Records dated before this day are not read. An earlier day reads the older ones with the next sync."
            error={problems.syncFrom}
          >
            {(control) => (
              <Input {...control} name="syncFrom" type="date" defaultValue={model.syncFrom?.slice(0, 10) ?? ''} />
            )}
          </Field>
          <DialogFooter>
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <SubmitButton pending={pending} pendingLabel="Saving…">
              Save
            </SubmitButton>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}

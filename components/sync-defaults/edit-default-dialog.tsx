'use client';

import { type FormEvent, useState, useTransition } from 'react';
import { formProblems, unanswered } from '@/components/settings/form-problems.ts';
import { ModelFields } from '@/components/sync-config/model-fields.tsx';
import { dataModelNames } from '@/components/syncs/data-model-names.ts';
import { Alert } from '@/components/ui/alert.tsx';
import { Button } from '@/components/ui/button.tsx';
import { Checkbox } from '@/components/ui/checkbox.tsx';
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from '@/components/ui/dialog.tsx';
import { Label } from '@/components/ui/label.tsx';
import { SubmitButton } from '@/components/ui/submit-button.tsx';
import { toast } from '@/components/ui/toast.ts';
import type { Integration, Scope } from '@/db/schema/enums.ts';
import type { ModelConfigInput } from '@/lib/domain/sync-config/schema.ts';
import { countPropagation, updateSyncDefaults } from '@/lib/domain/sync-defaults/actions.ts';
import type { PropagationCount } from '@/lib/domain/sync-defaults/schema.ts';
import { AudienceStep } from './audience-step.tsx';
import { type DefaultRow, defaultChange } from './default-row.ts';

/** Changes one model's defaults: first what, then for which companies, who are counted before anything is stored. */
export function EditDefaultDialog({
  integration,
  row,
  offeredScopes,
  onClose,
}: {
  integration: Integration;
  row: DefaultRow;
  offeredScopes: readonly Scope[];
  onClose: () => void;
}) {
  const [counted, setCounted] = useState<{ change: ModelConfigInput; count: PropagationCount } | null>(null);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [pending, startTransition] = useTransition();
  const name = dataModelNames[row.dataModel];

  const refused = (refusal: Parameters<typeof formProblems>[0]) => {
    setCounted(null);
    setProblems(formProblems(refusal, (path) => path.split('.').at(-1) ?? ''));
  };
  const preview = (change: ModelConfigInput) =>
    startTransition(async () => {
      const result = await countPropagation({ integration, configs: [change] }).catch(unanswered);
      if (!result.ok) return refused(result);
      setProblems({});
      setCounted({ change, count: result.data });
    });
  const store = (change: ModelConfigInput, propagate: boolean) =>
    startTransition(async () => {
      const result = await updateSyncDefaults({ integration, configs: [change], propagate }).catch(unanswered);
      if (!result.ok) return refused(result);
      toast.success(`${name}: the defaults are saved${propagate ? ' and passed on' : ''}`);
      onClose();
    });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    if (counted) return store(counted.change, form.get('audience') === 'all');
    const change = defaultChange(row, form);
    return change ? preview(change) : onClose();
  };

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="max-h-[calc(100dvh-2rem)] overflow-y-auto">
        <form onSubmit={submit} className="grid grid-cols-1 gap-5" noValidate>
          <DialogHeader>
            <DialogTitle>{name}</DialogTitle>
            <DialogDescription>
              {counted ? 'For which companies?' : 'What companies are set to when they connect.'}
            </DialogDescription>
          </DialogHeader>
          {problems.form && <Alert tone="danger">{problems.form}</Alert>}
          {/* Hidden and not taken away, so that what was typed is still there when somebody goes back. */}
          <div hidden={counted !== null} className="grid grid-cols-1 gap-5 [&[hidden]]:hidden">
            <span className="flex items-center gap-2">
              <Checkbox id="default-enabled" name="enabled" defaultChecked={row.enabled} />
              <Label htmlFor="default-enabled">Sync {name.toLowerCase()}</Label>
            </span>
            <ModelFields
              model={row}
              offeredScopes={offeredScopes}
              syncFromHelp="Records dated before this day are not read. Left empty, all are, unless the company's own invite link says otherwise."
              problems={problems}
            />
          </div>
          {counted && <AudienceStep count={counted.count} />}
          <DialogFooter>
            <Button onClick={() => (counted ? setCounted(null) : onClose())}>{counted ? 'Back' : 'Cancel'}</Button>
            <SubmitButton pending={pending} pendingLabel={counted ? 'Saving…' : 'Counting…'}>
              {counted ? 'Save' : 'Continue'}
            </SubmitButton>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}

'use client';

import { type FormEvent, useEffect, useRef, useState, useTransition } from 'react';
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
import type { Scope } from '@/db/schema/enums.ts';
import { updateModelConfigs } from '@/lib/domain/sync-config/actions.ts';
import { modelChange } from './model-change.ts';
import { ModelFields } from './model-fields.tsx';
import type { ModelRow } from './model-row.ts';
import { PreviewLines } from './preview-lines.tsx';
import { usePreview } from './use-preview.ts';
import { useUndo } from './use-undo.ts';

/** How often a model is read, from when, and what may be done with it. */
export function EditModelDialog({
  companyId,
  model,
  platform,
  offeredScopes,
  onClose,
}: {
  companyId: number;
  model: ModelRow;
  platform: string;
  offeredScopes: readonly Scope[];
  onClose: () => void;
}) {
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [pending, startTransition] = useTransition();
  const name = dataModelNames[model.dataModel];
  const { preview, fault, ask } = usePreview(companyId);
  const changed = useUndo(companyId);
  const form = useRef<HTMLFormElement>(null);
  const askAnew = () =>
    form.current && ask(modelChange(model, new FormData(form.current)) ?? { dataModel: model.dataModel });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the settings as they are
  useEffect(() => void askAnew(), []);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const change = modelChange(model, new FormData(event.currentTarget));
    if (!change) return onClose();
    startTransition(async () => {
      const result = await updateModelConfigs({ companyId, configs: [change] });
      if (result.ok) {
        changed(`${name}: the settings are saved`, result.data.changeId);
        return onClose();
      }
      const byField = result.issues.map((issue) => [issue.path.split('.').at(-1) ?? '', issue.message] as const);
      setProblems(byField.length > 0 ? Object.fromEntries(byField) : { form: result.message });
    });
  };

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="max-h-[calc(100dvh-2rem)] overflow-y-auto">
        <form ref={form} onSubmit={submit} onChange={askAnew} className="grid gap-5" noValidate>
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
          {!fault && <PreviewLines preview={preview} name={name.toLowerCase()} platform={platform} />}
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

'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState, useTransition } from 'react';
import { formProblems, unanswered } from '@/components/settings/form-problems.ts';
import { Alert } from '@/components/ui/alert.tsx';
import { Button } from '@/components/ui/button.tsx';
import { DialogDescription, DialogFooter, DialogHeader, DialogTitle } from '@/components/ui/dialog.tsx';
import { Stepper } from '@/components/ui/stepper.tsx';
import { SubmitButton } from '@/components/ui/submit-button.tsx';
import { createInviteLink } from '@/lib/domain/invite-links/actions.ts';
import { linkableModelsQuery } from '@/lib/domain/invite-links/query-options.ts';
import { CompanyStep } from './company-step.tsx';
import { DataStep } from './data-step.tsx';
import {
  emptyDraft,
  type LinkDraft,
  linkInput,
  type PlatformOption,
  stepOfField,
  stepProblems,
  wizardSteps,
} from './link-draft.ts';
import type { MadeLink } from './link-ready.tsx';
import { LinkStep } from './link-step.tsx';

export interface StepProps {
  draft: LinkDraft;
  change: (changed: Partial<LinkDraft>) => void;
  /** By field. */
  problems: Record<string, string>;
}

const lastStep = wizardSteps.length - 1;

/** Asks for what a link needs, step by step; a refusal leads back to the step it is about, with all that was filled in. */
export function LinkWizard({
  platforms,
  onMade,
  onClose,
}: {
  platforms: readonly PlatformOption[];
  onMade: (made: MadeLink) => void;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const models = useQuery(linkableModelsQuery());
  const [draft, setDraft] = useState(() => emptyDraft(platforms));
  const [step, setStep] = useState(0);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [pending, startTransition] = useTransition();
  const fields = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step begins at its first field
  useEffect(() => fields.current?.querySelector<HTMLElement>('input:not([type=radio]), select')?.focus(), [step]);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = stepProblems(step, draft);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    if (step < lastStep) return setStep(step + 1);
    startTransition(async () => {
      const result = await createInviteLink(linkInput(draft, models.data ?? [], new Date())).catch(unanswered);
      if (!result.ok) {
        const refused = formProblems(result, (path) => path.split('.', 1)[0] ?? path);
        setProblems(refused);
        const [field] = Object.keys(refused);
        return field && field !== 'form' ? setStep(stepOfField(field)) : undefined;
      }
      await Promise.all(['companies', 'invite-links'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
      onMade(result.data);
    });
  };
  const change = (changed: Partial<LinkDraft>) => setDraft((before) => ({ ...before, ...changed }));
  const common: StepProps = { draft, change, problems };

  return (
    <form onSubmit={submit} className="grid grid-cols-1 gap-5" noValidate>
      <DialogHeader>
        <DialogTitle>Invite a company</DialogTitle>
        <DialogDescription>
          You get a link to send to your customer. They choose what to connect; you never see their password.
        </DialogDescription>
      </DialogHeader>
      <Stepper steps={wizardSteps} current={step} label="New invite link" />
      {problems.form && <Alert tone="danger">{problems.form}</Alert>}
      <div ref={fields} className="grid grid-cols-1 gap-5">
        {step === 0 && <CompanyStep {...common} />}
        {step === 1 && <DataStep {...common} platforms={platforms} models={models} />}
        {step === lastStep && <LinkStep {...common} />}
      </div>
      <DialogFooter>
        {step === 0 ? (
          <Button onClick={onClose}>Cancel</Button>
        ) : (
          <Button onClick={() => setStep(step - 1)}>Back</Button>
        )}
        <SubmitButton pending={pending} pendingLabel="Creating…">
          {step === lastStep ? 'Create link' : 'Next'}
        </SubmitButton>
      </DialogFooter>
    </form>
  );
}

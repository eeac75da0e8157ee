'use client';

import { type FormEvent, useEffect, useRef, useState, useTransition } from 'react';
import { toast } from '@/components/ui/toast.ts';
import { updateCompany } from '@/lib/domain/companies/actions.ts';
import { draftState, followed, isTouched, settled } from './draft-state.ts';
import { type FieldProblems, fieldProblems, sentence } from './field-problems.ts';
import { changesOf, type ProfileDraft } from './profile-draft.ts';
import type { ProfileOptions } from './profile-options.ts';

interface Refusal {
  problems: FieldProblems;
  /** What no field is to blame for. */
  message: string | null;
}

const nothingWrong: Refusal = { problems: {}, message: null };

/**
 * The form of one section: what is typed, what is sent of it, and what was refused. What was typed stays through refusals,
 * and while the page shows what others have changed.
 *
 * @param title what the toast says is saved
 */
export function useSection(section: {
  companyId: number;
  title: string;
  stored: ProfileDraft;
  options: ProfileOptions;
}) {
  const { companyId, title, stored, options } = section;
  const [known, setState] = useState(() => draftState(stored));
  const [refusal, setRefusal] = useState(nothingWrong);
  const [pending, startTransition] = useTransition();
  const form = useRef<HTMLFormElement>(null);
  const state = followed(known, stored);
  if (state !== known) setState(state);

  useEffect(() => {
    if (refusal !== nothingWrong) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [refusal]);

  const save = (event: FormEvent) => {
    event.preventDefault();
    const { draft: sent, seen } = state;
    const { changes, problems } = changesOf(state.base, sent, options.customFields);
    const unsent = Object.entries(problems);
    if (unsent.length > 0) {
      const told = unsent.map(([field, message]) => [field, sentence(field, message)]);
      return setRefusal({ problems: Object.fromEntries(told), message: null });
    }
    startTransition(async () => {
      const result = await updateCompany({ companyId, changes }).catch(() => unanswered);
      if (!result.ok) {
        return setRefusal({
          problems: fieldProblems(result.issues),
          message: result.issues.length > 0 ? null : result.message,
        });
      }
      setRefusal(nothingWrong);
      setState((now) => settled(now, sent, seen));
      toast.success(`${title} saved`);
    });
  };
  return {
    form,
    save,
    pending,
    draft: state.draft,
    base: state.base,
    set: (fields: Partial<ProfileDraft>) => setState((now) => ({ ...now, draft: { ...now.draft, ...fields } })),
    isTouched: isTouched(state),
    discard: () => {
      setState(draftState(stored));
      setRefusal(nothingWrong);
    },
    ...refusal,
  };
}

const unanswered = {
  ok: false as const,
  issues: [],
  message:
    'The server did not answer, so it is not known whether this was saved. What you typed is still here: save it again.',
};

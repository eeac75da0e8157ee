'use client';

import { type FormEvent, startTransition, useActionState, useEffect, useRef } from 'react';
import type { ActionFailure, ActionResult } from '@/lib/action.ts';

/**
 * A form on a server action. Without script the browser sends it and what the action echoes comes back; with script
 * everything typed stays in place, and the first field with a problem gets the focus.
 */
export function useFormAction<T>(
  action: (previous: ActionResult<T> | null, form: FormData) => Promise<ActionResult<T>>,
) {
  const [result, dispatch, pending] = useActionState(action, null);
  const ref = useRef<HTMLFormElement>(null);
  const failure: ActionFailure | null = result && !result.ok ? result : null;

  useEffect(() => {
    if (failure) ref.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [failure]);

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    startTransition(() => dispatch(data));
  };
  const problem = (field: string) => {
    const issue = failure?.issues.find((one) => one.path === field);
    return issue && `${issue.message.charAt(0).toUpperCase()}${issue.message.slice(1)}.`;
  };
  return {
    form: { ref, action: dispatch, onSubmit, noValidate: true },
    pending,
    /** What is wrong with a field, as a sentence. */
    problem,
    /** What no field is to blame for. */
    message: failure && failure.issues.length === 0 ? failure.message : undefined,
    typed: failure?.values ?? {},
    /** What the action answered when it went well, where it leads nowhere else. */
    done: result?.ok ? result.data : undefined,
  };
}

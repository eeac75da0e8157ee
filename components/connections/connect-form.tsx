'use client';

import { ShieldCheck } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState, useTransition } from 'react';
import { Alert } from '@/components/ui/alert.tsx';
import { Field } from '@/components/ui/field.tsx';
import { Input } from '@/components/ui/input.tsx';
import { SubmitButton } from '@/components/ui/submit-button.tsx';
import type { Integration } from '@/db/schema/enums.ts';
import type { CredentialField } from '@/lib/connectors/types.ts';
import { connectCompany } from '@/lib/domain/connections/actions.ts';
import type { Language } from '@/lib/format/language.ts';
import { type ConnectProblem, problemOf } from './connect-problem.tsx';
import { fill } from './words/words.ts';
import { useWords } from './words-context.tsx';

/**
 * The platform's credentials form. The sign-in is checked against the platform before anything is kept; what was typed
 * stays in the fields when it is refused.
 */
export function ConnectForm({
  inviteLinkId,
  integration,
  platform,
  organisation,
  fields,
  language,
}: {
  inviteLinkId: string;
  integration: Integration;
  /** The platform's name. */
  platform: string;
  /** The name of whoever sent the link. */
  organisation: string;
  /** In the reader's language. */
  fields: readonly CredentialField[];
  language: Language;
}) {
  const words = useWords();
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [problem, setProblem] = useState<ConnectProblem | null>(null);
  const [pending, startTransition] = useTransition();
  const labelOf = (name: string) => fields.find((field) => field.name === name)?.label ?? name;

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const credentials = Object.fromEntries(fields.map(({ name }) => [name, String(data.get(name) ?? '')]));
    startTransition(async () => {
      const answer = await connectCompany({ inviteLinkId, integration, credentials }).catch(() => 'offline' as const);
      const found = problemOf(answer, { words, language, platform, organisation, labelOf });
      setProblem(found);
      // The link's own address shows the sync; the one of this form (`?platform=`, `?reconnect=`) would show the form.
      if (!found) return startTransition(() => router.replace(`/connect/${inviteLinkId}`));
      // A link that was closed meanwhile is told of by its page.
      if (answer !== 'offline' && !answer.ok && answer.code !== 'invalid') startTransition(() => router.refresh());
      const [first] = Object.keys(found.fields);
      if (first) form.current?.querySelector<HTMLElement>(`[name="${CSS.escape(first)}"]`)?.focus();
    });
  };

  // Sent before the script is there, a form without a method would write the secret into the address.
  return (
    <form ref={form} method="post" onSubmit={submit} className="grid gap-5" noValidate>
      {problem && Object.keys(problem.fields).length === 0 && (
        <Alert tone="danger" title={fill(words.form.refused, { platform })}>
          {problem.message}
        </Alert>
      )}
      {fields.map((field) => (
        <Field
          key={field.name}
          id={`credential-${field.name}`}
          label={field.label}
          help={field.help}
          optional={field.required ? false : words.form.optional}
          error={problem?.fields[field.name]}
        >
          {(control) => (
            <Input
              {...control}
              name={field.name}
              type={field.type === 'password' ? 'password' : 'text'}
              inputMode={field.type === 'url' ? 'url' : undefined}
              placeholder={field.placeholder}
              autoComplete={field.autoComplete ?? 'off'}
              autoCapitalize="none"
              spellCheck={false}
              required={field.required}
            />
          )}
        </Field>
      ))}
      <SubmitButton
        size="lg"
        pending={pending}
        pendingLabel={fill(words.form.checking, { platform })}
        className="h-auto min-h-10 w-full whitespace-normal py-2"
      >
        {fill(words.form.submit, { platform })}
      </SubmitButton>
      <p className="flex gap-2 text-muted-foreground text-xs">
        <ShieldCheck aria-hidden className="mt-px size-3.5 shrink-0" />
        {words.form.trust}
      </p>
    </form>
  );
}

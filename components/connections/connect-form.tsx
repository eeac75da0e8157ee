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

interface Problem {
  message: string;
  /** By field name. */
  fields: Record<string, string>;
}

/**
 * The platform's credentials form. The sign-in is checked against the platform before anything is kept; what was typed
 * stays in the fields when it is refused.
 */
export function ConnectForm({
  inviteLinkId,
  integration,
  platform,
  fields,
}: {
  inviteLinkId: string;
  integration: Integration;
  /** The platform's name. */
  platform: string;
  fields: readonly CredentialField[];
}) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, startTransition] = useTransition();

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const credentials = Object.fromEntries(fields.map(({ name }) => [name, String(data.get(name) ?? '')]));
    startTransition(async () => {
      const result = await connectCompany({ inviteLinkId, integration, credentials });
      const found = problemOf(result);
      setProblem(found);
      // The link's own address shows the sync; the one of this form (`?platform=`, `?reconnect=`) would show the form.
      if (!found) return startTransition(() => router.replace(`/connect/${inviteLinkId}`));
      const [first] = Object.keys(found.fields);
      if (first) form.current?.querySelector<HTMLElement>(`[name="${CSS.escape(first)}"]`)?.focus();
    });
  };

  // Sent before the script is there, a form without a method would write the secret into the address.
  return (
    <form ref={form} method="post" onSubmit={submit} className="grid gap-5" noValidate>
      {problem && Object.keys(problem.fields).length === 0 && (
        <Alert tone="danger" title={`${platform} was not connected`}>
          {problem.message}
        </Alert>
      )}
      {fields.map((field) => (
        <Field
          key={field.name}
          id={`credential-${field.name}`}
          label={field.label}
          help={field.help}
          optional={!field.required}
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
      <SubmitButton size="lg" pending={pending} pendingLabel={`Checking with ${platform}…`} className="w-full">
        Connect {platform}
      </SubmitButton>
      <p className="flex gap-2 text-muted-foreground text-xs">
        <ShieldCheck aria-hidden className="mt-px size-3.5 shrink-0" />
        The sign-in is encrypted before it is stored and used for nothing else. You can disconnect here at any time.
      </p>
    </form>
  );
}

type ConnectAnswer = Awaited<ReturnType<typeof connectCompany>>;

function problemOf(result: ConnectAnswer): Problem | null {
  if (!result.ok) {
    const fields = result.issues
      .filter((issue) => issue.path.startsWith('credentials.'))
      .map((issue) => [issue.path.slice('credentials.'.length), issue.message]);
    return { message: `${result.message} Nothing was stored.`, fields: Object.fromEntries(fields) };
  }
  if (result.data.connected) return null;
  const { message, field, failureClass } = result.data;
  if (field) return { message, fields: { [field]: message } };
  return { message: failureClass === 'wrong-company' ? message : `${message} Nothing was stored.`, fields: {} };
}

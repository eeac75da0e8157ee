'use client';

import { type FormEvent, useState, useTransition } from 'react';
import { LifetimeField } from '@/components/api-keys/lifetime-field.tsx';
import { formProblems, unanswered } from '@/components/settings/form-problems.ts';
import { Alert } from '@/components/ui/alert.tsx';
import { ChoiceCard } from '@/components/ui/choice-card.tsx';
import { DialogDescription, DialogFooter, DialogHeader, DialogTitle } from '@/components/ui/dialog.tsx';
import { Field } from '@/components/ui/field.tsx';
import { Input } from '@/components/ui/input.tsx';
import { SubmitButton } from '@/components/ui/submit-button.tsx';
import type { TokenDialect } from '@/db/schema/enums.ts';
import { createAccessToken } from '@/lib/domain/access-tokens/actions.ts';
import type { CreatedAccessToken } from '@/lib/domain/access-tokens/schema.ts';
import { type ChainOption, ConnectorFields } from './connector-fields.tsx';
import { readTokenForm } from './token-form-values.ts';

export interface TokenFormProps {
  chains: ChainOption[];
  /** Those that are not revoked. */
  clients: { id: string; name: string }[];
  onMade: (made: CreatedAccessToken) => void;
}

/** Which dialect, what it may do, and for how long; a Connector token also for which program and chains. */
export function TokenForm({ chains, clients, onMade }: TokenFormProps) {
  const [dialect, setDialect] = useState<TokenDialect>('jsonapi');
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [pending, startTransition] = useTransition();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const input = readTokenForm(new FormData(event.currentTarget), Date.now());
    startTransition(async () => {
      const result = await createAccessToken(input).catch(unanswered);
      if (result.ok) return onMade(result.data);
      setProblems(formProblems(result, (path) => path.split('.')[0] ?? path));
    });
  };
  return (
    <form onSubmit={submit} className="grid grid-cols-1 gap-5" noValidate>
      <DialogHeader>
        <DialogTitle>Create an access token</DialogTitle>
        <DialogDescription>For a program that speaks one of the other two dialects.</DialogDescription>
      </DialogHeader>
      {problems.form && <Alert tone="danger">{problems.form}</Alert>}
      <fieldset className="grid grid-cols-1 gap-2">
        <legend className="mb-1.5 font-medium text-sm">Dialect</legend>
        <ChoiceCard
          name="dialect"
          value="jsonapi"
          checked={dialect === 'jsonapi'}
          onChange={() => setDialect('jsonapi')}
          title="JSON:API"
          description="One token, which reaches every company."
        />
        <ChoiceCard
          name="dialect"
          value="connector"
          checked={dialect === 'connector'}
          onChange={() => setDialect('connector')}
          title="Connector"
          description="A client token for the program, and an access token for the chains it may touch."
        />
      </fieldset>
      <Field
        id="token-name"
        label="Name"
        help="What uses it, so that you know later."
        error={problems.name && `The name ${problems.name}`}
      >
        {(control) => <Input {...control} name="name" maxLength={100} autoComplete="off" required />}
      </Field>
      {dialect === 'connector' && <ConnectorFields chains={chains} clients={clients} problems={problems} />}
      <fieldset className="grid grid-cols-1 gap-2">
        <legend className="mb-1.5 font-medium text-sm">Access</legend>
        <ChoiceCard
          name="access"
          value="write"
          defaultChecked
          title="Read and write"
          description="Also adds, changes, archives and removes companies."
        />
        <ChoiceCard name="access" value="read" title="Read only" description="Every change is refused." />
      </fieldset>
      <LifetimeField id="token-lifetime" error={problems.expiresAt && `Its end ${problems.expiresAt}`} />
      <DialogFooter>
        <SubmitButton pending={pending} pendingLabel="Creating…">
          Create token
        </SubmitButton>
      </DialogFooter>
    </form>
  );
}

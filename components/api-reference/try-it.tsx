'use client';

import { type FormEvent, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { CodeBlock } from '@/components/ui/code-block.tsx';
import { Disclosure } from '@/components/ui/disclosure.tsx';
import { Field } from '@/components/ui/field.tsx';
import { Input } from '@/components/ui/input.tsx';
import type { ApiDocument, DocumentParameter } from '@/lib/openapi.ts';
import { addressOf } from './curl.ts';
import type { ListedOperation } from './document.ts';

interface Tried {
  status: string;
  text: string;
}

/** Asks the API from this page. The key stays in the form: it is sent to the API and kept nowhere. */
export function TryIt({
  document,
  operation,
  parameters,
}: {
  document: ApiDocument;
  operation: ListedOperation;
  parameters: readonly DocumentParameter[];
}) {
  const [tried, setTried] = useState<Tried | null>(null);
  const [pending, startTransition] = useTransition();
  const places = parameters.filter((one) => one.in === 'path');
  const credentials = credentialsOf(document);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const said = (name: string) => String(typed.get(name) ?? '').trim();
    const values = Object.fromEntries(places.map(({ name }) => [name, said(`path-${name}`)]));
    const { pathname } = new URL(addressOf(document, operation, parameters, values));
    const query = said('query').replace(/^\?/, '');
    const headers = credentials.map(({ header, prefix }, at) => [header, prefix + said(`key-${at}`)]);
    startTransition(async () =>
      setTried(await ask(query ? `${pathname}?${query}` : pathname, Object.fromEntries(headers))),
    );
  };
  return (
    <Disclosure summary="Try it">
      <form onSubmit={submit} className="grid max-w-form gap-4">
        {credentials.map(({ header, label, isSecret }, at) => (
          <Field
            key={header}
            id={`try-key-${at}`}
            label={label}
            help={isSecret && 'It is sent to this API alone and kept nowhere.'}
          >
            {(control) => (
              <Input
                {...control}
                name={`key-${at}`}
                type={isSecret ? 'password' : 'text'}
                autoComplete="off"
                required
              />
            )}
          </Field>
        ))}
        {places.map(({ name, example }) => (
          <Field key={name} id={`try-${name}`} label={<code className="code">{name}</code>}>
            {(control) => <Input {...control} name={`path-${name}`} placeholder={String(example ?? '')} required />}
          </Field>
        ))}
        <Field id="try-query" label="Query" optional>
          {(control) => <Input {...control} name="query" placeholder="limit=10" autoComplete="off" />}
        </Field>
        <Button type="submit" disabled={pending} aria-busy={pending} className="justify-self-start">
          {pending ? 'Asking…' : 'Ask'}
        </Button>
      </form>
      {tried && (
        <div className="mt-4 grid min-w-0 grid-cols-1 gap-2" role="status">
          <p className="font-medium">Answered {tried.status}</p>
          <CodeBlock label="Answer" className="max-h-96">
            {tried.text}
          </CodeBlock>
        </div>
      )}
    </Disclosure>
  );
}

interface Credential {
  header: string;
  prefix: string;
  label: string;
  isSecret: boolean;
}

/** What a caller signs in with: the first is the secret, what comes with it says whose it is. */
function credentialsOf(document: ApiDocument): Credential[] {
  const schemes = Object.values(document.components.securitySchemes);
  return schemes.map(({ type, name }, at) => ({
    header: type === 'apiKey' ? String(name) : 'Authorization',
    prefix: type === 'apiKey' ? '' : 'Bearer ',
    label: schemes.length === 1 ? 'Key' : String(name),
    isSecret: at === 0,
  }));
}

async function ask(path: string, headers: Record<string, string>): Promise<Tried> {
  try {
    const answer = await fetch(path, { headers, credentials: 'omit' });
    const text = await answer.text();
    return { status: String(answer.status), text: text ? JSON.stringify(JSON.parse(text), null, 2) : '' };
  } catch {
    return { status: 'nothing', text: 'The server could not be reached. Check the connection and try again.' };
  }
}

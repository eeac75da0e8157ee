import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge.tsx';
import { Card } from '@/components/ui/card.tsx';
import { CodeBlock } from '@/components/ui/code-block.tsx';
import { CopyButton } from '@/components/ui/copy-button.tsx';
import { Disclosure } from '@/components/ui/disclosure.tsx';
import type { ApiDocument, DocumentContent } from '@/lib/openapi.ts';
import { curlOf } from './curl.ts';
import { type ListedOperation, parametersOf, responsesOf } from './document.ts';
import { MethodBadge } from './method-badge.tsx';
import { SchemaRow, SchemaView } from './schema-view.tsx';
import { TryIt } from './try-it.tsx';

/** All that the document says of one operation. */
export function OperationView({ document, operation }: { document: ApiDocument; operation: ListedOperation }) {
  const parameters = parametersOf(document, operation);
  const responses = responsesOf(document, operation);
  const [good, bad] = [responses.filter((one) => one.status < '300'), responses.filter((one) => one.status >= '300')];
  const body = Object.values(operation.requestBody?.content ?? {})[0];
  const curl = curlOf(document, operation, parameters);
  return (
    <Card className="grid min-w-0 grid-cols-1 gap-6 p-4 md:p-6">
      <div className="grid gap-2">
        <h2 className="font-semibold text-base">{operation.summary}</h2>
        <div className="flex flex-wrap items-center gap-2">
          <MethodBadge method={operation.method} />
          <code className="code min-w-0 break-all text-xs">{operation.path}</code>
        </div>
        {operation.description && (
          <p className="whitespace-pre-line break-words text-muted-foreground">{operation.description}</p>
        )}
      </div>
      <Part title="Example" action={<CopyButton value={curl} label="Copy the command" />}>
        <CodeBlock label="Command">{curl}</CodeBlock>
      </Part>
      {operation.method === 'GET' && (
        <TryIt key={operation.operationId} document={document} operation={operation} parameters={parameters} />
      )}
      {(['path', 'query', 'header'] as const).map((place) => {
        const here = parameters.filter((one) => one.in === place);
        if (here.length === 0) return null;
        return (
          <Part key={place} title={placeWords[place]}>
            <ul className="divide-y rounded-md border">
              {here.map(({ name, schema, required, description }) => (
                <SchemaRow key={name} {...{ document, name, schema, required, description }} />
              ))}
            </ul>
          </Part>
        );
      })}
      {body?.schema && (
        <Part title="Body">
          <SchemaView document={document} schema={body.schema} />
        </Part>
      )}
      {good.map(({ status, description, content }) => (
        <Part key={status} title={`Answer ${status}`}>
          <p className="text-muted-foreground">{description}</p>
          <Content document={document} content={content} />
        </Part>
      ))}
      <Part title="Errors">
        <ul className="divide-y rounded-md border">
          {bad.map(({ status, description, content }) => (
            <li key={status} className="grid gap-1 px-3 py-2">
              <div className="flex gap-2">
                <Badge>{status}</Badge>
                <span className="min-w-0">{description}</span>
              </div>
              <Disclosure summary="Example">
                <CodeBlock label={`Example of ${status}`}>{exampleText(content)}</CodeBlock>
              </Disclosure>
            </li>
          ))}
        </ul>
      </Part>
    </Card>
  );
}

const placeWords = { path: 'In the path', query: 'In the query', header: 'In a header' } as const;

const exampleText = (content: Record<string, DocumentContent> = {}) =>
  JSON.stringify(Object.values(content)[0]?.example, null, 2);

function Content({ document, content = {} }: { document: ApiDocument; content?: Record<string, DocumentContent> }) {
  const [first] = Object.values(content);
  return first?.schema ? <SchemaView document={document} schema={first.schema} /> : null;
}

const Part = ({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) => (
  <section className="grid min-w-0 grid-cols-1 gap-2">
    <div className="flex items-center justify-between">
      <h3 className="font-medium text-sm">{title}</h3>
      {action}
    </div>
    {children}
  </section>
);

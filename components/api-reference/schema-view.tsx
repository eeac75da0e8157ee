'use client';

import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge.tsx';
import type { ApiDocument, JsonSchema } from '@/lib/openapi.ts';
import { schemaOf } from './document.ts';
import { limitWords, typeWords } from './schema-words.ts';

/** The fields of a schema, one a row; what lies inside a field is shown when one asks for it. */
export function SchemaView({ document, schema }: { document: ApiDocument; schema: JsonSchema }) {
  const { properties = {}, required = [] } = objectIn(document, schema) ?? {};
  return (
    <ul className="divide-y rounded-md border">
      {Object.entries(properties).map(([name, property]) => (
        <SchemaRow
          key={name}
          document={document}
          name={name}
          schema={property as JsonSchema}
          required={required.includes(name)}
        />
      ))}
    </ul>
  );
}

export interface SchemaRowProps {
  document: ApiDocument;
  name: string;
  schema: JsonSchema;
  required?: boolean;
  description?: string;
}

/** One field or parameter: its name, what it takes, and what it is. */
export function SchemaRow({ document, name, schema, required, description = schema.description }: SchemaRowProps) {
  const inner = objectIn(document, schema);
  return (
    <li className="grid gap-1 px-3 py-2">
      <div className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <code className="code font-medium">{name}</code>
        <span className="text-muted-foreground text-xs">{typeWords(schema)}</span>
        {required && <Badge variant="outline">Required</Badge>}
      </div>
      {description && <p className="text-muted-foreground text-xs">{description}</p>}
      {limitWords(schema).map((words) => (
        <p key={words} className="break-words text-muted-foreground text-xs">
          {words}
        </p>
      ))}
      {inner?.properties && <Inside document={document} schema={inner} />}
    </li>
  );
}

/** Rendered once it is opened: schemas refer to one another in circles. */
function Inside({ document, schema }: { document: ApiDocument; schema: JsonSchema }) {
  const [open, setOpen] = useState(false);
  return (
    <div className="grid gap-2">
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="focus-ring inline-flex items-center gap-1 justify-self-start rounded-sm text-muted-foreground text-xs hover:text-foreground"
      >
        <ChevronRight aria-hidden className={open ? 'size-3.5 rotate-90' : 'size-3.5'} />
        {open ? 'Hide its fields' : 'Show its fields'}
      </button>
      {open && <SchemaView document={document} schema={schema} />}
    </div>
  );
}

/** The object that a schema is, lists or allows; undefined where there is none. */
function objectIn(document: ApiDocument, schema: JsonSchema): JsonSchema | undefined {
  const own = schemaOf(document, schema);
  if (own.properties) return own;
  if (own.items) return objectIn(document, own.items as JsonSchema);
  return own.anyOf?.map((one) => objectIn(document, one as JsonSchema)).find(Boolean);
}

'use client';

import { TextCursorInput } from 'lucide-react';
import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card.tsx';
import { Empty } from '@/components/ui/empty.tsx';
import { StatusText } from '@/components/ui/status-pill.tsx';
import {
  Table,
  TableActionsHead,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table.tsx';
import { CustomFieldMenu } from './custom-field-menu.tsx';
import type { CustomFieldRow } from './custom-field-row.ts';
import { fieldTypeWords } from './field-type-words.ts';

/** The fields that the organisation adds to its companies, in the order in which they were made. */
export function CustomFieldsTable({
  fields,
  mayChange,
  add,
}: {
  fields: CustomFieldRow[];
  mayChange: boolean;
  add: ReactNode;
}) {
  if (fields.length === 0) {
    return (
      <Card>
        <Empty
          icon={TextCursorInput}
          title="No custom fields yet"
          description="A custom field keeps what you want to know of every company and no other field is for."
          action={add}
        />
      </Card>
    );
  }
  return (
    <Card>
      <Table label="Custom fields">
        <TableHeader>
          <TableRow>
            <TableHead>Name</TableHead>
            <TableHead>Type</TableHead>
            <TableHead className="max-md:hidden">Options</TableHead>
            <TableHead className="max-sm:hidden">State</TableHead>
            {mayChange && <TableActionsHead />}
          </TableRow>
        </TableHeader>
        <TableBody>
          {fields.map((field) => (
            <TableRow key={field.id} className="h-11">
              <TableCell className="font-medium">
                <span>{field.name}</span>
                {field.isArchived && (
                  <span className="block font-normal text-muted-foreground text-xs sm:hidden">Archived</span>
                )}
              </TableCell>
              <TableCell className="whitespace-nowrap">{fieldTypeWords[field.type]}</TableCell>
              <TableCell className="max-md:hidden">
                <span className="text-muted-foreground">{optionWords(field)}</span>
              </TableCell>
              <TableCell className="max-sm:hidden">
                <StatusText tone={field.isArchived ? 'neutral' : 'success'}>
                  {field.isArchived ? 'Archived' : 'Active'}
                </StatusText>
              </TableCell>
              {mayChange && (
                <TableCell>
                  <CustomFieldMenu field={field} />
                </TableCell>
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}

/** Options that a cell names; the rest is counted. */
const namedOptions = 4;

function optionWords({ options }: CustomFieldRow): string {
  if (options.length === 0) return '—';
  const rest = options.length - namedOptions;
  const names = options.slice(0, namedOptions).map(({ name }) => name);
  return names.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

'use client';

import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { EntryMenu } from '@/components/settings/entry-menu.tsx';
import { UseCount } from '@/components/settings/use-count.tsx';
import { Card } from '@/components/ui/card.tsx';
import { Empty } from '@/components/ui/empty.tsx';
import {
  Table,
  TableActionsHead,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table.tsx';
import { deleteReference } from '@/lib/domain/reference-data/actions.ts';
import type { ReferenceKind, ReferenceView } from '@/lib/domain/reference-data/schema.ts';
import { referenceWords } from './reference-words.ts';

const ReferenceDialog = dynamic(() => import('./reference-dialog.tsx').then((module) => module.ReferenceDialog));

/** An entry, and of how many companies it is the default. */
export interface ReferenceRow extends ReferenceView {
  companies: number;
}

/** The entries of a list that companies refer to, by name. */
export function ReferencesTable({
  kind,
  entries,
  mayChange,
  add,
}: {
  kind: ReferenceKind;
  entries: ReferenceRow[];
  mayChange: boolean;
  add: ReactNode;
}) {
  const { title, icon, description } = referenceWords[kind];
  if (entries.length === 0) {
    return (
      <Card>
        <Empty icon={icon} title={`No ${title.toLowerCase()} yet`} description={description} action={add} />
      </Card>
    );
  }
  return (
    <Card>
      <Table label={title}>
        <TableHeader>
          <TableRow>
            <TableHead>Name</TableHead>
            {kind === 'tax-rate' && <TableHead numeric>Percentage</TableHead>}
            <TableHead numeric>Companies</TableHead>
            {mayChange && <TableActionsHead />}
          </TableRow>
        </TableHeader>
        <TableBody>
          {entries.map((entry) => (
            <TableRow key={entry.id} className="h-11">
              <TableCell className="font-medium">{entry.name}</TableCell>
              {kind === 'tax-rate' && <TableCell numeric>{entry.percentage} %</TableCell>}
              <TableCell numeric>
                <UseCount
                  value={entry.companies}
                  href={`/companies?${kind}=${entry.id}&status=all`}
                  label={`Companies with ${entry.name}: ${entry.companies}`}
                />
              </TableCell>
              {mayChange && (
                <TableCell>
                  <ReferenceMenu entry={entry} />
                </TableCell>
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}

function ReferenceMenu({ entry }: { entry: ReferenceRow }) {
  const { kind, id, name } = entry;
  return (
    <EntryMenu
      name={name}
      editLabel="Edit"
      edit={(close) => <ReferenceDialog kind={kind} entry={entry} onClose={close} />}
      remove={{
        description: "An entry that no company refers to can be deleted. This can't be undone.",
        act: () => deleteReference({ kind, id }),
      }}
    />
  );
}

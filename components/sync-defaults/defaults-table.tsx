'use client';

import { Pencil } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRef, useState } from 'react';
import { scheduleWords } from '@/components/sync-config/schedule-words.ts';
import { scopeWords } from '@/components/sync-config/scope-words.ts';
import { dataModelNames } from '@/components/syncs/data-model-names.ts';
import { Button } from '@/components/ui/button.tsx';
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
import type { Integration, Scope } from '@/db/schema/enums.ts';
import { formatDay } from '@/lib/format/date.ts';
import type { DefaultRow } from './default-row.ts';

const EditDefaultDialog = dynamic(() => import('./edit-default-dialog.tsx').then((module) => module.EditDefaultDialog));

/** What companies of a platform are set to when they connect, model by model. */
export function DefaultsTable({
  integration,
  platform,
  rows,
  offeredScopes,
  mayChange,
}: {
  integration: Integration;
  platform: string;
  rows: DefaultRow[];
  offeredScopes: readonly Scope[];
  mayChange: boolean;
}) {
  return (
    <Table label={`Defaults of ${platform}`} className="mt-1 border-t">
      <TableHeader>
        <TableRow>
          <TableHead>Model</TableHead>
          <TableHead>State</TableHead>
          <TableHead>Schedule</TableHead>
          <TableHead>From</TableHead>
          <TableHead>Access</TableHead>
          {mayChange && <TableActionsHead />}
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.dataModel} className="h-11 whitespace-nowrap">
            <TableCell className="min-w-44 whitespace-normal">
              <span className="font-medium">{dataModelNames[row.dataModel]}</span>
              {row.children.length > 0 && (
                <span className="block text-muted-foreground text-xs">
                  with {row.children.map((child) => dataModelNames[child].toLowerCase()).join(', ')}
                </span>
              )}
            </TableCell>
            <TableCell>
              <StatusText tone={row.enabled ? 'success' : 'neutral'}>{row.enabled ? 'On' : 'Off'}</StatusText>
            </TableCell>
            <TableCell>{scheduleWords(row)}</TableCell>
            <TableCell>
              {row.isDated && row.syncFrom ? (
                formatDay(row.syncFrom)
              ) : (
                <span className="text-muted-foreground">{row.isDated ? 'The beginning' : 'Always all'}</span>
              )}
            </TableCell>
            <TableCell>{row.scopeAccess.map((scope) => scopeWords[scope]).join(', ')}</TableCell>
            {mayChange && (
              <TableCell className="text-right">
                <EditButton integration={integration} row={row} offeredScopes={offeredScopes} />
              </TableCell>
            )}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function EditButton(props: { integration: Integration; row: DefaultRow; offeredScopes: readonly Scope[] }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button
        ref={button}
        variant="ghost"
        size="icon-sm"
        aria-label={`Edit ${dataModelNames[props.row.dataModel].toLowerCase()}`}
        title="Edit"
        onClick={() => setOpen(true)}
      >
        <Pencil aria-hidden />
      </Button>
      {open && (
        <EditDefaultDialog
          {...props}
          onClose={() => {
            setOpen(false);
            requestAnimationFrame(() => button.current?.focus());
          }}
        />
      )}
    </>
  );
}

'use client';

import { ChevronUp } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu.tsx';
import type { BulkActionKind } from '@/db/schema/enums.ts';
import type { BulkSelection } from '@/lib/domain/bulk-actions/schema.ts';
import { bulkKindWords } from './bulk-words.ts';

// Asked rarely: the dialog is fetched when it is first needed.
const BulkDialog = dynamic(() => import('./bulk-dialog.tsx').then((module) => module.BulkDialog), { ssr: false });

export type AskableKind = Exclude<BulkActionKind, 'CANCEL_SYNC'>;

const active: readonly AskableKind[] = ['SYNC', 'PAUSE', 'TAG', 'ARCHIVE'];
const archived: readonly AskableKind[] = ['RESTORE', 'TAG'];
const everything: readonly AskableKind[] = [
  'SYNC',
  'PAUSE',
  'RESUME',
  'TAG',
  'UNTAG',
  'DISCONNECT',
  'ARCHIVE',
  'RESTORE',
];

/** What can be done with the chosen companies: the usual things as buttons, the others in a menu. */
export function CompanyBulkActions({
  selection,
  showsArchived,
  onDone,
}: {
  selection: BulkSelection;
  /** The list is of archived companies. */
  showsArchived: boolean;
  /** The action was begun: the choice has served. */
  onDone: () => void;
}) {
  const [asking, setAsking] = useState<AskableKind | null>(null);
  const usual = showsArchived ? archived : active;
  return (
    <>
      {usual.map((kind) => (
        <Button key={kind} size="sm" onClick={() => setAsking(kind)}>
          {bulkKindWords[kind].verb}
        </Button>
      ))}
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button size="sm">
            More
            <ChevronUp aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          {everything
            .filter((kind) => !usual.includes(kind))
            .map((kind) => (
              <DropdownMenuItem
                key={kind}
                variant={bulkKindWords[kind].danger ? 'danger' : 'default'}
                onSelect={() => setAsking(kind)}
              >
                {bulkKindWords[kind].verb}
              </DropdownMenuItem>
            ))}
        </DropdownMenuContent>
      </DropdownMenu>
      {asking && <BulkDialog kind={asking} selection={selection} onStarted={onDone} onClose={() => setAsking(null)} />}
    </>
  );
}

'use client';

import { MoreHorizontal, Pencil, Trash2 } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { ActionsCell } from '@/components/data-table/cells.tsx';
import { Button } from '@/components/ui/button.tsx';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu.tsx';
import { DeleteQuestion } from './delete-question.tsx';

export interface EntryMenuProps {
  name: string;
  /** The verb: "Rename", "Edit". */
  editLabel: string;
  /** The form of the entry. */
  edit: (close: () => void) => ReactNode;
  /** More items between the two. */
  children?: ReactNode;
  /** Left out for what is never deleted. */
  remove?: {
    /** What deleting does, and whether it can be undone. */
    description: ReactNode;
    act: () => Promise<{ ok: true } | { ok: false; message: string }>;
  };
}

/** What can be done with an entry of a list. */
export function EntryMenu({ name, editLabel, edit, children, remove }: EntryMenuProps) {
  const [asked, setAsked] = useState<'edit' | 'delete' | null>(null);
  const menu = useRef<HTMLButtonElement>(null);
  const close = () => {
    setAsked(null);
    requestAnimationFrame(() => menu.current?.focus());
  };
  return (
    <>
      <ActionsCell
        quick={
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label={`${editLabel} ${name}`}
            title={editLabel}
            onClick={() => setAsked('edit')}
          >
            <Pencil aria-hidden />
          </Button>
        }
        menu={
          <DropdownMenu>
            <DropdownMenuTrigger asChild>
              <Button ref={menu} variant="ghost" size="icon-sm" aria-label={`Actions for ${name}`}>
                <MoreHorizontal aria-hidden />
              </Button>
            </DropdownMenuTrigger>
            <DropdownMenuContent align="end">
              <DropdownMenuItem onSelect={() => setAsked('edit')}>
                <Pencil aria-hidden />
                {editLabel}
              </DropdownMenuItem>
              {children}
              {remove && (
                <DropdownMenuItem variant="danger" onSelect={() => setAsked('delete')}>
                  <Trash2 aria-hidden />
                  Delete
                </DropdownMenuItem>
              )}
            </DropdownMenuContent>
          </DropdownMenu>
        }
      />
      {asked === 'edit' && edit(close)}
      {remove && (
        <DeleteQuestion
          name={name}
          description={remove.description}
          remove={remove.act}
          open={asked === 'delete'}
          onOpenChange={(open) => (open ? setAsked('delete') : close())}
        />
      )}
    </>
  );
}

'use client';

import { Bookmark } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { DropdownMenu, DropdownMenuTrigger } from '@/components/ui/dropdown-menu.tsx';
import type { SavedViewList } from '@/db/schema/enums.ts';
import type { SavedView } from '@/lib/domain/saved-views/schema.ts';
import { viewQuery } from '@/lib/domain/saved-views/view-query.ts';

// Opened rarely: what it holds is fetched when it is first needed.
const SavedViewsChoices = dynamic(
  () => import('./saved-views-choices.tsx').then((module) => module.SavedViewsChoices),
  { ssr: false },
);

export interface SavedViewsMenuProps {
  list: SavedViewList;
  views: SavedView[];
  /** Whether the viewer may make views for all. */
  mayShare: boolean;
}

/** The list's views: opens one, keeps what is shown as one, and changes the open one. */
export function SavedViewsMenu(props: SavedViewsMenuProps) {
  const [isWanted, setWanted] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const params = useSearchParams();
  const shown = viewQuery(params);
  const viewId = params.get('view');
  const open = props.views.find((view) => view.id === viewId);
  return (
    <DropdownMenu onOpenChange={() => setWanted(true)}>
      <DropdownMenuTrigger asChild>
        <Button ref={trigger} data-slot="saved-views" size="sm" className="max-w-56">
          <Bookmark aria-hidden />
          <span className="truncate">{open ? open.name : 'Views'}</span>
          {open && open.query !== shown && <span className="text-muted-foreground">changed</span>}
        </Button>
      </DropdownMenuTrigger>
      {isWanted && (
        <SavedViewsChoices
          {...props}
          shown={shown}
          viewId={viewId}
          onClosed={() => requestAnimationFrame(() => trigger.current?.focus())}
        />
      )}
    </DropdownMenu>
  );
}

'use client';

import { Bookmark, Check, Copy, Pencil, Save, Trash2, Users } from 'lucide-react';
import dynamic from 'next/dynamic';
import { usePathname, useRouter } from 'next/navigation';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/confirm-dialog.tsx';
import { copyText } from '@/components/ui/copy-text.ts';
import {
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
} from '@/components/ui/dropdown-menu.tsx';
import { toast } from '@/components/ui/toast.ts';
import { deleteSavedView, updateSavedView } from '@/lib/domain/saved-views/actions.ts';
import type { SavedView } from '@/lib/domain/saved-views/schema.ts';
import type { SavedViewsMenuProps } from './saved-views-menu.tsx';

// Opened rarely: the form is fetched when it is first needed.
const ViewDialog = dynamic(() => import('./view-dialog.tsx').then((module) => module.ViewDialog), { ssr: false });

export interface SavedViewsChoicesProps extends SavedViewsMenuProps {
  /** What the list shows, as a query without the view. */
  shown: string;
  /** The view that the address names; it may be gone. */
  viewId: string | null;
  onClosed: () => void;
}

/** What the menu of views holds, and what it asks. */
export function SavedViewsChoices({ list, views, mayShare, shown, viewId, onClosed }: SavedViewsChoicesProps) {
  const [asking, setAsking] = useState<'new' | 'edit' | 'delete' | null>(null);
  const router = useRouter();
  const pathname = usePathname();
  const open = views.find((view) => view.id === viewId);
  const isChanged = open !== undefined && open.query !== shown;

  const close = () => {
    setAsking(null);
    onClosed();
  };
  const show = (view: SavedView | null) => router.push(view ? viewPath(pathname, view) : pathname);
  const keepChanges = async (view: SavedView) => {
    const result = await updateSavedView({ viewId: view.id, query: shown });
    if (result.ok) toast.success(`${view.name} is saved as it is shown`);
    else toast.error(result.message);
  };
  return (
    <>
      <DropdownMenuContent align="end" className="min-w-56 max-w-80">
        <DropdownMenuLabel>
          {viewId !== null && !open ? 'That view is gone, or it is not for you' : 'Views'}
        </DropdownMenuLabel>
        <ViewItem name="The whole list" isOpen={shown === '' && !open} onOpen={() => show(null)} />
        {views.map((view) => (
          <ViewItem
            key={view.id}
            name={view.name}
            madeBy={view.isShared ? (view.madeBy ?? 'you') : null}
            isOpen={view.id === viewId}
            onOpen={() => show(view)}
          />
        ))}
        <DropdownMenuSeparator />
        {open && isChanged && open.mayChange && (
          <DropdownMenuItem onSelect={() => keepChanges(open)}>
            <Save aria-hidden />
            Save the changes
          </DropdownMenuItem>
        )}
        <DropdownMenuItem onSelect={() => setAsking('new')}>
          <Bookmark aria-hidden />
          Save as a view…
        </DropdownMenuItem>
        {open && (
          <DropdownMenuItem onSelect={() => copyViewLink(pathname, open)}>
            <Copy aria-hidden />
            Copy link
          </DropdownMenuItem>
        )}
        {open?.mayChange && (
          <>
            <DropdownMenuItem onSelect={() => setAsking('edit')}>
              <Pencil aria-hidden />
              Rename or share…
            </DropdownMenuItem>
            <DropdownMenuItem variant="danger" onSelect={() => setAsking('delete')}>
              <Trash2 aria-hidden />
              Delete
            </DropdownMenuItem>
          </>
        )}
      </DropdownMenuContent>
      {(asking === 'new' || (asking === 'edit' && open)) && (
        <ViewDialog
          list={list}
          view={asking === 'edit' ? open : undefined}
          query={shown}
          mayShare={mayShare}
          onMade={(id) => router.replace(`${pathname}?${withView(shown, id)}`)}
          onClose={close}
        />
      )}
      {open && (
        <ConfirmDialog
          open={asking === 'delete'}
          onOpenChange={(isAsking) => !isAsking && close()}
          title={`Delete the view ${open.name}?`}
          description={
            open.isShared
              ? 'It leaves the menu of every member, and links to it show the whole list. What it lists is not touched.'
              : 'Links to it show the whole list. What it lists is not touched.'
          }
          confirmLabel="Delete"
          danger
          onConfirm={async () => {
            const result = await deleteSavedView({ viewId: open.id });
            if (!result.ok) return void toast.error(result.message);
            toast.success(`The view ${open.name} is deleted`);
            show(null);
          }}
        />
      )}
    </>
  );
}

function ViewItem({
  name,
  madeBy = null,
  isOpen,
  onOpen,
}: {
  name: string;
  /** Who shared it with all. */
  madeBy?: string | null;
  isOpen: boolean;
  onOpen: () => void;
}) {
  return (
    <DropdownMenuItem onSelect={onOpen} aria-current={isOpen ? 'true' : undefined} className="pr-8">
      <span className="min-w-0 flex-1 truncate">{name}</span>
      {madeBy && (
        <span className="flex shrink-0 items-center gap-1 text-muted-foreground text-xs">
          <Users aria-hidden className="size-3.5!" />
          <span className="sr-only">for all, by</span> {madeBy}
        </span>
      )}
      {isOpen && <Check aria-hidden className="absolute right-2 text-primary!" />}
    </DropdownMenuItem>
  );
}

const withView = (query: string, id: string) => `${query}${query ? '&' : ''}view=${id}`;

const viewPath = (pathname: string, view: SavedView) => `${pathname}?${withView(view.query, view.id)}`;

/** The short address, which follows the view when it is changed. */
async function copyViewLink(pathname: string, view: SavedView): Promise<void> {
  if (!(await copyText(`${window.location.origin}${pathname}?view=${view.id}`))) {
    return toast.error('The browser did not allow copying. Copy the address of this page instead.');
  }
  toast.success(
    view.isShared ? 'The link is copied' : 'The link is copied; others can open it once the view is for all',
  );
}

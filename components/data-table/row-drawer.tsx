'use client';

import { FileSearch } from 'lucide-react';
import type { ReactNode } from 'react';
import { type ConsoleFault, faultOf } from '../../lib/get-json.ts';
import { Empty } from '../ui/empty.tsx';
import { Sheet, SheetBody, SheetContent, SheetDescription, SheetHeader, SheetTitle } from '../ui/sheet.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { TableError } from './table-states.tsx';

/** The frame of one row beside its list, with every state that it can be in. */
export function RowDrawer({
  title,
  state,
  description,
  noun,
  error,
  onRetry,
  onClose,
  returnFocusTo,
  children,
}: {
  title: ReactNode;
  state?: ReactNode;
  description: ReactNode;
  /** What it is: `contact`. */
  noun: string;
  error: Error | null;
  onRetry: () => void;
  onClose: () => void;
  /** Id of the element that has the focus again afterwards. */
  returnFocusTo: string;
  /** Null while it is on its way. */
  children: ReactNode | null;
}) {
  const fault = error as ConsoleFault | null;
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          document.getElementById(returnFocusTo)?.focus();
        }}
      >
        <SheetHeader>
          <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <SheetTitle className="min-w-0 break-words">{title}</SheetTitle>
            {state}
          </div>
          <SheetDescription>{description}</SheetDescription>
        </SheetHeader>
        <SheetBody>
          {children ??
            (fault?.status === 404 ? (
              <Empty
                icon={FileSearch}
                title={`This ${noun} is not here`}
                description="The link may be old, or belong to another company."
              />
            ) : fault ? (
              <TableError fault={faultOf(fault) ?? fault} noun={noun} onRetry={onRetry} />
            ) : (
              <DrawerSkeleton />
            ))}
        </SheetBody>
      </SheetContent>
    </Sheet>
  );
}

function DrawerSkeleton() {
  return (
    <div role="status" aria-label="Loading" className="grid gap-6">
      {['w-1/2', 'w-2/3', 'w-1/3'].map((width) => (
        <div key={width} className="grid gap-2">
          <Skeleton className="h-3 w-20" />
          <Skeleton className={width} />
          <Skeleton className="w-2/5" />
        </div>
      ))}
    </div>
  );
}

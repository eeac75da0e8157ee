'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { Button } from '@/components/ui/button.tsx';
import { DialogDescription, DialogFooter, DialogHeader, DialogTitle } from '@/components/ui/dialog.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { useLocale } from '@/components/ui/viewer.tsx';
import { bulkActionQuery } from '@/lib/domain/bulk-actions/query-options.ts';
import { BulkControls } from './bulk-controls.tsx';
import { BulkFigures } from './bulk-figures.tsx';
import { bulkTitle } from './bulk-words.ts';

/** How a bulk action goes, in the dialog that began it; it goes on when the dialog is closed. */
export function BulkProgress({ bulkActionId, onClose }: { bulkActionId: string; onClose: () => void }) {
  const { data: action } = useQuery(bulkActionQuery(bulkActionId));
  const locale = useLocale();
  return (
    <>
      <DialogHeader>
        <DialogTitle>{action ? bulkTitle(action, locale) : 'Starting'}</DialogTitle>
        <DialogDescription>
          {action?.endedAt ? 'It has ended.' : 'It goes on when you close this, and also when the server restarts.'}
        </DialogDescription>
      </DialogHeader>
      {action ? <BulkFigures action={action} /> : <Skeleton className="h-12" />}
      <DialogFooter className="flex-wrap">
        <Button variant="link" asChild className="mr-auto">
          <Link href={`/companies/bulk-actions/${bulkActionId}`} onClick={onClose}>
            What came of each company
          </Link>
        </Button>
        {action && <BulkControls action={action} />}
        <Button variant="primary" onClick={onClose}>
          Close
        </Button>
      </DialogFooter>
    </>
  );
}

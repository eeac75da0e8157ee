'use client';

import Link from 'next/link';
import { Alert } from '@/components/ui/alert.tsx';
import { Quantity } from '@/components/ui/amount.tsx';
import { Progress } from '@/components/ui/progress.tsx';
import { useLocale } from '@/components/ui/viewer.tsx';
import type { BulkActionView } from '@/lib/domain/bulk-actions/schema.ts';
import { bulkKindWords, bulkTitle } from './bulk-words.ts';

/** How far each has come, with the way to its rows. */
export function BulkActionsUnderWay({ actions }: { actions: BulkActionView[] }) {
  const locale = useLocale();
  return (
    <div className="grid gap-2">
      {actions.map((action) => {
        const ended = action.done + action.skipped + action.failed;
        return (
          <Alert key={action.id} tone="info">
            <div className="grid gap-1.5">
              <div className="flex flex-wrap justify-between gap-x-4">
                <Link
                  href={`/companies/bulk-actions/${action.id}`}
                  className="focus-ring rounded-sm font-medium underline-offset-4 hover:underline"
                >
                  {bulkTitle(action, locale)}
                </Link>
                <span className="num text-muted-foreground">
                  <Quantity value={ended} /> of <Quantity value={action.total} />
                </span>
              </div>
              <Progress value={(ended / action.total) * 100} label={bulkKindWords[action.kind].doing} />
            </div>
          </Alert>
        );
      })}
    </div>
  );
}

'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { Alert } from '@/components/ui/alert.tsx';
import { Quantity } from '@/components/ui/amount.tsx';
import { Progress } from '@/components/ui/progress.tsx';
import { useLocale } from '@/components/ui/viewer.tsx';
import { runningBulkActionsQuery } from '@/lib/domain/bulk-actions/query-options.ts';
import type { BulkActionView } from '@/lib/domain/bulk-actions/schema.ts';
import { bulkKindWords, bulkTitle } from './bulk-words.ts';

/** The bulk actions that go on, above the list that they change; the list is asked anew when one ends. */
export function RunningBulkActions({ initial }: { initial: BulkActionView[] }) {
  const { data: running = [] } = useQuery({ ...runningBulkActionsQuery(), initialData: initial });
  const queries = useQueryClient();
  const locale = useLocale();
  const before = useRef(running.length);
  useEffect(() => {
    if (running.length < before.current) void queries.invalidateQueries({ queryKey: ['companies'] });
    before.current = running.length;
  }, [running.length, queries]);
  if (running.length === 0) return null;
  return (
    <div className="grid gap-2">
      {running.map((action) => {
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

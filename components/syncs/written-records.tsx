'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Alert } from '@/components/ui/alert.tsx';
import { Button } from '@/components/ui/button.tsx';
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from '@/components/ui/card.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import type { RunDetail } from '@/lib/domain/syncs/run-view.ts';
import { runWritesQuery } from '@/lib/domain/writes/query-options.ts';
import { faultOf } from '@/lib/get-json.ts';
import { WrittenRecord } from './written-record.tsx';

/** What a run wrote to the platform, record by record: how each stands and what was done about it. */
export function WrittenRecords({ companyId, run, platform }: { companyId: number; run: RunDetail; platform: string }) {
  const query = useInfiniteQuery(runWritesQuery({ companyId, syncId: run.id }));
  const writes = query.data?.pages.flatMap((page) => page.rows);
  const { success, total } = run.jobCounts;
  return (
    <Card>
      <CardHeader>
        <CardTitle>Written records</CardTitle>
        <CardDescription>
          {success} of {total} written
        </CardDescription>
      </CardHeader>
      {query.error && !writes && (
        <CardContent>
          <Alert
            tone="warning"
            title="The records can't be shown right now"
            action={<Button onClick={() => query.refetch()}>Try again</Button>}
          >
            {faultOf(query.error)?.message} What was written is not touched by it.
          </Alert>
        </CardContent>
      )}
      {!query.error && !writes && (
        <div role="status" aria-label="Loading" className="grid gap-2 p-4">
          <Skeleton className="w-64 max-w-full" />
          <Skeleton className="h-3 w-40" />
        </div>
      )}
      {writes && (
        <ol aria-label="Written records" className="mt-2 divide-y border-t">
          {writes.map((write) => (
            <WrittenRecord key={write.id} write={write} platform={platform} />
          ))}
        </ol>
      )}
      {query.hasNextPage && (
        <div className="border-t px-4 py-2">
          <Button size="sm" disabled={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
            Show more records
          </Button>
        </div>
      )}
    </Card>
  );
}

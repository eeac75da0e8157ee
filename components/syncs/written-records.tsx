'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Alert } from '@/components/ui/alert.tsx';
import { Button } from '@/components/ui/button.tsx';
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from '@/components/ui/card.tsx';
import { Disclosure } from '@/components/ui/disclosure.tsx';
import { DateTime } from '@/components/ui/relative-time.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { StatusText } from '@/components/ui/status-pill.tsx';
import type { RunDetail } from '@/lib/domain/syncs/run-view.ts';
import { runWritesQuery } from '@/lib/domain/writes/query-options.ts';
import type { WriteRow } from '@/lib/domain/writes/write-page.ts';
import { faultOf } from '@/lib/get-json.ts';
import { inWords, stepWords, writeStateWords, writeSubject } from './write-words.ts';

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

function WrittenRecord({ write, platform }: { write: WriteRow; platform: string }) {
  const { label, tone, note } = writeStateWords[write.state];
  return (
    <li className="grid gap-1 px-4 py-2.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p className="min-w-0 break-words font-medium">{writeSubject(write)}</p>
        <StatusText tone={tone}>{label}</StatusText>
      </div>
      {write.platformId && (
        <p className="text-muted-foreground text-xs">
          On {platform} it is <span className="code break-all">{write.platformId}</span>
        </p>
      )}
      {note && <p className="text-muted-foreground">{inWords(note, platform)}</p>}
      {write.failure && (
        <p className="text-danger">
          {write.failure.field && <span className="code">{write.failure.field}: </span>}
          {write.failure.message}
        </p>
      )}
      {write.evidence.length > 0 && (
        <Disclosure summary="What was done">
          <ol className="grid gap-1.5">
            {write.evidence.map((step) => (
              <EvidenceStep key={`${step.at} ${step.did}`} step={step} platform={platform} />
            ))}
          </ol>
        </Disclosure>
      )}
    </li>
  );
}

function EvidenceStep({ step, platform }: { step: WriteRow['evidence'][number]; platform: string }) {
  const { method, path, status, platformCode, platformMessage } = step;
  const call = [method, path, status, platformCode].filter((part) => part !== undefined).join(' ');
  return (
    <li className="grid gap-0.5">
      <p>
        <span className="text-muted-foreground text-xs">
          <DateTime value={step.at} />
        </span>{' '}
        {stepWords(step, platform)}
      </p>
      {call && <p className="code break-all text-muted-foreground">{call}</p>}
      {platformMessage && <p className="break-words text-muted-foreground">“{platformMessage}”</p>}
    </li>
  );
}

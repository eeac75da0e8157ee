'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from '@/components/ui/card.tsx';
import { Disclosure } from '@/components/ui/disclosure.tsx';
import { jobCallsQuery } from '@/lib/domain/platform-calls/query-options.ts';
import type { RunDetail, RunJob } from '@/lib/domain/syncs/run-view.ts';
import { faultOf } from '@/lib/get-json.ts';
import { dataModelNames } from './data-model-names.ts';
import { PlatformCall } from './platform-call.tsx';

/** What each job of a run said with the platform; fetched when a job is unfolded. */
export function PlatformCalls({ companyId, run, platform }: { companyId: number; run: RunDetail; platform: string }) {
  return (
    <Card>
      <CardHeader>
        <CardTitle>Platform calls</CardTitle>
        <CardDescription>
          What was said with {platform}, newest first. Kept for some days; secrets are taken out.
        </CardDescription>
      </CardHeader>
      <CardContent className="grid gap-2">
        {run.jobs.map((job) => (
          <JobCalls key={job.id} companyId={companyId} syncId={run.id} job={job} />
        ))}
      </CardContent>
    </Card>
  );
}

function JobCalls({ companyId, syncId, job }: { companyId: number; syncId: string; job: RunJob }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Disclosure
      summary={<span className="text-sm">{dataModelNames[job.dataModel]}</span>}
      onToggle={(event) => event.target === event.currentTarget && setOpen(event.currentTarget.open)}
    >
      {isOpen && <Calls job={{ companyId, syncId, jobId: job.id }} />}
    </Disclosure>
  );
}

function Calls({ job }: { job: Parameters<typeof jobCallsQuery>[0] }) {
  const query = useInfiniteQuery(jobCallsQuery(job));
  const calls = query.data?.pages.flatMap((page) => page.rows);
  if (query.error && !calls) {
    return (
      <p className="text-muted-foreground">
        The calls can't be shown right now: {faultOf(query.error)?.message}{' '}
        <Button size="sm" variant="ghost" onClick={() => query.refetch()}>
          Try again
        </Button>
      </p>
    );
  }
  if (!calls) return <p className="text-muted-foreground">Loading…</p>;
  if (calls.length === 0) {
    return (
      <p className="text-muted-foreground">No calls are kept of it: none was made, or they are too old to be kept.</p>
    );
  }
  return (
    <>
      <ol className="divide-y border-y">
        {calls.map((call) => (
          <PlatformCall key={call.id} call={call} />
        ))}
      </ol>
      {query.hasNextPage && (
        <Button
          size="sm"
          variant="ghost"
          className="mt-1"
          disabled={query.isFetchingNextPage}
          onClick={() => query.fetchNextPage()}
        >
          Show older calls
        </Button>
      )}
    </>
  );
}

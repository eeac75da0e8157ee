'use client';

import { useQuery } from '@tanstack/react-query';
import { Alert } from '@/components/ui/alert.tsx';
import { Card, CardDescription, CardHeader, CardTitle } from '@/components/ui/card.tsx';
import { Fact, Facts } from '@/components/ui/facts.tsx';
import { DateTime, RelativeTime } from '@/components/ui/relative-time.tsx';
import { StatusPill } from '@/components/ui/status-pill.tsx';
import type { NextSteps } from '@/lib/connectors/errors.ts';
import { companyRunQuery } from '@/lib/domain/syncs/query-options.ts';
import type { RunDetail } from '@/lib/domain/syncs/run-view.ts';
import { JobsTable } from './jobs-table.tsx';
import { PlatformCalls } from './platform-calls.tsx';
import { RejectedRecords } from './rejected-records.tsx';
import { RetryRun } from './retry-run.tsx';
import { RunFailure } from './run-failure.tsx';
import { SyncCounts } from './sync-counts.tsx';
import { SyncDuration } from './sync-duration.tsx';
import { runKind, runState } from './sync-status.ts';
import { WrittenRecords } from './written-records.tsx';

/** One run: how it stands, what each model or written record came to, what was kept aside. Moves while it is going on. */
export function RunView({
  companyId,
  platform,
  nextSteps,
  initial,
  isPaused,
  may,
}: {
  companyId: number;
  platform: string;
  /** The platform's own words for what to do after a failure. */
  nextSteps?: NextSteps;
  initial: RunDetail;
  /** A person stopped the company's syncs. */
  isPaused: boolean;
  /** What the viewer may do: start syncs while they can be, and look into what was said with the platform. */
  may: { sync: boolean; readCalls: boolean };
}) {
  const { data: run, isError } = useQuery({ ...companyRunQuery(companyId, initial.id), initialData: initial });
  const { label, tone } = runState(run);
  const isWrite = run.jobType === 'PUSH';
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <h2 className="font-semibold text-lg">
          {isWrite ? 'Write' : 'Sync'} of <DateTime value={run.startTime ?? run.createdAt} />
        </h2>
        <StatusPill tone={tone}>{label}</StatusPill>
        {may.sync && canRetry(run) && <RetryRun companyId={companyId} run={run} />}
      </div>
      {isError && run.isActive && (
        <Alert tone="warning" title="The progress can't be shown right now">
          The sync goes on; this page tries again by itself.
        </Alert>
      )}
      <RunFailure run={run} platform={platform} nextSteps={nextSteps} isPaused={isPaused} />
      <Card>
        <Facts className="grid-cols-2 p-4 sm:grid-cols-[repeat(auto-fill,minmax(10rem,1fr))]">
          <Fact label="Started">
            <RelativeTime value={run.startTime} fallback="Not yet" />
          </Fact>
          <Fact label={run.isActive ? 'Takes so far' : 'Took'}>
            <SyncDuration startTime={run.startTime} endTime={run.endTime} />
          </Fact>
          <Fact label="Kind">{runKind(run)}</Fact>
          <Fact label="Asked for by">{run.requestedBy}</Fact>
          <Fact label="Records" className="col-span-full sm:col-span-2">
            <SyncCounts {...run.records} />
          </Fact>
        </Facts>
      </Card>
      {isWrite ? (
        <WrittenRecords companyId={companyId} run={run} platform={platform} />
      ) : (
        <Card>
          <CardHeader>
            <CardTitle>Models</CardTitle>
            <CardDescription>
              {run.jobCounts.success} of {run.jobCounts.total} read to the end
            </CardDescription>
          </CardHeader>
          <JobsTable companyId={companyId} run={run} platform={platform} maySync={may.sync} />
        </Card>
      )}
      {!isWrite && run.records.failed > 0 && <RejectedRecords run={run} />}
      {may.readCalls && <PlatformCalls companyId={companyId} run={run} platform={platform} />}
    </div>
  );
}

/** A write that went well has nothing to repeat; anything else that has ended may be done once more. */
const canRetry = (run: RunDetail) => !run.isActive && !(run.jobType === 'PUSH' && run.status === 'SUCCESS');

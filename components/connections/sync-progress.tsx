'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { dataModelNames } from '@/components/syncs/data-model-names.ts';
import { JobMark } from '@/components/syncs/job-mark.tsx';
import { Alert } from '@/components/ui/alert.tsx';
import { Quantity } from '@/components/ui/amount.tsx';
import { cn } from '@/components/ui/cn.ts';
import { DateTime } from '@/components/ui/relative-time.tsx';
import { type LinkProgress, linkProgressQuery } from '@/lib/domain/connections/query-options.ts';

/** The first sync as it happens, model by model; asks again every second until it has ended. */
export function SyncProgress({
  inviteLinkId,
  initial,
  platform,
}: {
  inviteLinkId: string;
  initial: LinkProgress;
  platform: string;
}) {
  const router = useRouter();
  const {
    data: progress,
    isError,
    dataUpdatedAt,
  } = useQuery({
    ...linkProgressQuery(inviteLinkId),
    initialData: initial,
    refetchInterval: (query) => (query.state.data?.isActive ? 1000 : 5000),
  });
  const ended = !progress.isActive;
  // Once it has ended the server renders the next step instead of this one; asked again should that fail.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each later answer asks again
  useEffect(() => {
    if (ended) router.refresh();
  }, [ended, dataUpdatedAt, router]);

  return (
    <div className="grid gap-4">
      {isError && (
        <Alert tone="warning" title="The progress can't be shown right now">
          The sync goes on; this page tries again by itself.
        </Alert>
      )}
      {progress.resumeAt && (
        <Alert tone="warning" title={`${platform} asked to wait`}>
          Reading goes on by itself at <DateTime value={progress.resumeAt} />. Nothing is lost.
        </Alert>
      )}
      <ul className="divide-y rounded-md border" aria-live="polite">
        {progress.jobs.map((job) => (
          <li key={job.dataModel} className="flex h-11 items-center gap-3 px-3">
            <JobMark status={job.status} />
            <span className={cn('flex-1', job.status === 'CREATED' && 'text-muted-foreground')}>
              {dataModelNames[job.dataModel]}
            </span>
            <span className="num text-muted-foreground">
              {job.status === 'CREATED' ? 'Waiting' : <Quantity value={job.recordsRead} />}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

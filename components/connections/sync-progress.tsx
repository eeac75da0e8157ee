'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { JobMark } from '@/components/syncs/job-mark.tsx';
import { Alert } from '@/components/ui/alert.tsx';
import { Quantity } from '@/components/ui/amount.tsx';
import { cn } from '@/components/ui/cn.ts';
import { useLocale, useTimeZone } from '@/components/ui/viewer.tsx';
import type { JobStatus } from '@/db/schema/enums.ts';
import { type LinkProgress, linkProgressQuery } from '@/lib/domain/connections/query-options.ts';
import { formatLocalDateTime } from '@/lib/format/local-date.ts';
import { fill, type Words } from './words/words.ts';
import { useWords } from './words-context.tsx';

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
  const words = useWords();
  const router = useRouter();
  const locale = useLocale();
  const timeZone = useTimeZone();
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
        <Alert tone="warning" title={words.progress.hidden}>
          {words.progress.hiddenHelp}
        </Alert>
      )}
      {progress.resumeAt && (
        <Alert tone="warning" title={fill(words.progress.waits, { platform })}>
          <span suppressHydrationWarning>
            {fill(words.progress.waitsHelp, { time: formatLocalDateTime(progress.resumeAt, locale, timeZone) })}
          </span>
        </Alert>
      )}
      <ul className="divide-y rounded-md border" aria-live="polite">
        {progress.jobs.map((job) => (
          <li key={job.dataModel} className="flex min-h-11 items-center gap-3 px-3 py-1">
            <JobMark status={job.status} name={statusText(words, job.status)} />
            <span className={cn('min-w-0 flex-1', job.status === 'CREATED' && 'text-muted-foreground')}>
              {words.models[job.dataModel]}
            </span>
            <span className="num text-muted-foreground">
              {job.status === 'CREATED' ? words.progress.waiting : <Quantity value={job.recordsRead} />}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function statusText({ progress }: Words, status: JobStatus): string {
  const texts = {
    CREATED: progress.waiting,
    RUNNING: progress.reading,
    SUCCESS: progress.done,
    FAILED: progress.failed,
  };
  return texts[status];
}

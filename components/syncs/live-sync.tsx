'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { Quantity } from '@/components/ui/amount.tsx';
import { Button } from '@/components/ui/button.tsx';
import { Progress } from '@/components/ui/progress.tsx';
import { DateTime } from '@/components/ui/relative-time.tsx';
import { toast } from '@/components/ui/toast.ts';
import { companyProgressQuery, movedByRuns } from '@/lib/domain/syncs/query-options.ts';
import type { RunProgress } from '@/lib/domain/syncs/run-view.ts';
import { dataModelNames } from './data-model-names.ts';
import { JobMark } from './job-mark.tsx';

/**
 * The run that is going on at a company, model by model; nothing while none is. It watches the run, has the page's
 * other parts rendered again whenever a model is done, and says how the run ended.
 *
 * @param initial the newest run as the server knew it when it rendered the page
 */
export function LiveSync({
  companyId,
  platform,
  initial,
}: {
  companyId: number;
  platform: string;
  initial: RunProgress | null;
}) {
  const progress = useWatchedRun(companyId, initial);
  if (!progress?.isActive) return null;
  const done = progress.jobs.filter((job) => job.status === 'SUCCESS' || job.status === 'FAILED').length;
  const reading = progress.jobs.find((job) => job.status === 'RUNNING');
  const words = progress.resumeAt
    ? `${platform} asked to wait`
    : reading
      ? `Reading ${dataModelNames[reading.dataModel].toLowerCase()}`
      : done > 0
        ? 'Syncing'
        : 'Queued';
  return (
    <section aria-label="Sync in progress" className="grid gap-3 rounded-md border bg-surface p-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="min-w-0">
          <span role="status" className="font-medium">
            {words}
          </span>
          <span className="num text-muted-foreground">
            {progress.resumeAt ? (
              <>
                {' '}
                · goes on by itself at <DateTime value={progress.resumeAt} />, nothing is lost
              </>
            ) : (
              <>
                {' '}
                · {done} of {progress.jobs.length} models · <Quantity value={progress.recordsRead} /> records
              </>
            )}
          </span>
        </p>
        <Button asChild size="sm">
          <Link href={`/companies/${companyId}/syncs/${progress.syncId}`}>Open this sync</Link>
        </Button>
      </div>
      <Progress
        label="Models read"
        value={done === 0 && !progress.resumeAt ? null : (done / Math.max(1, progress.jobs.length)) * 100}
        tone={progress.resumeAt ? 'warning' : 'info'}
      />
      <ul className="flex flex-wrap gap-x-5 gap-y-1.5">
        {progress.jobs.map((job) => (
          <li key={job.dataModel} className="flex items-center gap-1.5">
            <JobMark status={job.status} />
            <span className={job.status === 'CREATED' ? 'text-muted-foreground' : undefined}>
              {dataModelNames[job.dataModel]}
            </span>
            {job.status !== 'CREATED' && <Quantity value={job.recordsRead} className="num text-muted-foreground" />}
          </li>
        ))}
      </ul>
    </section>
  );
}

const endWords: Partial<Record<RunProgress['status'], (message: string | null) => void>> = {
  SUCCESS: () => toast.success('The sync is done'),
  PARTIAL_SUCCESS: (message) => toast.warning('The sync is partly done', { description: message ?? undefined }),
  FAILED: (message) => toast.error('The sync failed', { description: message ?? undefined }),
  CANCELLED: () => toast.message('The sync was cancelled'),
};

function useWatchedRun(companyId: number, initial: RunProgress | null): RunProgress | null {
  const router = useRouter();
  const queries = useQueryClient();
  const { data: progress } = useQuery({ ...companyProgressQuery(companyId), initialData: initial });

  // The server may know better than the cache: an action on this page has just started or cancelled a run.
  useEffect(() => {
    queries.setQueryData(companyProgressQuery(companyId).queryKey, initial);
  }, [queries, companyId, initial]);

  // A step moves what the server rendered and what other lists of the page have fetched.
  const known = stepOf(initial);
  const seen = stepOf(progress);
  useEffect(() => {
    if (seen !== known) router.refresh();
  }, [seen, known, router]);
  const fetchedAt = useRef(seen);
  useEffect(() => {
    if (seen === fetchedAt.current) return;
    fetchedAt.current = seen;
    void queries.invalidateQueries(movedByRuns(companyId));
  }, [seen, queries, companyId]);

  // Says how a run ended that went on, or began, while the page was open; a short one may never be seen running.
  const last = useRef(initial);
  useEffect(() => {
    const before = last.current;
    last.current = progress ?? null;
    if (!progress || progress.isActive || !before) return;
    if (before.isActive || before.syncId !== progress.syncId) endWords[progress.status]?.(progress.failureMessage);
  }, [progress]);
  return progress ?? null;
}

/** Changes whenever a run starts, falls asleep, wakes, ends, or is done with a model. */
const stepOf = (progress: RunProgress | null | undefined): string =>
  progress
    ? [progress.syncId, progress.status, progress.resumeAt, ...progress.jobs.map((job) => job.status)].join()
    : '';

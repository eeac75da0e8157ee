'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useEffect, useRef } from 'react';
import { useRefreshSoon } from '@/components/live/use-refresh-soon.ts';
import { toast } from '@/components/ui/toast.ts';
import { companyProgressQuery, movedByRuns } from '@/lib/domain/syncs/query-options.ts';
import type { RunProgress } from '@/lib/domain/syncs/run-view.ts';

// Most pages show a company at which nothing is going on.
const RunningSync = dynamic(() => import('./running-sync.tsx').then((module) => module.RunningSync));

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
  isPaused,
}: {
  companyId: number;
  platform: string;
  initial: RunProgress | null;
  /** A person stopped the company's syncs. */
  isPaused: boolean;
}) {
  const progress = useWatchedRun(companyId, initial);
  return progress?.isActive ? (
    <RunningSync companyId={companyId} platform={platform} progress={progress} isPaused={isPaused} />
  ) : null;
}

const endWords: Partial<Record<RunProgress['status'], (message: string | null) => void>> = {
  SUCCESS: () => toast.success('The sync is done'),
  PARTIAL_SUCCESS: (message) => toast.warning('The sync is partly done', { description: message ?? undefined }),
  FAILED: (message) => toast.error('The sync failed', { description: message ?? undefined }),
  CANCELLED: () => toast.message('The sync was cancelled'),
};

function useWatchedRun(companyId: number, initial: RunProgress | null): RunProgress | null {
  const refreshSoon = useRefreshSoon();
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
    if (seen !== known) refreshSoon();
  }, [seen, known, refreshSoon]);
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

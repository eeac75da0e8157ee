import Link from 'next/link';
import { RelativeTime } from '@/components/ui/relative-time.tsx';
import type { RunRow } from '@/lib/domain/syncs/run-view.ts';
import { RunStatus } from './run-status.tsx';
import { SyncCounts } from './sync-counts.tsx';
import { SyncDuration } from './sync-duration.tsx';
import { runKind } from './sync-status.ts';

/** The last few runs of a company, each a link. */
export function RecentRuns({ companyId, runs }: { companyId: number; runs: RunRow[] }) {
  return (
    <ul className="@container mt-1 divide-y border-t">
      {runs.map((run) => (
        <li
          key={run.id}
          className="relative grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-0.5 px-4 py-2 transition-colors hover:bg-hover @xl:grid-cols-[9rem_minmax(0,1fr)_auto]"
        >
          <Link
            href={`/companies/${companyId}/syncs/${run.id}`}
            className="min-w-0 outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-ring"
          >
            <RunStatus run={run} />
            <span className="sr-only">: open this sync</span>
          </Link>
          <div className="min-w-0 @max-xl:order-last @max-xl:col-span-2">
            <SyncCounts {...run.records} />
          </div>
          <p className="whitespace-nowrap text-right text-muted-foreground text-xs">
            {runKind(run)} · <SyncDuration startTime={run.startTime} endTime={run.endTime} /> ·{' '}
            <RelativeTime value={run.startTime ?? run.createdAt} />
          </p>
        </li>
      ))}
    </ul>
  );
}

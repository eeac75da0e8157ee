import Link from 'next/link';
import { Quantity } from '@/components/ui/amount.tsx';
import { Button } from '@/components/ui/button.tsx';
import { Progress } from '@/components/ui/progress.tsx';
import { DateTime } from '@/components/ui/relative-time.tsx';
import type { RunProgress } from '@/lib/domain/syncs/run-view.ts';
import { dataModelNames } from './data-model-names.ts';
import { JobMark } from './job-mark.tsx';

/** How far a run is, model by model. */
export function RunningSync({
  companyId,
  platform,
  progress,
  isPaused,
}: {
  companyId: number;
  platform: string;
  progress: RunProgress;
  /** What waits does so until the company is resumed; what runs is let end. */
  isPaused: boolean;
}) {
  const done = progress.jobs.filter((job) => job.status === 'SUCCESS' || job.status === 'FAILED').length;
  const reading = progress.jobs.find((job) => job.status === 'RUNNING');
  const waitsForResume = isPaused && progress.status === 'QUEUED';
  const words = waitsForResume
    ? 'Paused'
    : progress.resumeAt
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
            {waitsForResume ? (
              ' · goes on when the company is resumed, nothing is lost'
            ) : progress.resumeAt ? (
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

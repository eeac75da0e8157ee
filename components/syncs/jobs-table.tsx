'use client';

import { Fragment } from 'react';
import { Quantity } from '@/components/ui/amount.tsx';
import { CodeBlock } from '@/components/ui/code-block.tsx';
import { Disclosure } from '@/components/ui/disclosure.tsx';
import { StatusText } from '@/components/ui/status-pill.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table.tsx';
import type { RunDetail, RunJob } from '@/lib/domain/syncs/run-view.ts';
import { formatDay } from '@/lib/format/date.ts';
import { ConfirmDeletions } from './confirm-deletions.tsx';
import { dataModelNames } from './data-model-names.ts';
import { SyncDuration } from './sync-duration.tsx';
import { jobState } from './sync-status.ts';

const counts = [
  { key: 'created', label: 'New' },
  { key: 'updated', label: 'Changed' },
  { key: 'unchanged', label: 'Unchanged' },
  { key: 'deleted', label: 'Deleted' },
  { key: 'failed', label: 'Kept aside' },
] as const;

/** What a run did, model by model; why one failed stands under it. */
export function JobsTable({
  companyId,
  run,
  platform,
  maySync,
}: {
  companyId: number;
  run: RunDetail;
  platform: string;
  maySync: boolean;
}) {
  return (
    <Table label="Models of this sync" className="mt-1">
      <TableHeader>
        <TableRow>
          <TableHead>Model</TableHead>
          <TableHead>Outcome</TableHead>
          {counts.map(({ key, label }) => (
            <TableHead key={key} numeric>
              {label}
            </TableHead>
          ))}
          <TableHead numeric>Pages</TableHead>
          <TableHead numeric>Took</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {run.jobs.map((job) => (
          <Fragment key={job.id}>
            <JobCells job={job} run={run} />
            {says(job, run) && (
              <TableRow className="hover:bg-transparent">
                <TableCell colSpan={4 + counts.length} className="pb-3">
                  <JobFailure job={job} platform={platform} />
                  {maySync && job.refusedDeletions && (
                    <ConfirmDeletions companyId={companyId} syncId={run.id} job={job} refused={job.refusedDeletions} />
                  )}
                </TableCell>
              </TableRow>
            )}
          </Fragment>
        ))}
      </TableBody>
    </Table>
  );
}

/** What a cancelled run did not come to has nothing to explain. */
const says = (job: RunJob, run: RunDetail) =>
  job.errorMessage !== null && !(run.status === 'CANCELLED' && job.failureClass === null);

function JobCells({ job, run }: { job: RunJob; run: RunDetail }) {
  const { label, tone } = jobState(job, run);
  return (
    <TableRow className={says(job, run) ? 'border-b-0 hover:bg-transparent' : undefined}>
      <TableCell className="whitespace-nowrap font-medium">
        {dataModelNames[job.dataModel]}
        {job.syncFrom && (
          <span className="block font-normal text-muted-foreground text-xs">from {formatDay(job.syncFrom)}</span>
        )}
      </TableCell>
      <TableCell>
        <StatusText tone={tone}>{label}</StatusText>
      </TableCell>
      {counts.map(({ key }) => (
        <TableCell key={key} numeric className={job.records[key] === 0 ? 'text-muted-foreground' : undefined}>
          <Quantity value={job.records[key]} />
        </TableCell>
      ))}
      <TableCell numeric>
        <Quantity value={job.pages} />
      </TableCell>
      <TableCell numeric className="whitespace-nowrap">
        <SyncDuration startTime={job.startTime} endTime={job.endTime} />
      </TableCell>
    </TableRow>
  );
}

function JobFailure({ job, platform }: { job: RunJob; platform: string }) {
  return (
    <div className="sticky left-4 grid max-w-[min(48rem,calc(100vw-4.5rem))] gap-1">
      <p className="text-muted-foreground">
        {job.errorMessage}
        {job.retryCount > 0 && ` · tried ${job.retryCount + 1} times`}
      </p>
      {job.evidence && (
        <Disclosure summary={`What ${platform} said`}>
          <CodeBlock label={`What ${platform} said`}>{job.evidence}</CodeBlock>
        </Disclosure>
      )}
    </div>
  );
}

'use client';

import { NameCell, TextCell } from '@/components/data-table/cells.tsx';
import { createAppColumnHelper } from '@/components/data-table/table-kit.ts';
import { Explained } from '@/components/ui/explained.tsx';
import { DateTime, RelativeTime } from '@/components/ui/relative-time.tsx';
import type { RunRow } from '@/lib/domain/syncs/run-view.ts';
import { dataModelNames } from './data-model-names.ts';
import { RunStatus } from './run-status.tsx';
import { SyncCounts } from './sync-counts.tsx';
import { SyncDuration } from './sync-duration.tsx';
import { runKind } from './sync-status.ts';

/** A run with the address of its page. */
export type LinkedRun = RunRow & { href: string };

const helper = createAppColumnHelper<LinkedRun>();

export const runColumns = helper.columns([
  helper.accessor('createdAt', {
    header: 'Started',
    meta: { className: 'min-w-40' },
    cell: ({ row }) => (
      <NameCell
        href={row.original.href}
        name={<DateTime value={row.original.startTime ?? row.original.createdAt} />}
        detail={<RelativeTime value={row.original.startTime ?? row.original.createdAt} />}
      />
    ),
  }),
  helper.accessor('status', {
    header: 'Outcome',
    meta: { className: 'min-w-36' },
    cell: ({ row }) => <RunStatus run={row.original} />,
  }),
  helper.display({
    id: 'kind',
    header: 'Kind',
    meta: { className: 'min-w-40', from: 'md' },
    cell: ({ row }) => (
      <>
        <TextCell>{runKind(row.original)}</TextCell>
        {row.original.isManual && (
          <span className="block max-w-40 truncate text-muted-foreground text-xs">by {row.original.requestedBy}</span>
        )}
      </>
    ),
  }),
  helper.accessor('jobCounts', {
    header: 'Models',
    meta: { align: 'right', className: 'w-24', from: 'md' },
    cell: ({ row }) => <ModelsCell run={row.original} />,
  }),
  helper.accessor('records', {
    header: 'Records',
    meta: { className: 'min-w-56' },
    cell: ({ row }) => <SyncCounts {...row.original.records} />,
  }),
  helper.display({
    id: 'duration',
    header: 'Took',
    meta: { align: 'right', className: 'w-28' },
    cell: ({ row }) => <SyncDuration startTime={row.original.startTime} endTime={row.original.endTime} />,
  }),
]);

/** How many models were read to the end; a write has records and no models. */
function ModelsCell({ run: { jobType, jobCounts, models } }: { run: RunRow }) {
  if (jobType === 'PUSH') return <TextCell />;
  return (
    <Explained by={models.map((model) => dataModelNames[model]).join(', ')}>
      {jobCounts.success} of {jobCounts.total}
    </Explained>
  );
}

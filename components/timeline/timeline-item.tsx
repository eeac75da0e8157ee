import { AuditChanges } from '@/components/audit/audit-changes.tsx';
import { RowLink } from '@/components/data-table/row-link.tsx';
import { SyncCounts } from '@/components/syncs/sync-counts.tsx';
import { SyncDuration } from '@/components/syncs/sync-duration.tsx';
import { cn } from '@/components/ui/cn.ts';
import { Disclosure } from '@/components/ui/disclosure.tsx';
import { RelativeTime } from '@/components/ui/relative-time.tsx';
import { toneIcons, toneText } from '@/components/ui/tone.ts';
import { auditChanges } from '@/lib/domain/audit/audit-changes.ts';
import type { RunEntry, TimelineEntry } from '@/lib/domain/timeline/schema.ts';
import { byWhom, entryLine } from './entry-words.ts';
import { UndoChange } from './undo-change.tsx';

/** One thing that happened to a company: what, when, by whom and through which door; it opens what it speaks of. */
export function TimelineItem({
  companyId,
  entry,
  canUndo,
}: {
  companyId: number;
  entry: TimelineEntry;
  /** It is a change of settings that can be taken back. */
  canUndo: boolean;
}) {
  const { text, tone, href } = entryLine(entry, companyId);
  const Icon = toneIcons[tone];
  const isRun = entry.kind === 'runs' || entry.kind === 'writes';
  return (
    <li className="grid grid-cols-[1rem_minmax(0,1fr)_auto] gap-x-3 px-4 py-2.5">
      <Icon aria-hidden className={cn('mt-0.5 size-4', toneText[tone])} />
      <div className="grid min-w-0 gap-0.5">
        <RowLink
          href={href}
          className="focus-ring w-fit max-w-full break-words rounded-sm font-medium underline-offset-4 hover:underline"
        >
          {text}
        </RowLink>
        {isRun && <RunDetails run={entry} />}
        {entry.kind === 'health' && entry.message && (
          <p className="break-words text-muted-foreground">{entry.message}</p>
        )}
        <p className="break-words text-muted-foreground text-xs">{byWhom(entry)}</p>
        {entry.kind === 'changes' && <BeforeAndAfter before={entry.before} after={entry.after} />}
        {canUndo && <UndoChange companyId={companyId} changeId={Number(entry.id)} />}
      </div>
      <span className="whitespace-nowrap text-muted-foreground text-xs leading-5">
        <RelativeTime value={entry.at} />
      </span>
    </li>
  );
}

function RunDetails({ run }: { run: RunEntry }) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-3">
      {run.failureMessage && run.status !== 'SUCCESS' && (
        <span className="w-full break-words text-muted-foreground">{run.failureMessage}</span>
      )}
      {run.kind === 'runs' && !run.isActive && <SyncCounts {...run.records} />}
      {run.startTime && (
        <span className="text-muted-foreground text-xs">
          took <SyncDuration startTime={run.startTime} endTime={run.endTime} />
        </span>
      )}
    </div>
  );
}

type Values = Record<string, unknown> | null;

/** The values of a change, folded; nothing where it kept none from before. */
function BeforeAndAfter({ before, after }: { before: Values; after: Values }) {
  if (!auditChanges(before, after).some((change) => change.before !== null)) return null;
  return (
    <Disclosure summary="Before and after" className="mt-0.5">
      <AuditChanges before={before} after={after} />
    </Disclosure>
  );
}

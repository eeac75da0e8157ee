import { RelativeTime } from '@/components/ui/relative-time.tsx';
import { StatusText } from '@/components/ui/status-pill.tsx';
import type { RunRow } from '@/lib/domain/syncs/run-view.ts';
import { runState } from './sync-status.ts';

/** A run's state, with the moment it goes on where it waits. */
export function RunStatus({ run }: { run: RunRow }) {
  const { label, tone } = runState(run);
  return (
    <StatusText
      tone={tone}
      detail={run.isActive && run.resumeAt ? <RelativeTime value={run.resumeAt} /> : undefined}
      title={run.failureMessage ?? undefined}
    >
      {label}
    </StatusText>
  );
}

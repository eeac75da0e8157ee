import { Alert } from '@/components/ui/alert.tsx';
import { DateTime } from '@/components/ui/relative-time.tsx';
import { failureGuides, type NextSteps } from '@/lib/connectors/errors.ts';
import type { RunRow } from '@/lib/domain/syncs/run-view.ts';

/** Why a run did not do all of its work: what happened, whether anything is lost, what next. */
export function RunFailure({
  run,
  platform,
  nextSteps = {},
  isPaused,
}: {
  run: RunRow;
  platform: string;
  /** The platform's own, where it has some. */
  nextSteps?: NextSteps;
  isPaused: boolean;
}) {
  if (isPaused && run.status === 'QUEUED') {
    return (
      <Alert tone="neutral" title="This sync waits: the company is paused">
        It goes on when somebody resumes the company. Nothing is lost.
      </Alert>
    );
  }
  if (run.isActive && run.resumeAt) {
    return (
      <Alert tone="warning" title={`${platform} asked to wait before more is read`}>
        It goes on by itself at <DateTime value={run.resumeAt} />, where it stopped. Nothing is lost.
      </Alert>
    );
  }
  if (run.status === 'CANCELLED') {
    return <Alert title="This sync was cancelled">What it stored stays. The next sync goes on where it stopped.</Alert>;
  }
  if (run.failureClass === null && run.failureMessage === null) return null;
  const guide = run.failureClass && failureGuides[run.failureClass];
  const tone = run.status === 'FAILED' ? 'danger' : 'warning';
  return (
    <Alert tone={tone} title={guide ? guide.summary.replaceAll('{platform}', platform) : run.failureMessage}>
      {run.jobType === 'PUSH'
        ? 'What was written is written; each record below says what became of it. '
        : run.records.created + run.records.updated + run.records.unchanged > 0
          ? 'What could be read is stored. '
          : 'Stored records are as they were. '}
      {(run.failureClass && nextSteps[run.failureClass]) ?? guide?.nextStep}
    </Alert>
  );
}

import { DisconnectByLink } from '@/components/connections/disconnect-by-link.tsx';
import { SyncProgress } from '@/components/connections/sync-progress.tsx';
import { fill, type Words } from '@/components/connections/words/words.ts';
import type { LinkProgress } from '@/lib/domain/connections/query-options.ts';
import { StepHead } from './step-head.tsx';

export function ProgressStep({
  inviteLinkId,
  platform,
  progress,
  words,
}: {
  inviteLinkId: string;
  platform: string;
  progress: LinkProgress;
  words: Words['progress'];
}) {
  return (
    <section className="grid gap-4">
      <StepHead title={words.title} lead={fill(words.lead, { platform })} />
      <SyncProgress inviteLinkId={inviteLinkId} initial={progress} platform={platform} />
      <div>
        <DisconnectByLink inviteLinkId={inviteLinkId} platform={platform} />
      </div>
    </section>
  );
}

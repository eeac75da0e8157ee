import { SyncProgress } from '@/components/connections/sync-progress.tsx';
import type { LinkProgress } from '@/lib/domain/connections/query-options.ts';

export function ProgressStep({
  inviteLinkId,
  platform,
  progress,
}: {
  inviteLinkId: string;
  platform: string;
  progress: LinkProgress;
}) {
  return (
    <section className="grid gap-4">
      <div>
        <h1 className="font-semibold text-xl tracking-tight">Reading your books</h1>
        <p className="text-muted-foreground text-base">
          {platform} is connected. You can close this page; reading goes on by itself.
        </p>
      </div>
      <SyncProgress inviteLinkId={inviteLinkId} initial={progress} platform={platform} />
    </section>
  );
}

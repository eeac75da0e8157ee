import { PlatformChoice } from '@/components/connections/platform-choice.tsx';
import { Empty } from '@/components/ui/empty.tsx';
import type { ConnectorDefinition } from '@/lib/connectors/types.ts';

export function PlatformStep({
  inviteLinkId,
  platforms,
}: {
  inviteLinkId: string;
  platforms: readonly ConnectorDefinition[];
}) {
  return (
    <section className="grid gap-4">
      <div>
        <h1 className="font-semibold text-xl tracking-tight">Choose your platform</h1>
        <p className="text-muted-foreground text-base">Where are your books kept?</p>
      </div>
      {platforms.length > 0 ? (
        <PlatformChoice
          inviteLinkId={inviteLinkId}
          platforms={platforms.map(({ integration, name, description }) => ({ integration, name, description }))}
        />
      ) : (
        <Empty title="No platform can be connected here" description="Ask whoever sent you this link." />
      )}
    </section>
  );
}

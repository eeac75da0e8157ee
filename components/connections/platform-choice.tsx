import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { Monogram } from '@/components/ui/monogram.tsx';
import type { ConnectorDefinition } from '@/lib/connectors/types.ts';

/** The platforms a link's category offers, each a link to its form. Not fetched ahead: opening one is a step of the way. */
export function PlatformChoice({
  inviteLinkId,
  platforms,
}: {
  inviteLinkId: string;
  platforms: readonly Pick<ConnectorDefinition, 'integration' | 'name' | 'description'>[];
}) {
  return (
    <ul className="grid gap-2">
      {platforms.map(({ integration, name, description }) => (
        <li key={integration}>
          <Link
            href={`/connect/${inviteLinkId}?platform=${integration}`}
            prefetch={false}
            className="focus-ring flex items-center gap-3 rounded-md border border-border-strong bg-surface p-3 transition-colors hover:bg-subtle"
          >
            <Monogram name={name} size="md" />
            <span className="min-w-0 flex-1">
              <span className="block font-medium">{name}</span>
              <span className="block text-muted-foreground text-xs">{description}</span>
            </span>
            <ChevronRight aria-hidden className="size-4 shrink-0 text-muted-foreground" />
          </Link>
        </li>
      ))}
    </ul>
  );
}

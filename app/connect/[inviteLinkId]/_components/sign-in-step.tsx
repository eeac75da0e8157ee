import Link from 'next/link';
import { AccessLists } from '@/components/connections/access-lists.tsx';
import { ConnectForm } from '@/components/connections/connect-form.tsx';
import type { ConnectorDefinition } from '@/lib/connectors/types.ts';

export function SignInStep({
  inviteLinkId,
  platform,
  canChoose,
}: {
  inviteLinkId: string;
  platform: ConnectorDefinition;
  canChoose: boolean;
}) {
  return (
    <section className="grid gap-5">
      <div>
        <h1 className="font-semibold text-xl tracking-tight">Connect {platform.name}</h1>
        <p className="text-muted-foreground text-base">{platform.description}</p>
        {canChoose && (
          <Link
            href={`/connect/${inviteLinkId}`}
            className="focus-ring rounded-sm font-medium text-primary underline-offset-4 hover:underline"
          >
            Choose another platform
          </Link>
        )}
      </div>
      <AccessLists reads={platform.reads} writes={platform.writes} />
      <ConnectForm
        inviteLinkId={inviteLinkId}
        integration={platform.integration}
        platform={platform.name}
        fields={platform.auth.fields}
      />
    </section>
  );
}

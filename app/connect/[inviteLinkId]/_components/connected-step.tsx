import Link from 'next/link';
import { AccessLists } from '@/components/connections/access-lists.tsx';
import { DisconnectByLink } from '@/components/connections/disconnect-by-link.tsx';
import { Alert } from '@/components/ui/alert.tsx';
import { Quantity } from '@/components/ui/amount.tsx';
import { buttonVariants } from '@/components/ui/button.tsx';
import { Fact, Facts } from '@/components/ui/facts.tsx';
import { RelativeTime } from '@/components/ui/relative-time.tsx';
import { failureClasses, failureGuides } from '@/lib/connectors/errors.ts';
import type { ConnectorDefinition } from '@/lib/connectors/types.ts';
import type { ConnectionView } from '@/lib/domain/companies/schema.ts';
import type { LinkProgress } from '@/lib/domain/connections/query-options.ts';

/** The done page, and what the customer sees when they come back: state, last sync, what is read, and the way out. */
export function ConnectedStep({
  inviteLinkId,
  connection,
  platform,
  progress,
  redirectUrl,
}: {
  inviteLinkId: string;
  connection: ConnectionView;
  platform: ConnectorDefinition;
  progress: LinkProgress;
  redirectUrl: string | null;
}) {
  const failure = connection.failure;
  const failureClass = failureClasses.find((one) => one === failure?.failureClass) ?? 'unknown';
  return (
    <section className="grid gap-5">
      <div>
        <h1 className="font-semibold text-xl tracking-tight">
          {failure ? 'Connected, with a problem' : `${platform.name} is connected`}
        </h1>
        <p className="text-muted-foreground text-base">
          {failure ? 'What was read so far is kept.' : 'Your books have been read. There is nothing more to do.'}
        </p>
      </div>
      {failure && (
        <Alert tone="warning" title={failureGuides[failureClass].label}>
          {failureGuides[failureClass].summary.replaceAll('{platform}', platform.name)}
        </Alert>
      )}
      <Facts>
        <Fact label={`Company in ${platform.name}`}>{connection.entityName ?? '—'}</Fact>
        <Fact label="Last read">
          <RelativeTime value={connection.lastSyncedAt} fallback="Not yet" />
        </Fact>
        <Fact label="Records in the last run">
          <Quantity value={progress.recordsRead} />
        </Fact>
      </Facts>
      <AccessLists reads={platform.reads} writes={platform.writes} />
      <div className="flex flex-wrap items-center gap-2">
        {redirectUrl && (
          <a href={redirectUrl} className={buttonVariants({ variant: 'primary', size: 'lg' })}>
            Continue
          </a>
        )}
        <Link
          href={`/connect/${inviteLinkId}?reconnect=1`}
          className={buttonVariants({ variant: failure && !redirectUrl ? 'primary' : 'secondary', size: 'lg' })}
        >
          Sign in again
        </Link>
        <DisconnectByLink inviteLinkId={inviteLinkId} platform={platform.name} />
      </div>
    </section>
  );
}

import Link from 'next/link';
import { AccessLists } from '@/components/connections/access-lists.tsx';
import { DisconnectByLink } from '@/components/connections/disconnect-by-link.tsx';
import { LocalDateTime, LocalRelativeTime } from '@/components/connections/local-time.tsx';
import { ModelsRead } from '@/components/connections/models-read.tsx';
import { fill } from '@/components/connections/words/words.ts';
import { buttonVariants } from '@/components/ui/button.tsx';
import { Fact, Facts } from '@/components/ui/facts.tsx';
import { StatusText } from '@/components/ui/status-pill.tsx';
import type { ConnectorDefinition } from '@/lib/connectors/types.ts';
import type { ConnectionView } from '@/lib/domain/companies/schema.ts';
import type { ModelReading } from '@/lib/domain/connections/schema.ts';
import type { ConnectReader } from '../../_components/load-reader.ts';
import { ConnectionNotice, connectionState } from './connection-notice.tsx';
import { StepHead } from './step-head.tsx';

/** The done page, and what the customer sees when they come back: state, last sync, what is read, and the way out. */
export function ConnectedStep({
  inviteLinkId,
  connection,
  platform,
  models,
  organisation,
  redirectUrl,
  reader,
}: {
  inviteLinkId: string;
  connection: ConnectionView;
  /** In the reader's language. */
  platform: ConnectorDefinition;
  models: ModelReading[];
  organisation: string;
  redirectUrl: string | null;
  reader: ConnectReader;
}) {
  const { words, locale } = reader;
  const { connected } = words;
  const named = { platform: platform.name, organisation };
  const state = connectionState(connection);
  return (
    <section className="grid gap-5">
      <StepHead
        title={connection.failure ? connected.troubled : fill(connected.title, named)}
        lead={connection.failure ? connected.troubledLead : connection.pause ? undefined : connected.lead}
      />
      <ConnectionNotice connection={connection} named={named} words={words} />
      <Facts>
        <Fact label={connected.state}>
          <StatusText tone={state.tone}>{connected[state.word]}</StatusText>
        </Fact>
        <Fact label={connected.lastRead}>
          <LocalRelativeTime value={connection.lastSyncedAt} locale={locale} fallback={connected.neverRead} />
        </Fact>
        <Fact label={fill(connected.entity, named)}>{connection.entityName ?? '—'}</Fact>
        <Fact label={connected.since}>
          <LocalDateTime value={connection.createdAt} locale={locale} fallback="—" />
        </Fact>
      </Facts>
      <AccessLists reads={platform.reads} writes={platform.writes} words={words.access} />
      <ModelsRead models={models} words={words} locale={locale} />
      <div className="flex flex-wrap items-center gap-2">
        {redirectUrl && (
          <a href={redirectUrl} className={buttonVariants({ variant: 'primary', size: 'lg' })}>
            {connected.proceed}
          </a>
        )}
        <Link
          href={`/connect/${inviteLinkId}?reconnect=1`}
          className={buttonVariants({
            variant: state.word === 'needsYou' && !redirectUrl ? 'primary' : 'secondary',
            size: 'lg',
          })}
        >
          {connected.signInAgain}
        </Link>
        <DisconnectByLink inviteLinkId={inviteLinkId} platform={platform.name} />
      </div>
    </section>
  );
}

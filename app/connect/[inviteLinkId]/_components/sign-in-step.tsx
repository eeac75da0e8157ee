import Link from 'next/link';
import { AccessLists } from '@/components/connections/access-lists.tsx';
import { ConnectForm } from '@/components/connections/connect-form.tsx';
import { fill } from '@/components/connections/words/words.ts';
import { Alert } from '@/components/ui/alert.tsx';
import type { ConnectorDefinition } from '@/lib/connectors/types.ts';
import type { ConnectReader } from '../../_components/load-reader.ts';
import { StepHead } from './step-head.tsx';

export function SignInStep({
  inviteLinkId,
  platform,
  organisation,
  canChoose,
  wasDisconnected,
  reader,
}: {
  inviteLinkId: string;
  /** In the reader's language. */
  platform: ConnectorDefinition;
  organisation: string;
  canChoose: boolean;
  /** It was connected before, and somebody took the access back. */
  wasDisconnected: boolean;
  reader: ConnectReader;
}) {
  const { words, language } = reader;
  const named = { platform: platform.name };
  return (
    <section className="grid gap-5">
      {wasDisconnected && <Alert title={fill(words.signIn.disconnected, named)}>{words.signIn.disconnectedHelp}</Alert>}
      <StepHead title={fill(words.signIn.title, named)} lead={platform.description}>
        {canChoose && (
          <Link
            href={`/connect/${inviteLinkId}`}
            className="focus-ring rounded-sm font-medium text-primary underline-offset-4 hover:underline"
          >
            {words.signIn.another}
          </Link>
        )}
      </StepHead>
      <AccessLists reads={platform.reads} writes={platform.writes} words={words.access} />
      <ConnectForm
        inviteLinkId={inviteLinkId}
        integration={platform.integration}
        platform={platform.name}
        organisation={organisation}
        fields={platform.auth.fields}
        language={language}
      />
    </section>
  );
}

import { Link2Off, TimerOff, Unlink } from 'lucide-react';
import { LanguageChoice } from '@/components/connections/language-choice.tsx';
import { fill } from '@/components/connections/words/words.ts';
import { Empty } from '@/components/ui/empty.tsx';
import type { InviteLinkAccess } from '@/lib/auth/invite-link-gate.ts';
import type { ConnectReader } from '../../_components/load-reader.ts';
import { ConnectHead } from './connect-head.tsx';
import { ConnectHelp } from './connect-help.tsx';

const icons = { unknown: Link2Off, expired: TimerOff, revoked: Unlink };

/** A link that opens nothing says why and whom to ask. */
export function ClosedLink({
  access,
  reader,
}: {
  access: Exclude<InviteLinkAccess, { state: 'open' }>;
  reader: ConnectReader;
}) {
  const { closed } = reader.words;
  const host = access.state === 'unknown' ? null : access.host;
  return (
    <>
      {host ? (
        <ConnectHead host={host} language={reader.language} />
      ) : (
        <div className="flex justify-end">
          <LanguageChoice key={reader.language} language={reader.language} />
        </div>
      )}
      <Empty
        icon={icons[access.state]}
        title={<h1>{closed[access.state]}</h1>}
        description={fill(closed[`${access.state}Help`], { organisation: host?.name ?? '' })}
      />
      {host && <ConnectHelp host={host} reader={reader} />}
    </>
  );
}

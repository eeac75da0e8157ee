import { Link2Off, TimerOff, Unlink } from 'lucide-react';
import { Empty } from '@/components/ui/empty.tsx';
import type { InviteLinkAccess } from '@/lib/auth/invite-link-gate.ts';

const words = {
  unknown: {
    icon: Link2Off,
    title: 'This link does not exist',
    description: 'Check that the whole address was copied, or ask whoever sent it for a new one.',
  },
  expired: {
    icon: TimerOff,
    title: 'This link has expired',
    description: 'Nothing was connected. Ask {organisation} for a new link.',
  },
  revoked: {
    icon: Unlink,
    title: 'This link was withdrawn',
    description: 'It can no longer be used. Ask {organisation} if you expected to connect.',
  },
} as const;

/** A link that opens nothing says why and whom to ask. */
export function ClosedLink({ access }: { access: Exclude<InviteLinkAccess, { state: 'open' }> }) {
  const { icon, title, description } = words[access.state];
  const organisation = 'organisationName' in access ? access.organisationName : '';
  return (
    <>
      {organisation && <p className="text-center font-medium text-base">{organisation}</p>}
      <Empty icon={icon} title={<h1>{title}</h1>} description={description.replace('{organisation}', organisation)} />
    </>
  );
}

'use client';

import { useAct } from '@/components/companies/use-act.ts';
import { Badge } from '@/components/ui/badge.tsx';
import { Button } from '@/components/ui/button.tsx';
import { Card } from '@/components/ui/card.tsx';
import { RelativeTime } from '@/components/ui/relative-time.tsx';
import {
  Table,
  TableActionsHead,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table.tsx';
import { revokeSession } from '@/lib/domain/sessions/actions.ts';
import type { SessionRow } from './session-row.ts';

/** Browsers that are signed in; each but the one in use can be signed out. */
export function SessionsTable({ label, sessions }: { label: string; sessions: SessionRow[] }) {
  const ofMembers = sessions.some(({ member }) => member !== null);
  return (
    <Card>
      <Table label={label}>
        <TableHeader>
          <TableRow>
            {ofMembers && <TableHead>Member</TableHead>}
            <TableHead>Device</TableHead>
            <TableHead className="max-md:hidden">Address</TableHead>
            <TableHead className="max-sm:hidden">Last seen</TableHead>
            <TableHead className="max-lg:hidden">Signed in</TableHead>
            <TableActionsHead />
          </TableRow>
        </TableHeader>
        <TableBody>
          {sessions.map((session) => (
            <SessionTableRow key={session.id} session={session} ofMembers={ofMembers} />
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}

function SessionTableRow({ session, ofMembers }: { session: SessionRow; ofMembers: boolean }) {
  const { device, address, createdAt, lastSeenAt, member, isCurrent, isManaged } = session;
  return (
    <TableRow className="h-11">
      {ofMembers && <TableCell className="font-medium">{member}</TableCell>}
      <TableCell>
        <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          <span className={ofMembers ? undefined : 'font-medium'}>{device}</span>
          {isCurrent && <Badge variant="accent">This browser</Badge>}
        </span>
        <span className="block text-muted-foreground text-xs sm:hidden">
          Seen <RelativeTime value={lastSeenAt} />
        </span>
      </TableCell>
      <TableCell className="max-md:hidden">
        <span className="code text-muted-foreground">{address ?? '—'}</span>
      </TableCell>
      <TableCell className="whitespace-nowrap max-sm:hidden">
        <RelativeTime value={lastSeenAt} />
      </TableCell>
      <TableCell className="whitespace-nowrap max-lg:hidden">
        <RelativeTime value={createdAt} />
      </TableCell>
      <TableCell className="text-right">{isManaged && <SignOutBrowser session={session} />}</TableCell>
    </TableRow>
  );
}

function SignOutBrowser({ session: { id, device, member } }: { session: SessionRow }) {
  const [pending, act] = useAct();
  const whose = member ? `${device} of ${member}` : device;
  return (
    <Button
      size="sm"
      variant="ghost"
      aria-label={`Sign out ${whose}`}
      disabled={pending}
      aria-busy={pending}
      onClick={() => act(() => revokeSession({ sessionId: id }), `${whose} is signed out`)}
    >
      Sign out
    </Button>
  );
}

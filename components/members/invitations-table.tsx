'use client';

import { RevokeButton } from '@/components/api-keys/revoke-button.tsx';
import { Card } from '@/components/ui/card.tsx';
import { RelativeTime } from '@/components/ui/relative-time.tsx';
import { StatusText } from '@/components/ui/status-pill.tsx';
import {
  Table,
  TableActionsHead,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table.tsx';
import type { Role } from '@/db/schema/enums.ts';
import { revokeMemberInvitation } from '@/lib/domain/member-invitations/actions.ts';
import { NewLinkButton } from './new-link-button.tsx';
import { roleWords } from './role-words.ts';

/** An invitation that nobody used yet. Moments are ISO 8601. */
export interface InvitationRow {
  id: string;
  email: string;
  role: Role;
  invitedBy: string;
  expiresAt: string;
  isExpired: boolean;
  /** Whether who looks may make its link anew. */
  isManaged: boolean;
}

/** Who is invited and has not joined. */
export function InvitationsTable({ invitations }: { invitations: InvitationRow[] }) {
  return (
    <Card>
      <Table label="Invitations">
        <TableHeader>
          <TableRow>
            <TableHead>E-mail</TableHead>
            <TableHead className="max-sm:hidden">Role</TableHead>
            <TableHead className="max-md:hidden">Invited by</TableHead>
            <TableHead className="max-sm:hidden">State</TableHead>
            <TableActionsHead />
          </TableRow>
        </TableHeader>
        <TableBody>
          {invitations.map((invitation) => (
            // By address, which has one invitation at a time: a new link is shown in a row that is there before and after.
            <TableRow key={invitation.email} className="h-11">
              <TableCell className="w-full max-w-0">
                <span className="block truncate font-medium">{invitation.email}</span>
                <span className="block truncate text-muted-foreground text-xs sm:hidden">
                  {roleWords[invitation.role].label} · {invitation.isExpired ? 'expired' : 'waiting'}
                </span>
              </TableCell>
              <TableCell className="max-sm:hidden">{roleWords[invitation.role].label}</TableCell>
              <TableCell className="whitespace-nowrap max-md:hidden">{invitation.invitedBy}</TableCell>
              <TableCell className="whitespace-nowrap max-sm:hidden">
                <InvitationState {...invitation} />
              </TableCell>
              <TableCell>
                <span className="flex justify-end gap-1">
                  {invitation.isManaged && <NewLinkButton email={invitation.email} role={invitation.role} />}
                  <RevokeButton
                    name={invitation.email}
                    consequence="The link stops working at once."
                    revoke={() => revokeMemberInvitation({ invitationId: invitation.id })}
                  />
                </span>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}

function InvitationState({ isExpired, expiresAt }: InvitationRow) {
  return (
    <StatusText tone={isExpired ? 'warning' : 'neutral'} detail={<RelativeTime value={expiresAt} />}>
      {isExpired ? 'Expired' : 'Waiting, ends'}
    </StatusText>
  );
}

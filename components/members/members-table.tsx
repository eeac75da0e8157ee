'use client';

import { Avatar } from '@/components/ui/avatar.tsx';
import { Badge } from '@/components/ui/badge.tsx';
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
import type { Role } from '@/db/schema/enums.ts';
import { MemberActions } from './member-actions.tsx';
import type { MemberRow } from './member-row.ts';
import { roleWords } from './role-words.ts';

/** Who belongs to the organisation. `offered` are the roles that who looks may give; none: they may change nothing. */
export function MembersTable({ members, offered }: { members: MemberRow[]; offered: readonly Role[] }) {
  return (
    <Card>
      <Table label="Members">
        <TableHeader>
          <TableRow>
            <TableHead>Name</TableHead>
            <TableHead>Role</TableHead>
            <TableHead className="max-sm:hidden">Last seen</TableHead>
            <TableHead className="max-md:hidden">Joined</TableHead>
            <TableActionsHead />
          </TableRow>
        </TableHeader>
        <TableBody>
          {members.map((member) => (
            <TableRow key={member.userId} className="h-14">
              <TableCell className="w-full max-w-0">
                <MemberName member={member} />
              </TableCell>
              <TableCell>
                <span title={roleWords[member.role].description}>{roleWords[member.role].label}</span>
              </TableCell>
              <TableCell className="whitespace-nowrap max-sm:hidden">
                <RelativeTime value={member.lastSeenAt} fallback="Never" />
              </TableCell>
              <TableCell className="whitespace-nowrap max-md:hidden">
                <RelativeTime value={member.joinedAt} />
              </TableCell>
              <TableCell className="text-right">
                {(member.isManaged || member.isSelf) && <MemberActions member={member} offered={offered} />}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}

function MemberName({ member: { name, email, isSelf } }: { member: MemberRow }) {
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <Avatar name={name} className="max-sm:hidden" />
      <span className="min-w-0">
        <span className="flex items-center gap-2 font-medium">
          <span className="truncate">{name}</span>
          {isSelf && <Badge>You</Badge>}
        </span>
        <span className="block truncate text-muted-foreground text-xs">{email}</span>
      </span>
    </span>
  );
}
